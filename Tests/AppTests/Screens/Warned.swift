import Model

@testable import Model

/// A small register with warnings on it: one passed over with a reason, two without, and a record in order.
enum Warned {
  static let commune = "02728"

  static let register: Register = {
    var register = Register()
    for (number, change) in changes.enumerated() {
      var entry = entry(number)
      change(&entry)
      register.anticipate(register.change(register.edits(adding: entry, today: DemoProvince.today)))
    }
    return register
  }()

  private static func day(_ iso: String) -> FieldValue { Day(iso: iso).map { .day($0) } ?? .none }

  private static var changes: [(inout DepartureEntry) -> Void] {
    [
      { _ in },
      { $0[Departure.orientationDate] = day("2024-07-09") },
      { $0[Departure.orientationCertificate] = .none },
      {
        $0[Departure.orientationDate] = day("2024-07-08")
        $0.overrides = ["W12": "Giấy xác nhận ghi nhầm, đã hỏi trung tâm"]
      },
    ]
  }

  private static func entry(_ number: Int) -> DepartureEntry {
    var entry = DepartureEntry(unit: Places.standard.unit(code: commune, catalogue: .y2023)?.id)
    entry[Worker.fullName] = .text("Lao động mẫu 0\(number + 1)")
    entry[Worker.citizenId] = .text("01020400010\(number)")
    entry[Worker.birthDate] = day("2004-09-1\(number)")
    entry[Worker.sex] = .code("M")
    entry[Departure.market] = .code("JP")
    entry[Departure.contractForm] = .code("SERVICE_ENT")
    entry[Departure.contractMonths] = .integer(36)
    entry[Departure.orientationDate] = day("2024-06-28")
    entry[Departure.orientationCertificate] = .text("M100\(number)/BDKT")
    entry[Departure.departedOn] = day("2024-07-05")
    entry[DepartureEntry.status] = .code("ABROAD")
    return entry
  }
}
