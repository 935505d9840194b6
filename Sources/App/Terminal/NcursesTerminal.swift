import CNcurses
import Glibc

/// The real terminal.
///
/// The only file that knows ncurses, which draws, and knows what kinds of terminals want to be told; the
/// keyboard's bytes are read and decoded by ourselves.
final class NcursesTerminal: Terminal {
  private(set) var size = Size.minimum
  private var keyboard: Keyboard
  private let modesOn: String
  private let modesOff: String

  private var waiting: ArraySlice<TerminalEvent> = []
  /// Asked to end, or without a terminal; and whether the program has been told.
  private var isEnding = false
  private var hasSaidGoodbye = false

  /// What the screen shows; `nil` when that is not known.
  private var shown: Frame?
  private var isEntered = false
  private var isOnScreen = false
  private var isClosed = false

  /// Pastes as one piece, and a number pad that types digits.
  private static let pasteOn = "\u{1B}[?2004h\u{1B}>"
  private static let pasteOff = "\u{1B}[?2004l"
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
  /// Round a frame, so that a terminal shows it whole.
  private static let frameBegin = "\u{1B}[?2026h"
  private static let frameEnd = "\u{1B}[?2026l"

  /// Takes the screen over, with the first frame.
  ///
  /// The mouse is left to the terminal unless asked for: a captured mouse cannot select text, and most
  /// terminals turn the wheel into arrow keys by themselves.
  init(mouse: Bool = false, variable: (String) -> String? = NcursesTerminal.variable)
    throws(TerminalProblem)
  {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard cn_use_utf8() else { throw .noUnicode }
    let kind = variable("TERM") ?? ""
    guard kind != "dumb" else { throw .noCursor }
    modesOn = NcursesTerminal.pasteOn + (mouse ? NcursesTerminal.mouseOn : "")
    modesOff = (mouse ? NcursesTerminal.mouseOff : "") + NcursesTerminal.pasteOff
    guard cn_guard_begin() else { throw .notATerminal }
    keyboard = Keyboard(input: STDIN_FILENO, wake: cn_guard_wake())
    let kinds = [kind, "xterm-256color", "xterm", "vt100"]
    guard kinds.contains(where: { !$0.isEmpty && cn_open($0) }) else {
      cn_guard_end()
      throw .unknownTerminal
    }
    guard cn_can_move_cursor() else {
      cn_guard_end()
      throw .noCursor
    }
    cn_guard_know(modesOff)
    NcursesTerminal.explainStyles(noColor: variable("NO_COLOR"))
    measure()
    enter()
  }

  deinit { close() }

  /// A variable of the environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  // MARK: Drawing

  func draw(_ frame: Frame) {
    guard isEntered else { return }
    if shown?.size != frame.size { erase() }
    drawRows(frame)
    let (width, height) = (Int(getmaxx(cn_screen())), Int(getmaxy(cn_screen())))
    move(
      Int32(min(max(0, frame.cursor.y), height - 1)), Int32(min(max(0, frame.cursor.x), width - 1)))
    refresh()
    send(shown == nil ? modesOn : "")
    shown = frame
  }

  /// Hands the cells that differ from what is shown to ncurses, which sends what differs in them.
  private func drawRows(_ frame: Frame) {
    let before = shown?.size == frame.size ? shown : nil
    let (width, height) = (frame.size.width, min(frame.size.height, size.height))
    let count = Int32(min(width, size.width))
    frame.cells.withUnsafeBytes { new in
      let new = new.assumingMemoryBound(to: UInt32.self).baseAddress
      (before?.cells ?? []).withUnsafeBytes { old in
        let old = before == nil ? nil : old.assumingMemoryBound(to: UInt32.self).baseAddress
        for y in 0..<height {
          cn_put_row(Int32(y), new.map { $0 + y * width }, old.map { $0 + y * width }, count)
        }
      }
    }
  }

  /// Sends what ncurses has drawn, and modes after it.
  private func send(_ modes: String) {
    isOnScreen = true
    cn_guard_show(true)
    if !cn_send(NcursesTerminal.frameBegin, modes + NcursesTerminal.frameEnd) { isEnding = true }
  }

  func repaint() {
    shown = nil
    cn_clear()
  }

  func beep() {
    if !cn_send_string("\u{7}") { isEnding = true }
  }

  /// Says how each style looks, with a pair for each colour.
  private static func explainStyles(noColor: String?) {
    var colors = 0
    if has_colors(), (noColor ?? "").isEmpty, start_color() == OK, use_default_colors() == OK {
      colors = Int(cn_colors())
    }
    let theme = Theme.choose(colors: colors, noColor: noColor)
    var pairs: [Int16] = []
    for style in Style.allCases {
      let look = theme[style]
      var bits: UInt32 = 0
      if look.bold { bits |= cn_bold() }
      if look.dim { bits |= cn_dim() }
      if look.reverse { bits |= cn_reverse() }
      if look.underline { bits |= cn_underline() }
      if let color = look.color, !pairs.contains(color) {
        pairs.append(color)
        init_pair(Int16(pairs.count), color, -1)
      }
      let pair = look.color.flatMap(pairs.firstIndex).map { $0 + 1 } ?? 0
      cn_explain(Int32(style.rawValue), bits, Int16(pair))
    }
  }

  // MARK: Events

  func next(timeout milliseconds: Int?) -> TerminalEvent? {
    let deadline = milliseconds.map { Keyboard.now + $0 }
    while true {
      if let event = waiting.popFirst() { return event }
      if isEnding {
        defer { hasSaidGoodbye = true }
        return hasSaidGoodbye ? nil : .hangup
      }
      if !collect(until: deadline) { return .idle }
    }
  }

  var hasMore: Bool {
    while waiting.isEmpty, !isEnding, collect(until: 0) {}
    return !waiting.isEmpty || (isEnding && !hasSaidGoodbye)
  }

  /// Takes in what comes next; false when nothing did.
  private func collect(until deadline: Int?) -> Bool {
    switch keyboard.wait(until: deadline) {
    case .events(let events): waiting += events
    case .wake: heed(Int(cn_guard_take()))
    case .end: isEnding = true
    case .silence: return false
    }
    return true
  }

  /// Does what signals have asked for.
  private func heed(_ told: Int) {
    if told & CN_END != 0 { isEnding = true }
    if told & CN_STOP != 0 {
      suspend()
    } else if told & CN_CONTINUED != 0 {
      comeBack()
    } else if told & CN_RESIZE != 0 {
      measure()
      waiting.append(.resize(size))
    }
  }

  /// Asks the kernel how large the window is; where it does not know, ncurses has an opinion.
  private func measure() {
    var (width, height) = (getmaxx(cn_screen()), getmaxy(cn_screen()))
    if cn_window_size(&width, &height), width != getmaxx(cn_screen()) || height != getmaxy(cn_screen()) {
      resize_term(height, width)
    }
    size = Size(width: Int(width), height: Int(height)).clamped
    if isEntered { repaint() }
  }

  // MARK: Coming and going

  private func enter() {
    cn_guard_raw(true)
    cn_guard_hold_errors(true)
    isEntered = true
  }

  private func leave() {
    guard isEntered else { return }
    isEntered = false
    if isOnScreen {
      endwin()
      _ = cn_send("", modesOff)
    }
    isOnScreen = false
    shown = nil
    cn_guard_show(false)
    cn_guard_raw(false)
    cn_guard_hold_errors(false)
  }

  func suspend() {
    leave()
    cn_guard_stop()
    comeBack()
  }

  /// Takes the screen again, after others had it.
  private func comeBack() {
    enter()
    measure()
    repaint()
    waiting.append(.resize(size))
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    leave()
    cn_guard_end()
  }
}
