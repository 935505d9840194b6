@testable import App
@testable import Model

/// A commune with so many households, of one worker each, that were poor in the year before.
enum Households {
  static let commune = "02728"

  static let register = context(12).register

  static func context(_ count: Int) -> Context {
    var register = Register()
    for number in 1...count {
      var entry = DepartureEntry(unit: Demo.unit(commune))
      entry[Worker.fullName] = .text("Lao động mẫu \(number < 10 ? "0" : "")\(number)")
      entry[Worker.citizenId] = .text("0102040\(10000 + number)")
      entry[Household.key] = .text("h\(number < 10 ? "0" : "")\(number)")
      entry[Departure.village] = .text("Thôn mẫu 1")
      entry[DepartureEntry.householdClass] = .code("POOR")
      entry[DepartureEntry.householdYear] = .integer(2023)
      entry[Departure.departedOn] = Day(year: 2023, month: 7, day: 5).map { .day($0) } ?? .none
      entry[Worker.birthDate] = Day(year: 2004, month: 9, day: 17).map { .day($0) } ?? .none
      entry[Departure.market] = .code("JP")
      entry[Departure.contractForm] = .code("SERVICE_ENT")
      entry[Departure.contractMonths] = .integer(36)
      entry[Departure.orientationDate] = Day(year: 2023, month: 6, day: 1).map { .day($0) } ?? .none
      entry[Departure.orientationCertificate] = .text("M\(number)/BD")
      entry[DepartureEntry.status] = .code("ABROAD")
      register.anticipate(register.change(register.edits(adding: entry, today: DemoProvince.today)))
    }
    return Demo.context(commune, role: .clerk, register: register)
  }
}
