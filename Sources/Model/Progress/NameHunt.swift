/// Whom a text finds by name, asked of one departure of a list after the other.
///
/// The first ones are looked at one by one; whoever asks of more gets one look through all names.
public struct NameHunt {
  public let text: String
  private let sought: SoughtText
  private let census: Census
  private var asked = 0
  /// By departure: whether the name was found; empty where nobody's was.
  private var found: [Bool]?

  /// How many are looked at one by one.
  private let few: Int

  public init(_ text: String, _ census: Census, few: Int = 4_096) {
    (self.text, sought, self.census, self.few) = (text, SoughtText(text), census, few)
  }

  public mutating func finds(_ departure: Int) -> Bool {
    asked += 1
    if asked > few, found == nil { found = lookThrough() }
    guard let found else { return census.isNamed(departure, containing: sought) }
    return departure < found.count && found[departure]
  }

  private func lookThrough() -> [Bool]? {
    guard !sought.bytes.isEmpty, let workers = census.names?.workers(containing: sought, limit: .max) else {
      return nil
    }
    guard !workers.isEmpty else { return [] }
    let register = census.register
    var found = [Bool](repeating: false, count: register.count(.departure))
    for worker in workers {
      for departure in register.departures(of: worker) { found[departure] = true }
    }
    return found
  }
}
