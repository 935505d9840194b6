/// An invented province to try things on: three years, about 600 departures over the 152 communes of 2023.
///
/// Every person, household and enterprise is made up and named as such; the same seed gives the same province.
public struct DemoProvince {
  /// The day on which the demonstration plays.
  public static let today = Day(year: 2024, month: 9, day: 30) ?? .first

  private var generator: SeededGenerator
  private let places = Places.standard
  private var number = 0
  /// People who may leave a second time, once they are back.
  private var known: [DepartureEntry] = []

  public init(seed: UInt64 = 280) { generator = SeededGenerator(seed: seed) }

  /// The shares of 2024, which add up to the plan's 200.
  private static let shares: [(String, Int)] = [
    ("082", 28), ("083", 26), ("084", 18), ("085", 24), ("086", 24), ("087", 22), ("089", 26), ("088", 18),
    ("080", 14),
  ]

  /// The departures, those still in preparation last.
  public mutating func departures() -> [DepartureEntry] {
    var entries: [DepartureEntry] = []
    for (year, count) in [(2022, 196), (2023, 214), (2024, 158)] {
      for _ in 0..<count {
        let last = min(Day(year: year, month: 12, day: 31) ?? Self.today, Self.today)
        guard let first = Day(year: year, month: 1, day: 1) else { continue }
        entries.append(departure(on: first + Int.random(in: 0...(last - first), using: &generator)))
      }
    }
    for _ in 0..<17 { entries.append(waiting()) }
    return entries
  }

  /// A commune of a district, the district chosen by its share.
  private mutating func commune() -> UnitID? {
    guard let code = generator.pick(Self.shares),
      let district = places.unit(code: code, catalogue: .y2023)?.id
    else {
      return nil
    }
    return places.children(of: district).randomElement(using: &generator)
  }

  private mutating func person() -> DepartureEntry {
    number += 1
    var entry = DepartureEntry(unit: commune())
    let isMale = generator.chance(60)
    let year = Int.random(in: 1986...2003, using: &generator)
    let digit = (year >= 2000 ? 2 : 0) + (isMale ? 0 : 1)
    let serial = String(100_000 + number)
    entry[Worker.fullName] = .text("Lao động mẫu \(String(10_000 + number).dropFirst())")
    entry[Worker.citizenId] = .text("010\(digit)\(String(100 + year % 100).dropFirst())\(serial)")
    entry[Worker.sex] = .code(isMale ? "M" : "F")
    entry[Worker.birthDate] = day(
      year, Int.random(in: 1...12, using: &generator), Int.random(in: 1...28, using: &generator))
    entry[Worker.ethnicGroup] =
      generator.pick([
        ("MONG", 30), ("KINH", 22), ("TAY", 16), ("DAO", 15), ("GIAY", 6), ("NUNG", 5), ("THAI", 3),
      ])
      .map { .code($0) } ?? .none
    entry[Departure.village] = .text("Thôn mẫu \(Int.random(in: 1...9, using: &generator))")
    return entry
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> FieldValue {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .none
  }

  private mutating func contract(_ entry: inout DepartureEntry) {
    let market =
      generator.pick([("TW", 42), ("JP", 34), ("KR", 14), ("MY", 4), ("RO", 3), ("HU", 3)]) ?? "TW"
    entry[Departure.market] = .code(market)
    entry[Departure.contractForm] = .code(
      market == "KR"
        ? "PUBLIC_UNIT" : generator.pick([("SERVICE_ENT", 86), ("TRAINEE", 8), ("DIRECT", 6)]) ?? "DIRECT")
    entry[Departure.sector] =
      generator.pick([
        ("MANUFACTURING", 40), ("FOOD_PROCESSING", 20), ("CONSTRUCTION", 12), ("AGRICULTURE", 12),
        ("CAREGIVER", 8),
        ("ELECTRONICS", 8),
      ]).map { .code($0) } ?? .none
    entry[Departure.enterprise] = .text(
      "Doanh nghiệp mẫu \(["A", "B", "C", "D", "E", "F"].randomElement(using: &generator) ?? "A")")
    entry[Departure.contractMonths] = .integer([12, 24, 36, 36, 36].randomElement(using: &generator) ?? 36)
  }

  private mutating func departure(on left: Day) -> DepartureEntry {
    var entry = person()
    if left.year == 2024, let back = known.first, generator.chance(3) {
      known.removeFirst()
      for field in Register.personal { entry[field] = back[field] }
      entry.unit = back.unit
    }
    contract(&entry)
    entry[DepartureEntry.householdClass] =
      generator.pick([("POOR", 30), ("NEAR_POOR", 26), ("NEWLY_ESCAPED", 9), ("AVERAGE", 18), ("OTHER", 17)])
      .map { .code($0) } ?? .none
    entry[DepartureEntry.householdYear] = .integer(left.year)
    entry[Household.key] = .text("h\(number)")
    entry[Departure.departedOn] = .day(left)
    if !generator.chance(2) {
      entry[Departure.orientationDate] = .day(left - Int.random(in: 7...60, using: &generator))
      entry[Departure.orientationCertificate] = .text("M\(1000 + number)/BDKT")
    }
    entry[DepartureEntry.status] = .code("ABROAD")
    if left.year == 2022, generator.chance(25) {
      let back = left + 365 + Int.random(in: 0...200, using: &generator)
      let months = entry.integer(Departure.contractMonths) ?? 0
      entry[DepartureEntry.status] = .code(
        back < left.adding(months: months - 1) ? "RETURNED_EARLY" : "RETURNED_ON_TIME")
      entry[DepartureEntry.returnedOn] = .day(back)
      known.append(entry)
    }
    return entry
  }

  private mutating func waiting() -> DepartureEntry {
    var entry = person()
    contract(&entry)
    entry[Household.key] = .text("h\(number)")
    entry[DepartureEntry.status] =
      generator.pick([("REGISTERED", 4), ("TRAINING", 5), ("CONTRACT_SIGNED", 5), ("VISA_GRANTED", 3)])
      .map { .code($0) } ?? .none
    entry[Departure.plannedOn] = .day(Self.today + Int.random(in: 10...80, using: &generator))
    return entry
  }

  /// What is kept beside departures: targets, reviews, incidents, reports and task updates.
  public mutating func edits(after register: Register) -> [[Edit]] {
    targets() + reviews(register) + incidents() + reports(register) + taskUpdates()
  }

  private mutating func fresh(_ kind: String) -> String { "\(kind)/\(LineID.random(using: &generator))" }

  private mutating func targets() -> [[Edit]] {
    let shares = Self.shares.compactMap { code, share -> (String, FieldValue)? in
      places.unit(code: code, catalogue: .y2023).map { (TargetVersion.share($0.key), .integer(share)) }
    }
    return (2023...2024).map { year in
      [
        Edit(
          fresh("target"),
          [
            (TargetVersion.target.key, .text("T1")), (TargetVersion.year.key, .integer(year)),
            (TargetVersion.value.key, .integer(200)),
            (TargetVersion.decision.key, .text("Quyết định mẫu \(year)")),
          ] + shares)
      ]
    }
  }

  /// The review of the year after departure; some households are not reviewed yet.
  private mutating func reviews(_ register: Register) -> [[Edit]] {
    register.records(.household).compactMap { row in
      guard
        let departure = register.records(.departure).first(where: {
          register.link(Departure.household, $0) == row
        }),
        let left = register.day(Departure.departedOn, departure), left.year < 2024, !generator.chance(14)
      else { return nil }
      let before = register.householdClass(row, year: left.year)?.code ?? "OTHER"
      let outcome =
        before == "POOR"
        ? generator.pick([("POOR", 55), ("NEAR_POOR", 15), ("NEWLY_ESCAPED", 30)]) ?? "POOR" : before
      let household = register.key(.household, row)
      return [
        Edit(
          HouseholdReview.entity(household: household, year: left.year + 1),
          [
            (HouseholdReview.household.key, .link(household)),
            (HouseholdReview.year.key, .integer(left.year + 1)),
            (HouseholdReview.outcome.key, .code(outcome)),
          ])
      ]
    }
  }

  private mutating func incidents() -> [[Edit]] {
    let cases: [(String, String, Int, Int)] = [
      ("HOST_LAW", "closed", 2024, 5), ("ILLEGAL_STAY", "open", 2023, 11), ("HOST_LAW", "closed", 2023, 4),
    ]
    return cases.map { type, state, year, month in
      var fields: [(String, FieldValue)] = [
        (Incident.type.key, .code(type)), (Incident.on.key, day(year, month, 12)),
        (Incident.state.key, .text(state)),
        (Incident.note.key, .text("Vụ việc mẫu")),
      ]
      if let unit = commune() { fields.append((Incident.commune.key, .unit(unit))) }
      if state == "closed" { fields.append((Incident.closedOn.key, day(year, month + 2, 20))) }
      return [Edit(fresh("incident"), fields)]
    }
  }

  /// The monthly reports since the plan: most in time, some late, some missing.
  private mutating func reports(_ register: Register) -> [[Edit]] {
    var edits: [[Edit]] = []
    let busy = Set(
      register.records(.departure).compactMap { row in
        register.day(Departure.departedOn, row).map {
          CommuneMonth(unit: register.unit(Departure.commune, row), year: $0.year, month: $0.month)
        }
      })
    var period = ReportingPeriod(year: 2023, month: 7)
    while let due = period.due, due <= Self.today {
      for unit in places.communes(of: .y2023)
      where !generator.chance(period.next.due.map { $0 > Self.today } ?? false ? 7 : 1) {
        let late =
          generator.chance(5)
          ? Int.random(in: 1...12, using: &generator) : -Int.random(in: 0...8, using: &generator)
        let on = min(due + late, Self.today)
        let isBusy = busy.contains(CommuneMonth(unit: unit, year: period.year, month: period.month))
        let isApproved = generator.pick([("approved", 70), ("sent", 30)]) == "approved"
        let state = isApproved ? "approved" : isBusy ? "sent" : "nil"
        edits.append([
          Edit(
            PeriodReport.entity(unit: places.key(of: unit), period: period.code),
            [
              (PeriodReport.unit.key, .unit(unit)), (PeriodReport.period.key, .text(period.code)),
              (PeriodReport.state.key, .text(state)), (PeriodReport.on.key, .day(on)),
              (PeriodReport.receivedOn.key, .day(on)), (PeriodReport.by.key, .text("Cán bộ mẫu")),
            ])
        ])
      }
      period = period.next
    }
    return edits
  }

  private struct CommuneMonth: Hashable {
    let unit: UnitID?
    let year: Int
    let month: Int
  }

  private mutating func taskUpdates() -> [[Edit]] {
    let words: [(String, String, Int, Int, Int, String, String)] = [
      ("III.1.1", "10", 2024, 3, 40, "Hội nghị quán triệt cấp tỉnh (mẫu)", "12/BC-SLĐ"),
      ("III.1.1", "10", 2024, 8, 50, "Kiểm tra tại bốn huyện (mẫu)", "41/BC-SLĐ"),
      ("III.1.1", "02728", 2024, 9, 50, "Hội nghị quán triệt, 64 người (mẫu)", "45/BC-UBND"),
      ("III.1.2", "10", 2024, 7, 90, "Lồng ghép kế hoạch năm 2025 (mẫu)", "30/KH-SLĐ"),
      ("III.2.1", "10", 2024, 6, 30, "Tuyên truyền trên đài (mẫu)", ""),
      ("III.2.1", "083", 2024, 9, 60, "Phiên chợ việc làm (mẫu)", "18/BC-UBND"),
    ]
    var edits = words.map { task, code, year, month, percent, note, evidence -> [Edit] in
      var fields: [(String, FieldValue)] = [
        (TaskUpdate.task.key, .text(task)), (TaskUpdate.on.key, day(year, month, 12)),
        (TaskUpdate.percent.key, .integer(percent)), (TaskUpdate.note.key, .text(note)),
      ]
      if let unit = places.unit(code: code, catalogue: .y2023) {
        fields.append((TaskUpdate.unit.key, .unit(unit.id)))
      }
      if !evidence.isEmpty { fields.append((TaskUpdate.evidence.key, .text(evidence))) }
      return [Edit(fresh("update"), fields)]
    }
    edits.append([
      Edit(
        fresh("deadline"),
        [
          (TaskDeadline.task.key, .text("III.1.1")), (TaskDeadline.due.key, day(2024, 9, 20)),
          (TaskDeadline.decision.key, .text("Công văn mẫu 55")),
        ])
    ])
    return edits
  }
}
