import Model
import Testing

@testable import App

/// A terminal that plays events and keeps the frames it was given.
private final class ScriptedTerminal: Terminal {
  let size = Size.minimum
  private var bursts: [[TerminalEvent]]
  private(set) var frames: [Frame] = []
  private(set) var beeps = 0
  /// How long one was ready to wait for each event, in milliseconds.
  private(set) var patience: [Int?] = []
  /// A clock that moves by so many milliseconds with each key, and by the whole time that was waited in vain.
  private(set) var now = 0
  var apart = 0

  /// Each burst is one read: its events are all waiting before a frame is drawn.
  init(_ bursts: [[TerminalEvent]]) { self.bursts = bursts }

  var hasMore: Bool { !(bursts.first?.isEmpty ?? true) }
  func draw(_ frame: Frame) { frames.append(frame) }

  func next(timeout milliseconds: Int?) -> TerminalEvent? {
    patience.append(milliseconds)
    while bursts.first?.isEmpty == true { bursts.removeFirst() }
    guard !bursts.isEmpty else { return nil }
    let event = bursts[0].removeFirst()
    now += event == .idle ? milliseconds ?? 0 : apart
    return event
  }

  func repaint() {}
  func suspend() {}
  func beep() { beeps += 1 }
  func close() {}
}

private func typed(_ script: String) -> [TerminalEvent] { Key.script(script).map { .key($0) } }

private func play(_ bursts: [[TerminalEvent]], world: TestWorld = TestWorld()) -> ScriptedTerminal {
  let terminal = ScriptedTerminal(bursts)
  let state = AppState(context: .sample, first: FormScreen(), router: Router { _, _, _ in nil })
  var runtime = Runtime(state: state, terminal: terminal, world: world, clock: Monotonic.milliseconds)
  runtime.run()
  return terminal
}

@Test func aBurstIsTakenWholeBeforeOneFrameIsDrawn() throws {
  let terminal = play([typed("Nguyê<BS>ễn"), typed("<F10>")])
  #expect(terminal.frames.count == 2)
  let last = try #require(terminal.frames.last)
  #expect(last.text.contains("Nguyễn"))
}

@Test func aTerminalThatIsGoneEndsTheProgramWithItsDraftsKept() {
  let world = TestWorld()
  _ = play([typed("Lan")], world: world)
  #expect(world.drafts["one"]?.texts == ["name": "Lan"])
}

/// Plays keys so many milliseconds apart; gives how long the program was ready to wait for each.
private func playKeys(_ bursts: [[TerminalEvent]], apart: Int, world: TestWorld) -> [Int] {
  let terminal = ScriptedTerminal(bursts)
  terminal.apart = apart
  let state = AppState(context: .sample, first: FormScreen(), router: Router { _, _, _ in nil })
  var runtime = Runtime(state: state, terminal: terminal, world: world) { terminal.now }
  runtime.run()
  return terminal.patience.compactMap { $0 }
}

@Test func whatOthersSaveIsLookedForThoughKeysKeepComing() {
  let world = TestWorld()
  _ = playKeys(typed(String(repeating: "Lao động mẫu ", count: 20)).map { [$0] }, apart: 20, world: world)
  #expect(world.refreshes == 2, "5.2 seconds without a pause")
}

@Test func aPauseBetweenKeysIsTakenToLookForWhatOthersSave() {
  let world = TestWorld()
  let keys = typed("Lao động").map { [$0] }
  let waits = playKeys(
    keys + [[.idle]] + typed("xy").map { [$0] } + [[.idle], [.idle]], apart: 140, world: world)
  #expect(
    waits.prefix(8) == [1000, 860, 720, 580, 440, 300, 160, 25], "at first a second, then what is left of it")
  #expect(waits.dropFirst(8).prefix(3) == [25, 975, 860], "a short pause is enough after a second")
  #expect(waits.dropFirst(11).prefix(2) == [720, 280], "then what is left until a second without a key")
  #expect(world.refreshes == 3)
}

@Test func whatIsRefusedBeeps() {
  #expect(play([typed("<Tab>1x"), typed("<F10>")]).beeps == 1)
}

/// A screen with so many pieces of work left.
private struct WorkingScreen: Screen {
  var left: Int
  var isWorking: Bool { left > 0 }
  func breadcrumbs(_ context: Context) -> [String] { ["\(left) left"] }
  func keymap(_ context: Context) -> Keymap { Keymap(bindings: []) }
  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if input == .work { left -= 1 }
    return []
  }
  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {}
}

@Test func whatIsLeftIsDoneWhileNoKeyWaitsAndKeysComeFirst() {
  let world = TestWorld()
  let terminal = ScriptedTerminal([[.idle], typed("x"), [.idle], [.idle], [.idle], typed("<F10>")])
  let state = AppState(
    context: .sample, first: WorkingScreen(left: 3), router: Router { _, _, _ in nil })
  var runtime = Runtime(state: state, terminal: terminal, world: world) { 0 }
  runtime.run()
  let left = terminal.frames.map { $0.text.prefix(while: { $0 != "\n" }) }.compactMap { line in
    line.split(separator: " ").first.map(String.init)
  }
  #expect(left == ["3", "2", "2", "1", "0", "0"])
  #expect(terminal.patience == [0, 0, 0, 0, 1000, 1000], "only who has nothing left waits")
  #expect(world.refreshes == 1, "a second without work is a tick")
}

/// A screen that asks twice for something made elsewhere.
private struct WaitingScreen: Screen {
  var asked = 0
  var isWaiting: Bool { asked < 2 }
  func breadcrumbs(_ context: Context) -> [String] { ["\(asked) asked"] }
  func keymap(_ context: Context) -> Keymap { Keymap(bindings: []) }
  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if input == .work { asked += 1 }
    return []
  }
  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {}
}

@Test func whatIsMadeElsewhereIsAskedForInShortTurns() {
  let terminal = ScriptedTerminal([[.idle], typed("x"), [.idle], typed("<F10>")])
  let state = AppState(context: .sample, first: WaitingScreen(), router: Router { _, _, _ in nil })
  var runtime = Runtime(state: state, terminal: terminal, world: TestWorld()) { 0 }
  runtime.run()
  #expect(terminal.patience == [40, 40, 40, 1000])
}
