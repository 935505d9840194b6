import Model

/// The first start: whose desk this is, found by a few letters, and in which role.
struct SetupScreen: Screen {
  private var field = TextField(limit: 60)
  private var matches: [UnitID] = []
  private var selection = 0
  private var chosen: UnitID?
  private var role = 0

  private static let officeWords = Words(
    "Cơ quan của tôi: gõ vài chữ, có dấu hay không (vd. muong hum)",
    "My office: type a few letters, with or without marks (e.g. muong hum)")
  private static let roleWords = Words(
    "Vai trò của tôi: chọn bằng mũi tên lên, xuống", "My role: choose with the up and down arrows")

  private static let roles: [(Office.Role, Words)] = [
    (.clerk, Words("cán bộ nhập liệu", "clerk: enters data")),
    (.supervisor, Words("theo dõi, chỉ đạo", "supervisor: follows and approves")),
    (.reader, Words("chỉ xem", "reader: only views")),
  ]

  /// Begins with the office and role one has.
  init(_ context: Context) {
    matches = SetupScreen.find("", context)
    guard let own = context.office.unit else { return }
    matches = [own] + matches.filter { $0 != own }
    role = Self.roles.firstIndex { $0.0 == context.office.role } ?? 0
  }

  private static func find(_ query: String, _ context: Context) -> [UnitID] {
    let places = Places.standard
    let today = places.catalogue(on: context.today)
    if query.isEmpty { return [places.province(of: today)] + places.districts(of: today) }
    let found = places.find(query, on: nil).map(\.unit).filter { places[$0].isOfPlan }
    // Today's units first, then those that are no more.
    return found.filter { places[$0].isValid(on: context.today) }
      + found.filter { !places[$0].isValid(on: context.today) }
  }

  func breadcrumbs(_ context: Context) -> [String] {
    ["Lên Đường", Words("Bắt đầu", "Start")[context.language]]
  }
  func facts(_ context: Context) -> String { context.today.text }
  var isTyping: Bool { chosen == nil }

  func keymap(_ context: Context) -> Keymap {
    chosen == nil
      ? (Keymap.text
        + [
          Binding(keys: [.enter, .tab], command: .confirm, label: Words("Chọn", "Choose"), inFooter: true),
          Binding(keys: [.up], command: .up, label: Words("Lên", "Up")),
          Binding(keys: [.down], command: .down, label: Words("Xuống", "Down")),
          Binding(keys: [.pageUp], command: .pageUp, label: Words("Trang trước", "Page up")),
          Binding(keys: [.pageDown], command: .pageDown, label: Words("Trang sau", "Page down")),
        ])
      : (Keymap(bindings: [
        Binding(keys: [.enter], command: .confirm, label: Words("Chọn", "Choose"), inFooter: true)
      ]) + Keymap.list).footer(.confirm, .cancel, .help, .quit)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .text(let typed):
      _ = field.insert(typed)
      search(context)
    case .command(.confirm):
      guard let unit = chosen else {
        chosen = matches.indices.contains(selection) ? matches[selection] : nil
        return chosen == nil ? [.beep] : []
      }
      let places = Places.standard
      return [
        .setOffice(
          Office(unit: unit, name: places[unit].fullName(context.language), role: Self.roles[role].0))
      ]
    case .command(.up): move(-1)
    case .command(.down): move(1)
    case .command(.pageUp): move(-10)
    case .command(.pageDown): move(10)
    case .command(.first) where chosen != nil: role = 0
    case .command(.last) where chosen != nil: role = Self.roles.count - 1
    case .command(.cancel), .command(.upLevel):
      guard chosen == nil else {
        chosen = nil
        return []
      }
      return context.office.unit == nil
        ? [.notify(Words("Nhấn F10 để thoát", "Press F10 to quit"), .notice)] : [.close]
    case .command(let command):
      if chosen == nil, field.handle(command) { search(context) }
    default: break
    }
    return []
  }

  private mutating func search(_ context: Context) {
    matches = SetupScreen.find(field.value, context)
    if matches.isEmpty, field.keys != field.text { matches = SetupScreen.find(field.keys, context) }
    selection = 0
  }

  private mutating func move(_ step: Int) {
    if chosen == nil {
      selection = min(max(0, selection + step), max(0, matches.count - 1))
    } else {
      role = min(max(0, role + step), Self.roles.count - 1)
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let language = context.language
    let lines = [
      Words("Sổ theo dõi người lao động đi làm việc ở nước ngoài", "Register of workers abroad")[language],
      (chosen == nil ? Self.officeWords : Self.roleWords)[language],
    ]
    for (index, line) in lines.enumerated() where index < area.height {
      frame.write(" " + line, in: area.row(index), index == 0 ? .heading : .plain)
    }
    let (_, body) = area.split(top: 3)
    if let chosen { return draw(roleOf: chosen, in: &frame, body, context) }
    guard body.height > 0 else { return }
    frame.write(" " + Words("Tìm: ", "Find: ")[language], in: body.row(0), .heading)
    let list = body.split(top: 2).1
    let first = list.height > 0 ? selection / list.height * list.height : 0
    for (row, unit) in matches.dropFirst(first).prefix(list.height).enumerated() {
      let isChosen = first + row == selection
      frame.write(
        " \(isChosen ? String(frame.glyphs.pointer) : " ") " + describe(unit, context), in: list.row(row),
        isChosen ? .selected : .plain)
    }
    if matches.isEmpty, list.height > 0 {
      frame.write("   " + Words("Không thấy đơn vị nào", "No such unit")[language], in: list.row(0), .warning)
    }
    field.draw(in: &frame, body.inset(left: 8).row(0), style: .focused, isFocused: true)
  }

  private func describe(_ unit: UnitID, _ context: Context) -> String {
    let places = Places.standard
    let one = places[unit]
    let district =
      one.level == .commune
      ? places.district(of: unit).map { ", " + places[$0].fullName(context.language) } ?? "" : ""
    let until = one.validUntil.map {
      $0 < context.today ? Words(" (đến \($0.text))", " (until \($0.text))") : Words("", "")
    }
    let from = one.validFrom.map {
      $0 > context.today ? Words(" (từ \($0.text))", " (from \($0.text))") : Words("", "")
    }
    return one.fullName(context.language) + district + "  " + one.code
      + (until?[context.language] ?? "") + (from?[context.language] ?? "")
  }

  private func draw(roleOf unit: UnitID, in frame: inout Frame, _ area: Rect, _ context: Context) {
    guard area.height > 0 else { return }
    frame.write(" " + describe(unit, context), in: area.row(0), .heading)
    for (row, entry) in Self.roles.enumerated() where row + 2 < area.height {
      let isChosen = row == role
      let line = area.row(row + 2)
      frame.write(
        " \(isChosen ? String(frame.glyphs.pointer) : " ") " + entry.1[context.language], in: line,
        isChosen ? .selected : .plain)
      if isChosen { frame.cursor = Point(x: line.x + min(1, line.width - 1), y: line.y) }
    }
  }
}
