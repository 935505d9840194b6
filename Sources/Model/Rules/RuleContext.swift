/// What rules may look at beside the entry.
public struct RuleContext: Sendable {
  /// Held once, since the context is handed on anew for each departure.
  private final class Shared: Sendable {
    let register: Register
    /// The folded names, where they have been read.
    let names: NameIndex?

    init(_ register: Register, _ names: NameIndex?) { (self.register, self.names) = (register, names) }
  }

  private let shared: Shared
  public var register: Register { _read { yield shared.register } }
  public let today: Day
  public let places: Places
  /// The departure that is being corrected, which is no duplicate of itself.
  public var correcting: Int?
  /// The other departures of the person of the one entry that is looked at, where they were looked for already.
  private var known: [Int]?
  /// Where many records are to be looked at: the workers by each of their numbers.
  private var citizenIds = RowChains()
  private var passports = RowChains()
  /// Likewise by name, marks and case ignored, and birth date: those that may be equal in both.
  private var namesakes = RowChains()
  /// How many workers stand in the index.
  private(set) var indexedCount = 0
  var workers: Int { shared.register.count(.worker) }

  /// - Parameter names: of the same register; without them each name is folded when it is asked for.
  public init(
    _ register: Register, today: Day, places: Places = .standard, correcting: Int? = nil,
    names: NameIndex? = nil
  ) {
    shared = Shared(register, names)
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
    let (ids, papers) = (register.column(Worker.citizenId), register.column(Worker.passport))
    let births = register.column(Worker.birthDate)
    for worker in workers {
      if ids[worker] != Table.none { citizenIds.add(worker, UInt64(UInt32(bitPattern: ids[worker]))) }
      if papers[worker] != Table.none { passports.add(worker, UInt64(UInt32(bitPattern: papers[worker]))) }
      if births[worker] != Table.none { namesakes.add(worker, namesake(folded(worker), births[worker])) }
    }
    indexedCount = workers.upperBound
    return workers.count
  }

  private func folded(_ worker: Int) -> [UInt8] {
    shared.names?.folded(worker)
      ?? shared.register.text(Worker.fullName, ofPerson: worker)?.foldedUTF8 ?? []
  }

  /// What people of one folded name and birth date have in common.
  private func namesake(_ name: [UInt8], _ birth: Int32) -> UInt64 {
    name.reduce(UInt64(UInt32(bitPattern: birth))) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Whether any worker of this name, marks and case ignored, who was born on this day is wanted; deleted ones are asked
  /// about, too.
  func hasPerson(_ name: String, born: Day, where isWanted: (Int) -> Bool) -> Bool {
    let name = name.foldedUTF8
    func isSame(_ worker: Int) -> Bool {
      shared.register.cell(Worker.birthDate, worker) == born.rawValue && isWanted(worker)
        && folded(worker) == name
    }
    guard isIndexed else {
      return shared.register.column(Worker.birthDate).rows(of: born.rawValue).contains(where: isSame)
    }
    return namesakes.contains(namesake(name, born.rawValue), where: isSame)
  }

  /// The end of the contract of the departure that is being corrected, where it was extended.
  var extendedUntil: Day? { correcting.flatMap(register.extendedUntil) }

  /// The end of the contract of an entry: as extended, else so many months after the departure.
  func contractEnd(_ entry: DepartureEntry) -> Day? {
    guard let left = entry.day(Departure.departedOn) else { return nil }
    return extendedUntil ?? entry.integer(Departure.contractMonths).map { left.adding(months: $0) }
  }

  /// The same for a departure on file of which this is the entry.
  func correcting(_ row: Int, _ entry: DepartureEntry) -> RuleContext {
    var context = self
    context.correcting = row
    context.known = context.otherDepartures(entry)
    return context
  }

  /// The same for a departure on file.
  public func correcting(_ row: Int) -> RuleContext {
    var context = self
    context.correcting = row
    return context
  }

  /// The workers in whose field a number stands, deleted ones too.
  private func rows(_ field: Field, _ number: Int32) -> [Int] {
    guard isIndexed else { return shared.register.column(field).rows(of: number) }
    let chains = field.number == Worker.passport.number ? passports : citizenIds
    return chains.rows(UInt64(UInt32(bitPattern: number)))
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
  func people(_ entry: DepartureEntry) -> [Int] {
    var all = correctedPerson
    for field in [Worker.citizenId, Worker.passport] {
      for worker in people(field, entry.text(field)) where !all.contains(worker) { all.append(worker) }
    }
    return all
  }

  /// The fields in which an entry, or the paper of the departure that is being corrected, says something else of the
  /// person on file.
  func contradictions(_ entry: DepartureEntry) -> [Field] {
    if let correcting { return register.contradictions(entry, correcting: correcting) }
    let known = people(Worker.citizenId, entry.text(Worker.citizenId)).first
    return known.map { register.contradictions(entry, of: $0) } ?? []
  }

  /// The departures of the person of an entry, the one that is being corrected left out.
  func otherDepartures(_ entry: DepartureEntry) -> [Int] {
    if let known { return known }
    var departures: [Int] = []
    for person in people(entry) {
      for row in shared.register.departures(ofPerson: person) {
        if row != correcting, !departures.contains(row) { departures.append(row) }
      }
    }
    return departures
  }
}
