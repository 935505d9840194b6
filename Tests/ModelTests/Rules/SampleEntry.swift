@testable import Model

extension DepartureEntry {
  /// A departure that breaks no rule.
  static func sample(_ change: (inout DepartureEntry) -> Void = { _ in }) -> DepartureEntry {
    var entry = DepartureEntry(unit: aUnit("02728@2023"))
    entry[Worker.fullName] = .text("Lao động mẫu 04")
    entry[Worker.citizenId] = .text("010204000104")
    entry[Worker.birthDate] = .day(aDay("2004-09-17"))
    entry[Worker.sex] = .code("M")
    entry[Worker.ethnicGroup] = .code("MONG")
    entry[Departure.village] = .text("Ky Quan San")
    entry[Household.key] = .text("h1")
    entry[householdClass] = .code("POOR")
    entry[householdYear] = .integer(2024)
    entry[Departure.market] = .code("JP")
    entry[Departure.contractForm] = .code("SERVICE_ENT")
    entry[Departure.sector] = .code("FOOD_PROCESSING")
    entry[Departure.enterprise] = .text("Doanh nghiệp mẫu A")
    entry[Departure.contractMonths] = .integer(36)
    entry[Departure.orientationDate] = .day(aDay("2024-06-28"))
    entry[Departure.orientationCertificate] = .text("M1004/BDKT")
    entry[Departure.departedOn] = .day(aDay("2024-07-05"))
    entry[status] = .code("ABROAD")
    change(&entry)
    return entry
  }
}

/// What is said of an entry: code, level and field of each rule that it breaks.
struct Said: Equatable, CustomStringConvertible {
  let code: String
  let level: Rule.Level
  let field: String

  init(_ code: String, _ level: Rule.Level, _ field: String) {
    self.code = code
    self.level = level
    self.field = field
  }

  var description: String { "\(code) \(level) \(field)" }
}

/// What is said of the sample after a change, on 30/09/2024.
func said(
  of register: Register = Register(), correcting: Int? = nil, after change: (inout DepartureEntry) -> Void
) -> [Said] {
  let context = RuleContext(register, today: aDay("2024-09-30"), correcting: correcting)
  return Rule.findings(.sample(change), context).map { Said($0.code, $0.level, $0.field) }
}
