import Model

/// One full-window place in the program: a value that answers input and draws itself.
protocol Screen: Sendable {
  /// Where we are, outermost first; the last one names the screen.
  func breadcrumbs(_ context: Context) -> [String]
  /// What is said on the right of the top line.
  func facts(_ context: Context) -> String
  /// The keys that are live here, without `Keymap.global`.
  func keymap(_ context: Context) -> Keymap
  /// Whether plain characters are text now; no command is bound to one then.
  var isTyping: Bool { get }
  /// Whether Backspace and Left go up a level here; elsewhere they go back like Esc.
  var hasLevels: Bool { get }
  /// Whether it has work left that it does piece by piece, one for each `work`, while no key waits.
  var isWorking: Bool { get }
  /// Whether it waits for something that is made beside the loop, and asks for it at each `work`.
  var isWaiting: Bool { get }
  /// What would be lost if the machine stopped now; kept on disk whenever a field was finished.
  var draft: DraftRecord? { get }
  /// What it asks of the outside when it opens.
  func wishes(_ context: Context) -> [Effect]
  mutating func update(_ input: Input, _ context: Context) -> [Effect]
  func draw(in frame: inout Frame, _ area: Rect, _ context: Context)
}

extension Screen {
  func facts(_ context: Context) -> String { "" }
  var isTyping: Bool { false }
  var hasLevels: Bool { false }
  var isWorking: Bool { false }
  var isWaiting: Bool { false }
  var draft: DraftRecord? { nil }
  func wishes(_ context: Context) -> [Effect] { [] }
}

/// What reaches a screen, once keys have become commands.
enum Input: Equatable, Sendable {
  case command(Command)
  /// What was typed or pasted; it reaches a screen only while it `isTyping`.
  case text(Typed)
  case click(Point)
  /// A second has passed without a key.
  case tick
  /// No key waits: one piece of the work that is left is to be done.
  case work
  /// The screen is on top again.
  case resumed
  /// The register has changed; what was remembered of it is to be read anew.
  case reloaded
  /// Who wrote the lines that were asked about.
  case authors([LineID: LineAuthor])
  /// How it stands with a long paper.
  indirect case paper(PaperOrder.ID, PaperAnswer)
  /// What this screen asked to save is on disk.
  case saved(Change.ID)
  /// It was not saved yet: others had saved something since, to be looked at first.
  case newer(Change.ID)
  /// It is not; nothing may be thrown away.
  case failed(Change.ID, Words)
}
