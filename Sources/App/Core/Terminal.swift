/// All we need from a terminal, and nothing more.
protocol Terminal: AnyObject {
  var size: Size { get }
  /// Shows a frame; the implementation sends only what changed.
  func draw(_ frame: Frame)
  /// Waits for the next event, or for `.idle` when the time has passed (`nil`: for ever).
  ///
  /// A terminal that goes away says `.hangup` once, and `nil` ever after.
  func next(timeout milliseconds: Int?) -> TerminalEvent?
  /// Whether another event is already waiting.
  var hasMore: Bool { get }
  /// Forgets what is on the screen, so the next draw sends everything.
  func repaint()
  /// Gives the screen back to the shell until the user returns; a `.resize` follows.
  func suspend()
  func beep()
  /// Gives the screen back for good; safe to call twice.
  func close()
}

/// Everything a terminal tells.
enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// A whole pasted text, its line ends made `\n`.
  case paste(String)
  case click(Point)
  /// Rows turned, downwards positive.
  case wheel(Int)
  case resize(Size)
  /// The time to wait has passed.
  case idle
  /// The terminal is gone, or the program was asked to end: save what there is, and leave.
  case hangup
}
