import Model

@testable import App

/// A paper form as a clerk types it, field by field, and a desk with an empty register to type it at.
struct PaperForm {
  var name = "Lao động mẫu Ân"
  var citizen = "010204000901"
  var birth = "0507"
  var phone = ""
  var trained = "010624"
  var certificate = "12/BD"

  var keys: String {
    "\(name)<Tab>\(citizen)\(birth)<Tab><Tab>mong<Tab>\(phone)<Tab><Tab>h1<Tab>hộ nghèo<Tab><Tab><Tab>"
      + "nhat<Tab>doanh nghiep dich vu<Tab><Tab><Tab><Tab><Tab><Tab>\(trained)<Tab>\(certificate)<Tab>"
      + "<Tab>050724<Tab>"
  }

  /// The person after the first one.
  static let second = PaperForm(name: "Lao động mẫu Bình", citizen: "010204000902", birth: "0607")

  static func desk(_ role: Office.Role = .clerk, register: Register = Register()) -> Desk {
    var context = Context(register: register, today: DemoProvince.today)
    context.office = Demo.context("02728", role: role).office
    return Desk(context)
  }

  /// The same with an empty form open.
  static func open() -> Desk {
    var desk = desk()
    desk.press("<F9>nhap xuat<Enter>a")
    return desk
  }
}

extension Desk {
  /// The bottom line.
  var footer: String { frame.text.split(separator: "\n", omittingEmptySubsequences: false)[23].description }

  /// The line above the rule at the bottom, where a form speaks.
  var message: String { frame.text.split(separator: "\n", omittingEmptySubsequences: false)[21].description }

  /// The field with the caret.
  var field: String {
    let line = text.split(separator: "\n").first { $0.contains("▸") } ?? ""
    return line.split(separator: "▸").last?.split(separator: "[").first.map { String($0).trimmed } ?? ""
  }

  /// The same program started anew, with the drafts that lie on disk.
  func restarted() -> Desk {
    var context = state.context
    context.drafts = world.drafts.values.sorted { $0.id < $1.id }
      .filter { !$0.isOver(in: state.context.register) }
    return Desk(context)
  }

  var departures: [Int] { state.context.register.records(.departure) }
}

extension String {
  fileprivate var trimmed: String {
    var rest = Substring(self)
    while rest.last == " " { rest.removeLast() }
    while rest.first == " " { rest.removeFirst() }
    return String(rest)
  }
}
