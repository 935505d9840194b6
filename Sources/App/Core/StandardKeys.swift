import Model

extension Keymap {
  /// Live everywhere.
  ///
  /// No plain character stands here, so a text field never loses one.
  static let global = Keymap(bindings: [
    Binding(
      keys: [.function(1), .control("G")], command: .help, label: Words("Trợ giúp", "Help"), inFooter: true),
    Binding(keys: [.function(9), .control("P")], command: .palette, label: Words("Tìm lệnh", "Find")),
    Binding(keys: [.escape], command: .cancel, label: Words("Quay lại", "Back"), inFooter: true),
    Binding(
      keys: [.function(10), .control("Q")], command: .quit, label: Words("Thoát", "Quit"), inFooter: true),
    Binding(
      keys: [.function(8), .control("T")], command: .switchInputMethod,
      label: Words("Bộ gõ: Telex, VNI, tắt", "Typing: Telex, VNI, off")),
    Binding(
      keys: [.control("K")], command: .linear,
      label: Words("Chữ liền, để máy đọc", "Plain lines, to be read aloud")),
    Binding(keys: [.control("L")], command: .redraw, label: Words("Vẽ lại màn hình", "Redraw")),
    Binding(keys: [.control("Z")], command: .suspend, label: Words("Tạm dừng", "Suspend")),
  ])

  /// Moving in a list of a few lines, in which nothing is searched for.
  static let shortList = list.without(.search, .nextMatch, .previousMatch)

  /// Moving in a list, by arrows or by vi letters.
  static let list = Keymap(bindings: [
    Binding(keys: [.up, .character("k")], command: .up, label: Words("Lên", "Up")),
    Binding(keys: [.down, .character("j")], command: .down, label: Words("Xuống", "Down")),
    Binding(keys: [.pageUp], command: .pageUp, label: Words("Trang trước", "Page up")),
    Binding(keys: [.pageDown], command: .pageDown, label: Words("Trang sau", "Page down")),
    Binding(keys: [.home, .character("g")], command: .first, label: Words("Đầu danh sách", "First")),
    Binding(keys: [.end, .character("G")], command: .last, label: Words("Cuối danh sách", "Last")),
    Binding(
      keys: [.enter, .right, .character("l")], command: .confirm, label: Words("Mở", "Open"),
      inFooter: true),
    Binding(
      keys: [.backspace, .left, .character("h")], command: .upLevel, label: Words("Lên một cấp", "Up a level")
    ),
    Binding(
      keys: [.character("/"), .control("F")], command: .search, label: Words("Tìm trong danh sách", "Search")),
    Binding(keys: [.character("n")], command: .nextMatch, label: Words("Tìm tiếp", "Next match")),
    Binding(keys: [.character("N")], command: .previousMatch, label: Words("Tìm ngược", "Previous match")),
    Binding(keys: [.character(":")], command: .palette, label: Words("Tìm lệnh", "Find")),
    Binding(keys: [.character("?")], command: .help, label: Words("Trợ giúp", "Help")),
    Binding(keys: [.character("q")], command: .cancel, label: Words("Quay lại", "Back")),
  ])

  /// Another year, month or period, in lists that have them.
  static let periods = Keymap(bindings: [
    Binding(keys: [.character(",")], command: .earlier, label: Words("Kỳ trước", "Earlier")),
    Binding(keys: [.character(".")], command: .later, label: Words("Kỳ sau", "Later")),
  ])

  /// Periods of several lengths, by the calendar or by state reporting periods.
  static let lengths = Keymap(bindings: [
    Binding(keys: [.character(">")], command: .shorter, label: Words("Kỳ ngắn hơn", "Shorter period")),
    Binding(keys: [.character("<")], command: .longer, label: Words("Kỳ dài hơn", "Longer period")),
    Binding(
      keys: [.character("Q")], command: .otherReckoning,
      label: Words("Kỳ theo lịch / từ ngày 15", "Calendar / from the 15th")),
  ])

  /// Another side of the same thing, in lists that have several.
  static let views = Keymap(bindings: [
    Binding(keys: [.tab], command: .nextView, label: Words("Chiều khác", "Next view"), inFooter: true),
    Binding(keys: [.backTab], command: .previousView, label: Words("Chiều trước", "Previous view")),
  ])

  /// Choosing several rows, in lists where that means something.
  static let marking = Keymap(bindings: [
    Binding(keys: [.character(" ")], command: .mark, label: Words("Đánh dấu", "Mark"))
  ])

  /// Typing in one line of text.
  ///
  /// Only keys that type nothing.
  static let text = Keymap(bindings: [
    Binding(keys: [.left], command: .left, label: Words("Sang trái", "Left")),
    Binding(keys: [.right], command: .right, label: Words("Sang phải", "Right")),
    Binding(keys: [.home, .control("A")], command: .lineStart, label: Words("Đầu dòng", "Line start")),
    Binding(keys: [.end, .control("E")], command: .lineEnd, label: Words("Cuối dòng", "Line end")),
    Binding(keys: [.backspace], command: .eraseBack, label: Words("Xóa lùi", "Erase back")),
    Binding(
      keys: [.delete, .control("D")], command: .eraseForward, label: Words("Xóa tới", "Erase forward")),
    Binding(keys: [.control("W")], command: .eraseWord, label: Words("Xóa từ", "Erase word")),
    Binding(keys: [.control("U")], command: .eraseLine, label: Words("Xóa dòng", "Erase line")),
  ])

  /// Going through the fields of a form.
  static let form =
    Keymap(bindings: [
      Binding(
        keys: [.function(2), .control("S")], command: .save, label: Words("Lưu", "Save"), inFooter: true),
      Binding(keys: [.tab], command: .nextField, label: Words("Ô sau", "Next field"), inFooter: true),
      Binding(keys: [.enter], command: .enterField, label: Words("Nhận, sang ô sau", "Take, next field")),
      Binding(keys: [.backTab], command: .previousField, label: Words("Ô trước", "Previous field")),
      Binding(keys: [.down], command: .down, label: Words("Xuống", "Down")),
      Binding(keys: [.up], command: .up, label: Words("Lên", "Up")),
      Binding(keys: [.pageDown], command: .pageDown, label: Words("Trang sau", "Page down")),
      Binding(keys: [.pageUp], command: .pageUp, label: Words("Trang trước", "Page up")),
      Binding(
        keys: [.function(7), .control("N")], command: .saveAndNext,
        label: Words("Lưu, người sau", "Save, next"), aside: Words("ô trống: +", "in an empty field: +")),
      Binding(
        keys: [.function(3), .control("R")], command: .repeatField,
        label: Words("Lặp lại ô này", "Repeat field"), aside: Words("ô trống: *", "in an empty field: *")),
      Binding(
        keys: [.function(5), .control("Y")], command: .repeatRest,
        label: Words("Lặp lại phần còn lại", "Repeat the rest")),
      Binding(
        keys: [.function(6), .control("X")], command: .skipGroup, label: Words("Bỏ qua nhóm", "Skip group"),
        aside: Words("ô trống: /", "in an empty field: /")),
      Binding(
        keys: [.function(12), .control("O")], command: .passWarning,
        label: Words("Vẫn nhận, ghi lý do", "Accept, with a reason")),
    ])
    + text.labelled(.right, aside: Words("nhận điều gợi ý sau dấu →", "takes what is offered behind →"))

  /// The same for a form that is one record by itself, with no record before it and none after.
  static let singleForm = form.without(.saveAndNext, .repeatField, .repeatRest, .skipGroup, .passWarning)
}
