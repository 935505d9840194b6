/// One line of the journal, read with care rather than speed.
public struct Line: Hashable, Sendable {
  public let version: Int
  public let id: LineID
  /// 1 + the highest number its writer knew, from 1.
  public let n: Int
  /// The instant as written, for show only.
  public let time: String
  public let user: String
  /// The action as written.
  public let actionName: String
  /// Empty in a line of a newer version.
  public let operations: [Operation]
  public let group: LineGroup?
  public let reversal: Reversal?
  public let hash: LineHash
  /// Top-level fields that this version does not know.
  public let unknown: [JSON.Member]

  /// `nil` for an action that this version does not know.
  public var action: Action? { Action(rawValue: actionName) }

  /// Whether this version of the program may fold the line.
  public var isFoldable: Bool { version <= LineLimits.version && action != nil }

  /// Whether two lines say the same under one id, so that one is a retry of the other.
  public func repeats(_ other: Line) -> Bool {
    id == other.id && actionName == other.actionName && operations == other.operations
      && group == other.group && reversal == other.reversal && unknown == other.unknown
  }

  /// Reads a whole line, with or without its line break; fields may stand in any order, `h` stands last.
  ///
  /// The hash is read, not checked: see `LineHash.init(previous:_:)` and `Line.hashed(_:)`.
  /// - Throws: what is wrong with it; a newer `v` or an unknown action is not wrong.
  public static func read(_ bytes: some Sequence<UInt8>) throws(JournalFault) -> Line {
    var bytes = Array(bytes)
    guard bytes.count <= LineLimits.bytes else { throw .tooLong }
    if bytes.last == 0x0A { bytes.removeLast() }
    guard !bytes.contains(0) else { throw .zeros }
    let members = try members(of: bytes)
    guard let hash = bytes.withUnsafeBytes({ LineShape(line: $0)?.hash }) else { throw .shape }
    return try Line(members, hash)
  }

  private static func members(of bytes: [UInt8]) throws(JournalFault) -> [JSON.Member] {
    do {
      guard case .object(let members) = try JSON.parse(bytes) else { throw JournalFault.shape }
      return members
    } catch let error as JSONError {
      switch error.kind {
      case .encoding: throw .encoding
      case .depth: throw .deep
      case .ended, .unexpected, .trailing, .number, .escape, .control, .duplicate: throw .json
      }
    } catch {
      throw .shape
    }
  }

  private init(_ members: [JSON.Member], _ hash: LineHash) throws(JournalFault) {
    let json = JSON.object(members)
    guard let version = json["v"]?.whole, version >= 1, let id = json["i"]?.text.flatMap({ LineID($0) }),
      let n = json["n"]?.whole, n >= 1, let time = json["t"]?.text, let user = json["u"]?.text,
      let action = json["a"]?.text
    else { throw .shape }
    self.version = version
    self.id = id
    self.n = n
    self.time = time
    self.user = user
    actionName = action
    self.hash = hash
    let known: Set = ["v", "i", "n", "t", "u", "a", "o", "e", "s", "f", "g", "gn", "h"]
    guard version <= LineLimits.version else {
      operations = []
      group = nil
      reversal = nil
      unknown = members.filter { !["v", "i", "n", "t", "u", "a", "h"].contains($0.key) }
      return
    }
    let reversal = Reversal(json)
    self.reversal = reversal
    unknown = members.filter { !known.contains($0.key) && $0.key != reversal?.kind.rawValue }
    group = try Line.group(json)
    var operations: [Operation] = []
    if let several = json["o"] {
      guard let elements = several.elements, !elements.isEmpty, json["e"] == nil else { throw .shape }
      for element in elements { operations.append(try Line.operation(element)) }
    } else {
      operations = [try Line.operation(json)]
    }
    guard action != Action.tx.rawValue || json["o"] != nil else { throw .shape }
    guard operations.reduce(0, { $0 + $1.fields.count }) <= LineLimits.fields else { throw .tooManyFields }
    self.operations = operations
  }

  private static func group(_ json: JSON) throws(JournalFault) -> LineGroup? {
    guard json["g"] != nil || json["gn"] != nil else { return nil }
    guard let id = json["g"]?.text.flatMap({ LineID($0) }), let size = json["gn"]?.whole, size > 0 else {
      throw .shape
    }
    return LineGroup(id: id, size: size)
  }

  private static func operation(_ json: JSON) throws(JournalFault) -> Operation {
    guard let entity = json["e"]?.text, !entity.isEmpty else { throw .shape }
    var replaces: [LineID] = []
    if let named = json["s"] {
      guard let elements = named.elements else { throw .shape }
      for element in elements {
        guard let id = element.text.flatMap({ LineID($0) }) else { throw .shape }
        replaces.append(id)
      }
    }
    var fields: [(key: String, value: Value)] = []
    if let flat = json["f"] {
      guard let members = flat.members else { throw .shape }
      for member in members { fields.append((member.key, try value(member.value))) }
    }
    return Operation(entity: entity, replaces: replaces, fields: fields)
  }

  private static func value(_ json: JSON) throws(JournalFault) -> Value {
    switch json {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .integer(let whole): return .integer(whole)
    case .string(let text): return .text(text)
    case .number, .array, .object: throw .shape
    }
  }
}
