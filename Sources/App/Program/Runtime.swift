/// The loop: events in, state changes, effects out, frame drawn.
///
/// No decisions are made here.
struct Runtime {
  private(set) var state: AppState
  let terminal: any Terminal
  let world: any World
  /// How long to wait for a key before looking for what others saved, in milliseconds.
  let patience = 1000
  /// How long to wait for a key before asking for what is made beside the loop, in milliseconds.
  let turn = 40
  /// Milliseconds that never go back.
  private let clock: () -> Int
  /// When one last looked for what others saved.
  private var lastLook: Int

  init(
    state: AppState, terminal: any Terminal, world: any World,
    clock: @escaping () -> Int = Monotonic.milliseconds
  ) {
    self.state = state
    self.terminal = terminal
    self.world = world
    self.clock = clock
    lastLook = clock()
  }

  mutating func run(startingWith first: [Effect] = []) {
    guard carryOut(first) else { return }
    terminal.draw(state.frame())
    while true {
      let hasWork = state.isWorking || state.isWaiting
      let event = terminal.next(timeout: state.isWorking ? 0 : state.isWaiting ? turn : patience)
      let message = event.map { $0 == .idle && hasWork ? .work : Message($0) } ?? .hangup
      guard carryOut(state.update(message, at: clock())) else { return }
      // Text arrives in bursts (paste, input methods): take it all before drawing once.
      guard !terminal.hasMore else { continue }
      terminal.draw(state.frame())
      guard look(after: message) else { return }
    }
  }

  /// Looks for what others saved while keys keep coming, after the frame that shows the key; false when the program
  /// shall end.
  private mutating func look(after message: Message) -> Bool {
    if case .tick = message { lastLook = clock() }
    guard clock() - lastLook >= patience else { return true }
    guard carryOut(state.update(.look)) else { return false }
    lastLook = clock()
    terminal.draw(state.frame())
    return true
  }

  /// Carries out effects, and those their answers bring; false when the program shall end.
  private mutating func carryOut(_ effects: [Effect]) -> Bool {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .quit: if state.isLeaving { return false }
      case .beep: terminal.beep()
      case .redraw: terminal.repaint()
      case .suspend: terminal.suspend()
      default:
        for answer in world.perform(effect) { waiting += state.update(answer) }
      }
    }
    return true
  }
}

extension Message {
  init(_ event: TerminalEvent) {
    switch event {
    case .key(let key): self = .key(key)
    case .paste(let text): self = .paste(text)
    case .click(let point): self = .click(point)
    case .wheel(let rows): self = .wheel(rows)
    case .resize(let size): self = .resize(size)
    case .idle: self = .tick
    case .hangup: self = .hangup
    }
  }
}
