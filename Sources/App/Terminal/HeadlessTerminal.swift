/// A terminal made of memory: it plays a script and keeps what it was given.
final class HeadlessTerminal: Terminal {
  private(set) var size: Size
  private var script: ArraySlice<TerminalEvent>
  private(set) var frames: [Frame] = []
  private(set) var repaints = 0
  private(set) var suspensions = 0
  private(set) var beeps = 0
  private(set) var isClosed = false

  init(size: Size = .minimum, script: [TerminalEvent] = []) {
    self.size = size
    self.script = script[...]
  }

  /// Presses keys, written as in `Key.script`, one after another.
  convenience init(size: Size = .minimum, keys: String) {
    self.init(size: size, script: Key.script(keys).map(TerminalEvent.key))
  }

  /// Nothing waits: a frame is drawn for every event.
  var hasMore: Bool { false }

  /// Plays the script; after its end the terminal is gone.
  func next(timeout milliseconds: Int?) -> TerminalEvent? {
    let event = script.popFirst()
    if case .resize(let size) = event { self.size = size }
    return event
  }

  func draw(_ frame: Frame) { frames.append(frame) }
  func repaint() { repaints += 1 }
  func suspend() {
    suspensions += 1
    script = [.resize(size)] + script
  }
  func beep() { beeps += 1 }
  func close() { isClosed = true }
}
