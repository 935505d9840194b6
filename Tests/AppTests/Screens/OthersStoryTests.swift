import Model
import Testing

@testable import App
@testable import Model

/// Two people correct one record at once: whoever saves second is asked before anything is written.
@Suite("Somebody else has just changed that field")
struct OthersStoryTests {
  /// The form on the first departure of the commune, with the phone typed but not saved.
  private func form(phone: String = "0912345678") -> Desk {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press("<F9>nhap xuat<Enter><Home>E<Tab><Tab><Tab><Tab><Tab>")
    desk.press("<^U>" + phone)
    return desk
  }

  /// What somebody else saves in the meantime on the same person and departure.
  private func others(
    _ desk: inout Desk, phone: String? = nil, village: String? = nil, enterprise: String? = nil
  ) throws {
    let register = desk.state.context.register
    let row = try #require(register.row(of: key(desk))?.row)
    let worker = try #require(register.link(Departure.worker, row))
    if let phone {
      let entity = register.key(.worker, worker)
      try save([Edit(entity, [("phone", .text(phone))], basis: register.basis(of: entity))], &desk)
    }
    let fields =
      [("village", village), ("enterprise", enterprise)].compactMap { key, text in
        text.map { (key, FieldValue.text($0)) }
      }
    if !fields.isEmpty {
      let register = desk.state.context.register
      try save([Edit(key(desk), fields, basis: register.basis(of: key(desk)))], &desk)
    }
  }

  private func save(_ edits: [Edit], _ desk: inout Desk) throws {
    let line = try #require(LineWorld.line(desk.state.context.register.change(edits)))
    desk.send(.arrived([line]))
  }

  private func key(_ desk: Desk) -> String {
    let register = desk.state.context.register
    let unit = Demo.unit("02728")
    let rows = register.records(.departure).filter { register.unit(Departure.commune, $0) == unit }
    let named = rows.filter {
      register.entry($0, today: DemoProvince.today).text(Worker.fullName)?.hasSuffix("0542") ?? false
    }
    return named.first.map { register.key(.departure, $0) } ?? ""
  }

  private func value(_ field: Field, _ desk: Desk) -> FieldValue {
    let register = desk.state.context.register
    return register.row(of: key(desk)).map { register.entry($0.row, today: DemoProvince.today)[field] }
      ?? .none
  }

  private func conflicts(_ desk: Desk) -> Int {
    let register = desk.state.context.register
    return register.row(of: key(desk)).map { register.conflictCount(around: $0.row) } ?? -1
  }

  @Test func mineIsWrittenOverTheirsWhenIAskForIt() throws {
    var desk = form()
    try others(&desk, phone: "0987654321")
    desk.press("<F2>")
    #expect(desk.text.contains("“Điện thoại” vừa được lan.nt sửa: 0987654321"), "\(desk.text)")
    #expect(desk.text.contains("g Giữ của họ") && desk.text.contains("d Ghi đè"), "\(desk.text)")
    #expect(value(Worker.phone, desk) == .text("0987654321"))
    desk.press("d")
    #expect(desk.text.contains("Đã lưu"), "\(desk.text)")
    #expect(value(Worker.phone, desk) == .text("0912345678"))
    #expect(conflicts(desk) == 0)
  }

  @Test func theirsStaysWhenIKeepIt() throws {
    var desk = form()
    desk.press("<Tab><^U>Thôn mẫu mới")
    try others(&desk, phone: "0987654321")
    desk.press("<F2>g")
    #expect(desk.text.contains("Đã lưu"), "\(desk.text)")
    #expect(value(Worker.phone, desk) == .text("0987654321"))
    #expect(value(Departure.village, desk) == .text("Thôn mẫu mới"))
    #expect(conflicts(desk) == 0)
  }

  @Test func whatILeftAloneIsTheirsWithoutAQuestion() throws {
    var desk = form()
    try others(&desk, village: "Thôn mẫu khác", enterprise: "Doanh nghiệp mẫu khác")
    desk.press("<F2>")
    #expect(desk.text.contains("Đã lưu"), "\(desk.text)")
    #expect(value(Departure.village, desk) == .text("Thôn mẫu khác"))
    #expect(value(Departure.enterprise, desk) == .text("Doanh nghiệp mẫu khác"))
    #expect(value(Worker.phone, desk) == .text("0912345678"))
  }

  @Test func eachFieldIsAskedOfAndEscapeLeadsBack() throws {
    var desk = form()
    desk.press("<Tab><^U>Thôn mẫu mới")
    try others(&desk, phone: "0987654321", village: "Thôn mẫu khác", enterprise: "Doanh nghiệp mẫu khác")
    desk.press("<F2><Esc>")
    #expect(desk.text.contains("▸ Thôn, bản") || desk.text.contains("[0912345678"), "\(desk.text)")
    desk.press("<F2>x")
    #expect(desk.text.contains("vừa được"), "another key answers nothing: \(desk.text)")
    desk.press("d")
    #expect(desk.text.contains("“Thôn, bản” vừa được"), "\(desk.text)")
    desk.press("g")
    #expect(desk.text.contains("Đã lưu"), "\(desk.text)")
    #expect(value(Worker.phone, desk) == .text("0912345678"))
    #expect(value(Departure.village, desk) == .text("Thôn mẫu khác"))
    #expect(value(Departure.enterprise, desk) == .text("Doanh nghiệp mẫu khác"))
    #expect(conflicts(desk) == 0)
  }

  @Test func theSameValueTwiceIsNoQuestion() throws {
    var desk = form()
    try others(&desk, phone: "0912345678")
    desk.press("<F2>")
    #expect(!desk.text.contains("vừa được"), "\(desk.text)")
    #expect(value(Worker.phone, desk) == .text("0912345678"))
  }
}
