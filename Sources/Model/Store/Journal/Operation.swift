/// What one line says of one entity.
public struct Operation: Hashable, Sendable {
  /// One field with its new value.
  public struct Assignment: Hashable, Sendable {
    public let key: String
    public let value: Value

    public init(key: String, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// `kind/id`, such as `departure/5t2m9x0k3q8w`.
  public let entity: String
  /// The lines whose values these fields replace, as remembered when the form was loaded.
  public let replaces: [LineID]
  public let fields: [Assignment]

  public init(entity: String, replaces: [LineID] = [], fields: [(key: String, value: Value)]) {
    self.entity = entity
    self.replaces = replaces
    self.fields = fields.map { Assignment(key: $0.key, value: $0.value) }
  }

  /// The value this operation gives to `key`, or `nil` where it says nothing of it.
  public subscript(key: String) -> Value? { fields.first { $0.key == key }?.value }
}

/// Several lines that take effect together, once all have arrived.
public struct LineGroup: Hashable, Sendable {
  public let id: LineID
  /// How many lines the group has, from 1.
  public let size: Int

  public init(id: LineID = .random(), size: Int) {
    self.id = id
    self.size = size
  }
}
