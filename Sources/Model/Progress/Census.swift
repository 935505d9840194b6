/// What is true of every departure on one day: its status, whether it counts, and for whom.
///
/// Every figure is made from this, so that a number and the people behind it can never differ. It holds the register and
/// follows each line that the register takes in, so that nothing has to be counted anew.
public struct Census: Sendable {
  public private(set) var register: Register
  public private(set) var today: Day
  let places: Places
  let plan: Plan
  private(set) var facts = Column<UInt32>()
  private(set) var households = Column<UInt64>()
  private(set) var totals = Totals()
  private(set) var persons: Persons
  /// The names of all workers in order, once somebody has made that.
  public private(set) var names: NameIndex?
  private var marks: Marks
  /// The latest day that any departure or event names, or later.
  private var latestDay = Day.first.rawValue
  /// The departures whose person has or had another on file, each once: those that `isRepeated` marks.
  private(set) var repeated = Column<Int32>()

  public init(_ register: Register, today: Day, places: Places = .standard, plan: Plan = .standard) {
    self.plan = plan
    self.today = today
    self.register = register
    self.places = places
    persons = Persons(register)
    marks = Marks(register, places: places)
    _ = self.register.takeChanges()
    countAnew()
  }

  /// Takes in lines of the journal.
  public mutating func fold(_ lines: [[UInt8]]) {
    for line in lines { register.fold(line) }
    follow()
  }

  /// Takes over names that were read beside other work, unless the register has taken in more meanwhile.
  public mutating func take(_ names: NameIndex, readAt lineCount: Int) {
    if register.lineCount == lineCount { self.names = names }
  }

  /// Moves to another day.
  public mutating func move(to day: Day) {
    guard day != today else { return }
    let (first, last) = (min(day, today).rawValue, max(day, today).rawValue)
    today = day
    guard latestDay > first else { return }
    var changed: Set<Int> = []
    register.column(Departure.departedOn).stretches { days, start in
      for index in days.indices where days[index] > first && days[index] <= last {
        changed.insert(start + index)
      }
    }
    let links = register.column(StatusEvent.departure)
    register.column(StatusEvent.on).stretches { days, start in
      for index in days.indices where days[index] > first && days[index] <= last {
        if links[start + index] >= 0 { changed.insert(Int(links[start + index])) }
      }
    }
    recount(changed, [])
  }

  /// The status of a departure, as a code.
  public func status(of row: Int) -> String? {
    row >= 0 && row < facts.count ? CodeList.statuses.code(at: self[row].status) : nil
  }

  /// What is known of a departure.
  subscript(row: Int) -> DepartureFacts { DepartureFacts(bits: facts[row]) }

  /// The year of departure of those who have left, else `nil`.
  func yearLeft(_ row: Int) -> Int? { self[row].hasLeft ? self[row].year : nil }

  /// The person of a departure, by one of the records.
  func person(of row: Int) -> Int? { register.link(Departure.worker, row).map { persons.root($0) } }

  /// How many people are behind departures: one who left twice, or stands in several records, is one.
  func people(_ departures: [Int]) -> Int {
    guard !repeated.isEmpty else { return departures.count }
    var seen: Set<Int> = []
    var once = 0
    for row in departures {
      if self[row].isRepeated, let person = person(of: row) {
        seen.insert(person)
      } else {
        once += 1
      }
    }
    return once + seen.count
  }
}

// MARK: Following the register

extension Census {
  private mutating func countAnew() {
    (facts, households, repeated, totals, latestDay) = (
      Column(), Column(), Column(), Totals(), Day.first.rawValue
    )
    let count = register.count(.departure)
    facts.reserveCapacity(count)
    let reader = DepartureReader(register)
    for row in 0..<count {
      let new = reader.facts(of: row, on: today, &latestDay)
      facts.append(new.bits)
      totals.add(new, 1)
    }
    keepMonthsOfMany()
    let all = register.count(.household)
    households.reserveCapacity(all)
    for row in 0..<all { households.append(HouseholdFacts.nothing.bits); recount(household: row) }
    let next = register.backlinks[Backlinks.Relation.departuresOfWorker.rawValue].next
    for row in next.indices where next[row] >= 0 {
      markRepeated(row)
      markRepeated(Int(next[row]))
    }
    for records in persons.severalRecords { markRepeated(of: records.map(Int.init)) }
  }

  /// Counts those who left by month from now on.
  mutating func keepMonths() { totals.keepMonths(of: facts) }

  /// Follows what the register has taken in.
  private mutating func follow() {
    guard case .records(let records) = register.takeChanges() else {
      persons = Persons(register)
      marks = Marks(register, places: places)
      return countAnew()
    }
    var departures: Set<Int> = []
    var households: Set<Int> = []
    var workers: Set<Int> = []
    var areMarksNew = false
    for record in records {
      switch record.kind {
      case .departure: departures.insert(record.row)
      case .event: if let row = register.link(StatusEvent.departure, record.row) { departures.insert(row) }
      case .household: households.insert(record.row)
      case .review:
        if let row = register.link(HouseholdReview.household, record.row) { households.insert(row) }
      case .worker: workers.insert(record.row)
      case .mark: areMarksNew = true
      case .incident, .report, .target, .update, .deadline, .count, .task: break
      }
    }
    if areMarksNew {
      marks = Marks(register, places: places)
      households.formUnion(0..<register.count(.household))
    }
    let isSame = persons.follow(workers, register)
    names?.follow(Set(workers.flatMap(register.merged)), register)
    recount(departures, households)
    workers.formUnion(departures.compactMap { register.link(Departure.worker, $0) })
    for worker in workers { markRepeated(of: persons.records(worker)) }
    if !isSame { for records in persons.severalRecords { markRepeated(of: records.map(Int.init)) } }
  }

  private mutating func recount(_ departures: Set<Int>, _ changed: Set<Int>) {
    facts.grow(to: register.count(.departure), DepartureFacts.nothing.bits)
    households.grow(to: register.count(.household), HouseholdFacts.nothing.bits)
    var homes = changed
    let reader = DepartureReader(register)
    for row in departures {
      recount(departure: row, reader)
      if let household = register.link(Departure.household, row) { homes.insert(household) }
    }
    for row in homes { recount(household: row) }
    keepMonthsOfMany()
  }

  private mutating func keepMonthsOfMany() {
    if facts.count > Totals.many, !totals.keepsMonths { keepMonths() }
  }

  private mutating func recount(departure row: Int, _ reader: DepartureReader) {
    let old = self[row]
    var new = reader.facts(of: row, on: today, &latestDay)
    new.isRepeated = old.isRepeated
    guard new != old else { return }
    totals.add(old, -1)
    totals.add(new, 1)
    facts[row] = new.bits
  }

  private mutating func recount(household row: Int) {
    let old = HouseholdFacts(bits: households[row])
    let new = PovertyFigure.facts(of: row, register, marks, since: plan.firstYear, facts)
    guard new != old else { return }
    totals.add(old, -1)
    totals.add(new, 1)
    households[row] = new.bits
  }

  /// Marks the departures of one person, given by all records of theirs, where there are several.
  private mutating func markRepeated(of workers: [Int]) {
    let links = register.backlinks[Backlinks.Relation.departuresOfWorker.rawValue]
    let rows = workers.flatMap { links.children(of: $0) }
    if rows.count > 1 { for row in rows { markRepeated(row) } }
  }

  private mutating func markRepeated(_ row: Int) {
    var new = self[row]
    guard !new.isRepeated else { return }
    new.isRepeated = true
    facts[row] = new.bits
    repeated.append(Int32(row))
  }
}

extension Census {
  /// Whether anything was typed under a unit, by its index, and those whose reports a period's figures count.
  func typedUnits(_ period: Period) -> [Bool] {
    var typed = register.isNamed
    let last = ReportingPeriod.lastDue(of: period, on: today, dueDay: plan.reportDueDay)
    if let month = last.first {
      for unit in places.units(of: places.catalogue(on: month.endOfMonth)) where unit.level == .commune {
        typed[unit.id.index] = true
      }
    }
    return typed
  }
}

// MARK: Keeping

extension Census {
  /// Writes what was counted, to be taken back at the next start; names that nobody has read yet, or of which many came
  /// since, are read for it, so that no later start has to.
  func pack(into packer: Packer) {
    packer.put([Int64(today.rawValue), Int64(latestDay), Int64(plan.firstYear)])
    packer.put(facts)
    packer.put(households)
    packer.put(repeated)
    totals.pack(into: packer)
    persons.pack(into: packer)
    let names = if let names, !names.hasManyChanged { names } else { NameIndex(register) }
    names.pack(into: packer)
  }

  /// Takes back what was counted of a register that may have taken in more since; `nil` where it does not fit.
  init?(
    _ unpacker: inout Unpacker, _ register: Register, today: Day, places: Places = .standard, plan: Plan
  ) {
    guard let head = unpacker.array(Int64.self), head.count == 3, head[2] == Int64(plan.firstYear),
      let counted = Day(rawValue: Int32(truncatingIfNeeded: head[0])),
      let facts = unpacker.column(UInt32.self), let households = unpacker.column(UInt64.self),
      let repeated = unpacker.column(Int32.self), repeated.count <= facts.count,
      facts.count <= register.count(.departure), households.count <= register.count(.household),
      let totals = Totals(&unpacker), let persons = Persons(&unpacker)
    else { return nil }
    (self.register, self.places, self.plan, self.today) = (register, places, plan, counted)
    (self.facts, self.households, self.totals, self.persons) = (facts, households, totals, persons)
    (self.repeated, latestDay) = (repeated, Int32(truncatingIfNeeded: head[1]))
    marks = Marks(register, places: places)
    names = NameIndex(&unpacker, register)
    follow()
    move(to: today)
  }
}
