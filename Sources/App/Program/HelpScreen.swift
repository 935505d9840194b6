import Model

/// The keys that were live on the screen below.
struct HelpScreen: Screen {
  private let rows: [Binding]
  private var table = Table([
    Column(Words("Phím", "Key"), width: 18), Column(Words("Việc", "What it does")),
  ])

  init(keymap: Keymap) {
    var seen: [Key] = []
    rows = keymap.bindings.compactMap { binding in
      let keys = binding.keys.filter { !seen.contains($0) }
      seen += keys
      return keys.isEmpty
        ? nil
        : Binding(
          keys: keys, command: binding.command, label: binding.label, disabled: binding.disabled,
          aside: binding.aside)
    }
  }

  func breadcrumbs(_ context: Context) -> [String] { [Words("Trợ giúp", "Help")[context.language]] }

  func facts(_ context: Context) -> String {
    Words("\(rows.count) việc · PgDn xem tiếp", "\(rows.count) · PgDn for more")[context.language]
  }

  func keymap(_ context: Context) -> Keymap {
    Keymap.list.labelled(.confirm, Words("Xong", "Done")).footer(.search, .pageDown, .confirm, .cancel)
  }

  var isTyping: Bool { table.isTyping }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    let found = rows.map { $0.label[context.language].folded }
    let isTaken = table.handle(input, count: rows.count, area: context.body) { index, query in
      found[index].contains(query.folded)
    }
    if !isTaken, input == .command(.cancel) || input == .command(.confirm) { return [.close] }
    return []
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    table.draw(in: &frame, area, context.language, count: rows.count) { index in
      let binding = rows[index]
      let keys = binding.keys.map(\.name).joined(separator: " ")
      guard let reason = binding.disabled else {
        let aside = binding.aside.map { " (\($0[context.language]))" } ?? ""
        return Table.Row([keys, binding.label[context.language] + aside])
      }
      return Table.Row([keys, "\(binding.label[context.language]) — \(reason[context.language])"], .dim)
    }
  }
}
