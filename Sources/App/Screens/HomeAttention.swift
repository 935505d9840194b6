import Model

/// What the first screen says of records that need a person's decision.
extension HomeScreen {
  /// How many there are of a kind; a single record that came back opens itself, on the very field.
  static func attention(_ attention: Attention, _ context: Context) -> Item? {
    let rows = AttentionRow.rows(attention, context)
    guard let first = rows.first else { return nil }
    let register = context.register
    var route = Route.attention(attention)
    let (title, detail): (Words, Words)
    switch attention {
    case .conflicts:
      title = Words("\(rows.count) bản ghi mâu thuẫn", "\(rows.count) records in conflict")
      detail = Words("hai người sửa cùng một ô", "two people changed one field")
    case .doubles:
      title = Words("\(rows.count) người nhiều hồ sơ", "\(rows.count) people in several records")
      detail = Words("cùng số định danh; xem để gộp", "one citizen id; to be merged")
    case .returned:
      guard let note = register.notes(on: first.record.row).first else { return nil }
      title = Words("\(rows.count) hồ sơ bị trả lại", "\(rows.count) records given back")
      let name = register.title(first.record, context.language)
      detail = Words("\(name): “\(note.text)”", "\(name): “\(note.text)”")
      if rows.count == 1 {
        route = .departureForm(DepartureRequest(departure: first.key, focus: note.field))
      }
    }
    return Item(
      title: title[context.language], detail: detail[context.language], style: .warning, route: route)
  }
}
