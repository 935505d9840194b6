import Model

@testable import App
@testable import Model

/// The invented province with a few things that people did beside each other in one commune.
enum Disputed {
  static let commune = "02725"

  static let register: Register = {
    var register = Demo.register
    guard let unit = Places.standard.unit(code: commune, catalogue: .y2023)?.id else { return register }
    var rows = register.records(.departure).filter { register.unit(Departure.commune, $0) == unit }
    rows.sort { (name(of: $0), register.key(.departure, $0)) < (name(of: $1), register.key(.departure, $1)) }
    func name(of row: Int) -> String {
      register.link(Departure.worker, row).flatMap { register.text(Worker.fullName, $0) } ?? ""
    }
    func save(_ entity: String, _ fields: [(String, FieldValue)], knowing basis: [LineID]) {
      register.anticipate(register.change([Edit(entity, fields, basis: basis)]))
    }
    // Two people correct the market and the orientation date of the first departure.
    let first = register.key(.departure, rows[0])
    var known = register.basis(of: first)
    save(first, [("market", .code("KR")), ("orientationDate", .day(day("2024-06-20")))], knowing: known)
    save(first, [("market", .code("HU")), ("orientationDate", .day(day("2024-06-27")))], knowing: known)
    // One takes the second departure back, another corrects it.
    let second = register.key(.departure, rows[1])
    known = register.basis(of: second)
    save(second, [("village", .text("Thôn mẫu 9"))], knowing: known)
    save(second, [("deleted", .flag(true))], knowing: known)
    // The third person gets a second record with another phone.
    let worker = register.link(Departure.worker, rows[2]) ?? 0
    let again = "worker/zzzzzzzzzzzzzzzz"
    save(
      again,
      [
        ("fullName", .text("Lao động mẫu 9999")), ("citizenId", register.value(Worker.citizenId, worker)),
        ("phone", .text("0900000099")), ("sex", register.value(Worker.sex, worker)),
      ], knowing: [])
    save("departure/zzzzzzzzzzzzzzzz", [("worker", .link(again)), ("commune", .unit(unit))], knowing: [])
    return register
  }()

  private static func day(_ iso: String) -> Day { Day(iso: iso) ?? .first }
}
