import Model

@testable import App
@testable import Model

/// The invented province with one record that several people have worked on, one after the other.
enum Remembered {
  static let commune = "02728"

  /// The line that takes one of the changes back.
  static let undo = LineID.random()

  static let register: Register = {
    var register = Demo.register
    let context = Demo.context(commune, role: .clerk)
    let filter = DepartureFilter(unit: context.unit, period: Period(year: 2024))
    guard let row = PersonRow.rows(filter, context).first?.row else { return register }
    func save(_ entity: String, _ fields: [(String, FieldValue)]) -> LineID {
      let change = register.change([Edit(entity, fields, basis: register.basis(of: entity))])
      register.anticipate(change)
      return change.id
    }
    let departure = register.key(.departure, row)
    let worker = register.link(Departure.worker, row).map { register.key(.worker, $0) } ?? ""
    _ = save(
      departure, [("market", .code("HU")), ("orientationDate", .day(Day(iso: "2024-06-20") ?? .first))])
    _ = save(worker, [("citizenId", .text("010204000777")), ("passport", .text("C1234567"))])
    let wrong = save(departure, [("enterprise", .text("Doanh nghiệp mẫu có tên dài không vừa một cột"))])
    if let undo = register.undoing(wrong, id: undo) { register.anticipate(undo) }
    _ = save(departure, [("override.W12", .text("Giấy ghi nhầm"))])
    if let household = register.link(Departure.household, row) {
      register.anticipate(register.change(register.edits(reviewing: household, in: 2024, as: "NEAR_POOR")))
      register.anticipate(
        register.change(register.edits(reviewing: household, in: 2024, as: "NEWLY_ESCAPED")))
    }
    if let incident = register.records(.incident).first {
      _ = save(register.key(.incident, incident), [("note", .text("Đã báo cáo huyện"))])
    }
    return register
  }()
}
