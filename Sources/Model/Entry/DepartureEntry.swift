/// One departure as a clerk writes it on one line: the person, the household, the contract, the status.
///
/// The form, `add` and import all fill in this record; the same rules check it and it is saved the same way.
public struct DepartureEntry: Sendable, Equatable {
  /// The class of the household in `householdYear`.
  public static let householdClass = Field(
    "householdClass", of: .review, .code(.householdClasses), "Diện hộ", "Household class")
  /// The review year of the class; without it, the year of departure.
  public static let householdYear = Field(
    "householdYear", of: .review, .integer(2000...2100), "Năm rà soát", "Review year")
  public static let status = Field("status", of: .event, .code(.statuses), "Trạng thái", "Status")
  public static let returnedOn = Field("returnedOn", of: .event, .day, "Ngày về", "Returned on")

  /// In the order of the paper form.
  public static let fields = [
    Worker.fullName, Worker.citizenId, Worker.birthDate, Worker.sex, Worker.ethnicGroup, Worker.phone,
    Departure.village, Household.key, householdClass, householdYear, Worker.passport,
    Departure.market, Departure.contractForm, Departure.programme, Departure.sector, Departure.occupation,
    Departure.enterprise, Departure.contractMonths, Departure.orientationDate,
    Departure.orientationCertificate,
    status, Departure.departedOn, Departure.plannedOn, returnedOn,
  ]

  /// Beside them, what a clerk does not write.
  private static let stored = fields + [Departure.batch]
  private static let numbers = stored.map(\.number)

  public var unit: UnitID?
  /// In the order of `stored`.
  private var slots = [FieldValue](repeating: .none, count: numbers.count)
  /// Reasons for which a warning was passed over, by rule code.
  public var overrides: [String: String] = [:]

  public init(unit: UnitID? = nil, _ values: [String: FieldValue] = [:]) {
    self.unit = unit
    self.values = values
  }

  /// What was said, by the key of the field; what belongs to no field of an entry is left out.
  public var values: [String: FieldValue] {
    get {
      zip(Self.stored, slots).reduce(into: [:]) { values, slot in
        if slot.1 != .none { values[slot.0.key] = slot.1 }
      }
    }
    set { slots = Self.stored.map { Self.kept(newValue[$0.key] ?? .none, $0) } }
  }

  public subscript(field: Field) -> FieldValue {
    get { Self.numbers.firstIndex(of: field.number).map { slots[$0] } ?? .none }
    set {
      if let index = Self.numbers.firstIndex(of: field.number) { slots[index] = Self.kept(newValue, field) }
    }
  }

  /// A passport is one number however it was typed.
  private static func kept(_ value: FieldValue, _ field: Field) -> FieldValue {
    guard field.number == Worker.passport.number, case .text(let text) = value else { return value }
    return .text(PassportNumber.tidied(text))
  }

  public func text(_ field: Field) -> String? {
    if case .text(let text) = self[field], !text.isEmpty { text } else { nil }
  }

  public func code(_ field: Field) -> String? {
    if case .code(let code) = self[field] { code } else { nil }
  }

  public func day(_ field: Field) -> Day? {
    if case .day(let day) = self[field] { day } else { nil }
  }

  public func integer(_ field: Field) -> Int? {
    if case .integer(let integer) = self[field] { integer } else { nil }
  }

  public var status: Status? { code(Self.status).flatMap { Status(code: $0) } }

  /// Whether the status says that the person has left Việt Nam.
  public var hasLeft: Bool { status?.hasLeft ?? false }
}

extension DepartureEntry {
  /// The citizen id, where one of the legal structure was given.
  var citizenNumber: CitizenNumber? {
    guard let text = text(Worker.citizenId) else { return nil }
    do throws(TextProblem) { return try CitizenNumber(text) } catch { return nil }
  }
}
