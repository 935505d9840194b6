import Model

/// The keys of the month grid, and how a cell says what it is.
enum GridKeys {
  /// Letters that keep their meaning while digits are typed.
  static let letters = Keymap.periods + [.action(.undo), .action(.redo), ListedPlaces.key]

  static let source = Keymap(bindings: [
    Binding(
      keys: [.enter, .tab, .down], command: .enterField, label: Words("Nhận nguồn", "Take the source"),
      inFooter: true),
    Binding(keys: [.escape], command: .cancel, label: Words("Về ô", "Back to the cell"), inFooter: true),
  ])

  static func cells(_ cannotWrite: Words?) -> Keymap {
    Keymap(bindings: [
      Binding(
        keys: [.enter], command: .confirm, label: Words("Nhận số; ô trống: mở", "Take; else open"),
        inFooter: true),
      Binding(keys: [.tab], command: .nextField, label: Words("Tháng sau", "Next month"), inFooter: true),
      Binding(keys: [.backTab], command: .previousField, label: Words("Tháng trước", "Month before")),
      Binding(keys: [.up], command: .up, label: Words("Lên", "Up")),
      Binding(keys: [.down], command: .down, label: Words("Xuống", "Down")),
      Binding(keys: [.pageUp, .home], command: .first, label: Words("Đơn vị đầu", "First unit")),
      Binding(keys: [.pageDown, .end], command: .last, label: Words("Đơn vị cuối", "Last unit")),
      Binding(
        keys: [.delete, .control("D")], command: .eraseForward, label: Words("Bỏ số đếm", "Drop the count"),
        inFooter: true, disabled: cannotWrite),
    ]) + .text + letters
  }

  /// The number of a cell with its mark: `s` counted, `+` records and counts, `!` a count that differs.
  static func text(_ cell: CountsGrid.Cell) -> String {
    if cell.difference != nil { return "\(cell.value)!" }
    switch cell.origin {
    case .nothing: return ""
    case .records: return "\(cell.value)"
    case .counts: return "\(cell.value)s"
    case .mixed: return "\(cell.value)+"
    }
  }

  /// What the count of a unit as a whole is worth in its own grid.
  static func sentence(_ whole: (count: Int, source: String?), counts: Bool) -> Words {
    let source = whole.source.map { " (\($0))" } ?? ""
    return counts
      ? Words(
        "\(whole.count) lượt của cả đơn vị, chỉ có số đếm\(source)",
        "\(whole.count) of the whole unit, counted only\(source)")
      : Words(
        "số đếm cả đơn vị \(whole.count)\(source) không tính: bên dưới đã có số",
        "the whole unit's count \(whole.count)\(source) is not used: numbers stand below")
  }

  /// What a cell is made of, in words.
  static func sentence(_ cell: CountsGrid.Cell) -> Words {
    let source = cell.source.map { " (\($0))" } ?? ""
    let counted = cell.count ?? 0
    if let difference = cell.difference {
      let sign = difference > 0 ? "+" : ""
      return Words(
        "tính \(cell.value) lượt có trên sổ; số đếm \(counted)\(source) lệch \(sign)\(difference)",
        "\(cell.value) on file count; the typed \(counted)\(source) differs by \(sign)\(difference)")
    }
    switch cell.origin {
    case .nothing:
      return Words("chưa có gì; gõ số nếu chỉ biết số đếm", "nothing; type a count if only that is known")
    case .records: return Words("\(cell.value) lượt có bản ghi", "\(cell.value) with records")
    case .counts:
      return cell.stands
        ? Words("\(cell.value) lượt, theo số đếm của các xã", "\(cell.value), as counted in the communes")
        : Words("\(cell.value) lượt, chỉ có số đếm\(source)", "\(cell.value), counted only\(source)")
    case .mixed:
      return Words(
        "\(cell.value) lượt, trong đó \(cell.fromCounts) theo số đếm",
        "\(cell.value), of which \(cell.fromCounts) are counted only")
    }
  }
}
