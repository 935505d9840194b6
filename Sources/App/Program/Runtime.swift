/// The loop: events in, state changes, effects out, frame drawn.
///
/// No decisions are made here.
struct Runtime {
  private(set) var state: AppState
  let terminal: any Terminal
  let world: any World
  /// How long to wait for a key before looking for what others saved, in milliseconds.
  let patience = 1000
  /// How long no key comes where one looks between keys, so that hardly any has to wait for that, in milliseconds.
  let breath = 25
  /// After how long one looks though keys keep coming, in milliseconds.
  let limit = 1800
  /// How long to wait for a key before asking for what is made beside the loop, in milliseconds.
  let turn = 40
  /// Milliseconds that never go back.
  private let clock: () -> Int
  /// When one last looked for what others saved.
  private var lastLook: Int
  /// When the last key came, or when it was last said that none did.
  private var lastKey: Int

  init(
    state: AppState, terminal: any Terminal, world: any World,
    clock: @escaping () -> Int
  ) {
    self.state = state
    self.terminal = terminal
    self.world = world
    self.clock = clock
    lastLook = clock()
    lastKey = lastLook
  }

  mutating func run(startingWith first: [Effect] = []) {
    guard carryOut(first) else { return }
    terminal.draw(state.frame())
    while true {
      let message = next()
      guard carryOut(state.update(message, at: clock())) else { return }
      note(message)
      // Text arrives in bursts (paste, input methods): take it all before drawing once.
      guard !terminal.hasMore else { continue }
      terminal.draw(state.frame())
      guard look() else { return }
    }
  }

  /// What comes next; where nothing does for a while, it is time for what waits.
  private func next() -> Message {
    let now = clock()
    let (look, tick) = (max(lastLook + patience, lastKey + breath), lastKey + patience)
    let pause: (milliseconds: Int, message: Message) =
      if state.isWorking { (0, .work) } else if state.isWaiting { (turn, .work) } else if look < tick {
        (max(0, look - now), .look)
      } else { (max(0, tick - now), .tick) }
    guard let event = terminal.next(timeout: pause.milliseconds) else { return .hangup }
    return event == .idle ? pause.message : Message(event)
  }

  /// Remembers when things were done.
  private mutating func note(_ message: Message) {
    switch message {
    case .look: lastLook = clock()
    case .tick:
      lastLook = clock()
      lastKey = lastLook
    case .work: break
    default: lastKey = clock()
    }
  }

  /// Looks for what others saved though keys keep coming, after the frame that shows the key; false when the program
  /// shall end.
  private mutating func look() -> Bool {
    guard clock() - lastLook >= limit else { return true }
    guard carryOut(state.update(.look)) else { return false }
    note(.look)
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
