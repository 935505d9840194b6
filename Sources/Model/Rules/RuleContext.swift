/// What rules may look at beside the entry.
public struct RuleContext: Sendable {
  /// Held once, since the context is handed on anew for each departure.
  private final class Shared: Sendable {
    let register: Register

    init(_ register: Register) { self.register = register }
  }

  private let shared: Shared
  public var register: Register { _read { yield shared.register } }
  public let today: Day
  public let places: Places
  /// The departure that is being corrected, which is no duplicate of itself.
  public var correcting: Int?
  /// Where many records are to be looked at: by field, the workers that have each number in it.
  private var index: [String: [Int32: [Int]]] = [:]
  /// Likewise the workers of each name, marks and case ignored, and birth date.
  private var namesakes: [Namesake: [Int]] = [:]
  /// How many workers stand in the index.
  private(set) var indexedCount = 0
  var workers: Int { shared.register.count(.worker) }

  private struct Namesake: Hashable {
    let name: String
    let birth: Int32
  }

  public init(_ register: Register, today: Day, places: Places = .standard, correcting: Int? = nil) {
    shared = Shared(register)
    self.today = today
    self.places = places
    self.correcting = correcting
  }

  /// The same, ready for many records: no column is walked for each of them.
  public func indexed() -> RuleContext {
    var context = self
    context.index(next: .max)
    return context
  }

  /// Whether it is ready for many records.
  public var isIndexed: Bool { indexedCount == workers }

  /// Makes itself ready for many records, by so many workers more, if so many are left; gives back how many.
  @discardableResult
  public mutating func index(next count: Int) -> Int {
    let register = shared.register
    let workers = indexedCount..<indexedCount + min(count, workers - indexedCount)
    for field in [Worker.citizenId, Worker.passport] {
      let column = register.column(field)
      for worker in workers where column[worker] != Table.none {
        index[field.key, default: [:]][column[worker], default: []].append(worker)
      }
    }
    let births = register.column(Worker.birthDate)
    for worker in workers where births[worker] != Table.none {
      namesakes[Namesake(name: folded(worker), birth: births[worker]), default: []].append(worker)
    }
    indexedCount = workers.upperBound
    return workers.count
  }

  private func folded(_ worker: Int) -> String {
    shared.register.text(Worker.fullName, ofPerson: worker)?.folded ?? ""
  }

  /// The workers of this folded name who were born on this day, deleted ones too.
  func people(_ name: String, born: Day) -> [Int] {
    if isIndexed { return namesakes[Namesake(name: name, birth: born.rawValue)] ?? [] }
    return register.column(Worker.birthDate).rows(of: born.rawValue).filter { folded($0) == name }
  }

  /// The end of the contract of the departure that is being corrected, where it was extended.
  var extendedUntil: Day? { correcting.flatMap(register.extendedUntil) }

  /// The end of the contract of an entry: as extended, else so many months after the departure.
  func contractEnd(_ entry: DepartureEntry) -> Day? {
    guard let left = entry.day(Departure.departedOn) else { return nil }
    return extendedUntil ?? entry.integer(Departure.contractMonths).map { left.adding(months: $0) }
  }

  /// The same for a departure on file.
  public func correcting(_ row: Int) -> RuleContext {
    var context = self
    context.correcting = row
    return context
  }

  /// The workers in whose field a number stands, deleted ones too.
  func rows(_ field: Field, _ number: Int32) -> [Int] {
    isIndexed ? index[field.key]?[number] ?? [] : register.column(field).rows(of: number)
  }

  /// All records of workers with this citizen id or passport.
  func people(_ field: Field, _ number: String?) -> [Int] {
    guard let text = number.flatMap({ register.texts.find($0) }) else { return [] }
    // Named by itself: a closure that names the context copies it, once for each record of a long list.
    let shared = shared
    return rows(field, text).filter { !shared.register.flag(Worker.deleted, $0) }
  }

  /// All records of the person of the departure that is being corrected.
  var correctedPerson: [Int] {
    guard let correcting, let worker = register.link(Departure.worker, correcting) else { return [] }
    return register.merged(worker)
  }

  /// All records of the person of an entry, by either number or by the departure that is being corrected.
  func people(_ entry: DepartureEntry) -> Set<Int> {
    Set(
      correctedPerson + people(Worker.citizenId, entry.text(Worker.citizenId))
        + people(Worker.passport, entry.text(Worker.passport)))
  }

  /// The fields in which an entry, or the paper of the departure that is being corrected, says something else of the
  /// person on file.
  func contradictions(_ entry: DepartureEntry) -> [Field] {
    if let correcting { return register.contradictions(entry, correcting: correcting) }
    let known = people(Worker.citizenId, entry.text(Worker.citizenId)).first
    return known.map { register.contradictions(entry, of: $0) } ?? []
  }

  /// The departures of the person of an entry, the one that is being corrected left out.
  func otherDepartures(_ entry: DepartureEntry) -> Set<Int> {
    var departures: Set<Int> = []
    for person in people(entry) { departures.formUnion(shared.register.departures(ofPerson: person)) }
    if let correcting { departures.remove(correcting) }
    return departures
  }
}
