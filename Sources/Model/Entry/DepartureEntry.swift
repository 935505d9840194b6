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

  /// The same for those who go through them often: not held.
  static let unretained = fields.map(Unmanaged.passUnretained)

  /// Beside them, what a clerk does not write.
  private static let stored = fields + [Departure.batch]
  private static let numbers = stored.map(\.number)

  public var unit: UnitID?
  /// In the order of `stored`: first those of `fields`.
  private var slots = [FieldValue](repeating: .none, count: numbers.count)
  /// Reasons for which a warning was passed over, by rule code.
  public var overrides: [String: String] = [:]

  public init(unit: UnitID? = nil, _ values: [String: FieldValue] = [:]) {
    self.unit = unit
    if !values.isEmpty { self.values = values }
  }

  /// What was said, by the key of the field; what belongs to no field of an entry is left out.
  public var values: [String: FieldValue] {
    get {
      zip(Self.stored, slots).reduce(into: [:]) { values, slot in
        if slot.1 != .none { values[slot.0.key] = slot.1 }
      }
    }
    set { for (index, field) in Self.stored.enumerated() { self[index] = newValue[field.key] ?? .none } }
  }

  /// The value of the field that stands at an index of `fields`.
  subscript(index: Int) -> FieldValue {
    get { slots[index] }
    set { slots[index] = index == Self.passport ? Self.tidied(newValue) : newValue }
  }

  public subscript(field: Field) -> FieldValue {
    get { Self.numbers.firstIndex(of: field.number).map { self[$0] } ?? .none }
    set { if let index = Self.numbers.firstIndex(of: field.number) { self[index] = newValue } }
  }

  private static let passport = fields.firstIndex { $0.number == Worker.passport.number }

  /// A passport is one number however it was typed.
  private static func tidied(_ value: FieldValue) -> FieldValue {
    if case .text(let text) = value { .text(PassportNumber.tidied(text)) } else { value }
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
