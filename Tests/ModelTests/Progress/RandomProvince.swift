@testable import Model

/// Lines about few people, households and departures, so that everything meets everything: an invented province.
struct RandomProvince {
  private var chance: Seeded
  private var register = Register()

  init(seed: UInt64) { chance = Seeded(seed) }

  private static let units = ["02728@2023", "02740@2023", "02647@2023", "02728@2024-11", "02728@2025"]
  private static let numbers = ["010204000101", "010204000102", "010304000103"]
  private static let classes = ["POOR", "POOR", "NEAR_POOR", "AVERAGE"]
  private static let statuses = [
    "ABROAD", "ABROAD", "VISA_GRANTED", "WITHDRAWN", "RETURNED_EARLY", "REGISTERED",
  ]

  /// The next line of the journal; empty where chance changed nothing.
  mutating func line() -> [UInt8] {
    let change = register.change((0..<Int.random(in: 1...3, using: &chance)).map { _ in edit() }.distinct)
    guard !change.isEmpty else { return [] }
    let line =
      change.operations.count == 1
      ? NewLine.set(change.operations[0], id: LineID.random(using: &chance))
      : NewLine.tx(change.operations, id: LineID.random(using: &chance))
    let bytes = line.bytes(n: register.highestNumber + 1)
    register.fold(bytes)
    return bytes
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &chance)]
  }

  private mutating func day() -> FieldValue {
    .day(aDay("2023-01-01") + Int.random(in: 0...900, using: &chance))
  }

  private mutating func unit() -> FieldValue { .unit(aUnit(pick(Self.units))) }

  /// One record: most fields are said, some are taken back, now and then it is deleted.
  private mutating func edit() -> Edit {
    let number = Int.random(in: 0...7, using: &chance)
    let household = "household/02728@2023:h\(number % 4)"
    let year = 2023 + Int.random(in: 0...3, using: &chance)
    var entity = "departure/d\(number)"
    var fields: [(Field, FieldValue)]
    switch Int.random(in: 0..<10, using: &chance) {
    case 0...3:
      fields = [
        (Departure.worker, .link("worker/w\(pick([0, 1, 2, 3]))")), (Departure.household, .link(household)),
        (Departure.commune, unit()), (Departure.contractForm, .code("SERVICE_ENT")),
        (Departure.departedOn, day()), (Departure.orientationDate, day()), (Departure.deleted, .flag(false)),
      ]
      if pick([0, 1, 2, 3, 4, 5]) == 0 { fields.append((Departure.deleted, .flag(true))) }
    case 4, 5:
      entity = "event/e\(number)"
      fields = [
        (StatusEvent.departure, .link("departure/d\(pick([0, 1, 2, 3, 4, 5, 6, 7]))")),
        (StatusEvent.status, .code(pick(Self.statuses))), (StatusEvent.on, day()),
        (StatusEvent.deleted, .flag(pick([true, false, false, false]))),
      ]
    case 6, 7:
      entity = HouseholdReview.entity(household: household, year: year)
      fields = [
        (HouseholdReview.household, .link(household)), (HouseholdReview.year, .integer(year)),
        (HouseholdReview.outcome, .code(pick(Self.classes))),
      ]
    case 8:
      entity = "worker/w\(number % 4)"
      fields = [
        (Worker.citizenId, .text(pick(Self.numbers))), (Worker.passport, .text(pick(["C1", "C2"]))),
        (Worker.into, pick([.none, .none, .link("worker/w0"), .link("worker/w1")])),
      ]
    default:
      entity = "mark/m\(number % 3)"
      fields = [
        (UnitMark.unit, pick([unit(), .unit(aUnit("082@2023")), .unit(aUnit("086@2023"))])),
        (UnitMark.mark, .text(pick(["poorDistrict", "especiallyDisadvantaged"]))),
        (UnitMark.value, .flag(pick([true, false]))),
      ]
    }
    let said = fields.shuffled(using: &chance).prefix(Int.random(in: 1...fields.count, using: &chance))
    let isTakenBack = pick(Array(0..<8)) == 0
    return Edit(
      entity, said.map { ($0.0.key, isTakenBack ? .none : $0.1) },
      basis: pick([true, true, false]) ? register.basis(of: entity) : [])
  }
}

extension [Edit] {
  /// One edit an entity: a line speaks of an entity once.
  fileprivate var distinct: [Edit] {
    var seen: Set<String> = []
    return filter { seen.insert($0.entity).inserted }
  }
}
