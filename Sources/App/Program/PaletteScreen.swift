import Model

/// Something the palette can find, and what taking it does.
struct PaletteEntry: Equatable, Sendable {
  let item: Palette.Item
  let effect: Effect
}

/// Finds any action of the screen below, and whatever else it was given, by a few unmarked letters.
struct PaletteScreen: Screen {
  /// Finds screens, places and people for a text that was typed.
  typealias Source = @Sendable (_ query: String, _ context: Context) -> [PaletteEntry]

  /// What the hand does on the keys themselves and nobody looks for by name.
  private static let moving: Set<Command> = [
    .palette, .up, .down, .pageUp, .pageDown, .first, .last, .upLevel, .confirm, .cancel, .left, .right,
    .lineStart, .lineEnd, .eraseBack, .eraseForward, .eraseWord, .eraseLine, .nextField, .previousField,
    .enterField, .nextMatch, .previousMatch, .previousView,
  ]

  private let actions: [Binding]
  private let source: Source
  private var palette = Palette()

  init(below: Keymap, source: @escaping Source = { _, _ in [] }) {
    var seen = PaletteScreen.moving
    actions = below.bindings.filter { $0.disabled == nil && seen.insert($0.command).inserted }
    self.source = source
  }

  func breadcrumbs(_ context: Context) -> [String] { [Words("Tìm lệnh", "Find")[context.language]] }
  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    Keymap.text + [
      Binding(keys: [.enter], command: .confirm, label: Words("Mở", "Open"), inFooter: true),
      Binding(keys: [.up], command: .up, label: Words("Lên", "Up")),
      Binding(keys: [.down, .tab], command: .down, label: Words("Xuống", "Down")),
      Binding(keys: [.pageUp], command: .pageUp, label: Words("Trang trước", "Page up")),
      Binding(keys: [.pageDown], command: .pageDown, label: Words("Trang sau", "Page down")),
    ]
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    let entries = entries(context)
    switch input {
    case .command(.cancel): return [.close]
    case .command(.confirm):
      guard entries.indices.contains(palette.selection) else { return [.beep] }
      return [.close, entries[palette.selection].effect]
    default: return palette.handle(input, count: entries.count) == .refused ? [.beep] : []
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    palette.draw(in: &frame, area, context.language, items: entries(context).map(\.item))
  }

  /// What the text finds: what it begins first, then what has a word that it begins.
  private func entries(_ context: Context) -> [PaletteEntry] {
    let found = entries(palette.query.value, context)
    let keys = palette.query.keys
    return found.isEmpty && keys != palette.query.text ? entries(keys, context) : found
  }

  private func entries(_ typed: String, _ context: Context) -> [PaletteEntry] {
    let query = typed.folded
    let found = actions.compactMap { binding -> (Bool, PaletteEntry)? in
      let label = binding.label[context.language]
      let folded = label.folded
      let isFront = folded.hasPrefix(query)
      guard isFront || folded.contains(" " + query) else { return nil }
      let key = binding.keys.first?.name ?? ""
      return (
        isFront,
        PaletteEntry(item: Palette.Item(label: label, detail: key), effect: .perform(binding.command))
      )
    }
    // A screen that a key of this one opens is found by that key.
    let labels = Set(found.map(\.1.item.label))
    let given = source(typed, context).filter { !labels.contains($0.item.label) }
    if query.isEmpty { return given + found.map(\.1) }
    return found.filter(\.0).map(\.1) + given + found.filter { !$0.0 }.map(\.1)
  }
}
