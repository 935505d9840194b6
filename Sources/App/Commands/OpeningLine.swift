import Glibc
import Model

/// A line on the bare terminal while much is read before the first screen; nothing where it takes a moment only.
struct OpeningLine {
  private let language: Language
  private let glyphs: Glyphs
  private let began = Monotonic.milliseconds()
  private var shown = ""

  /// So long nothing is said, in milliseconds.
  private static let patience = 150
  private static let width = 30

  init(_ language: Language, _ glyphs: Glyphs) { (self.language, self.glyphs) = (language, glyphs) }

  /// Shows that so much has been read, of 1.
  mutating func tell(_ share: Double) {
    guard Monotonic.milliseconds() - began >= OpeningLine.patience, isatty(STDERR_FILENO) == 1 else { return }
    show(text(share))
  }

  /// What the line says of such a share.
  func text(_ share: Double) -> String {
    let share = min(1, max(0, share))
    let filled = Int((share * Double(OpeningLine.width)).rounded(.down))
    let bar =
      String(repeating: glyphs.full, count: filled)
      + String(repeating: glyphs.empty, count: OpeningLine.width - filled)
    let words = Words("Đang đọc dữ liệu", "Reading the data")[language]
    let stop = Words("Ctrl-C: thôi", "Ctrl-C: stop")[language]
    return "\(words)  \(bar) \(Int(share * 100)) %  \(stop)"
  }

  /// Leaves the line empty.
  mutating func clear() {
    guard !shown.isEmpty else { return }
    Console.write(Array("\r\(String(repeating: " ", count: shown.count))\r".utf8), to: STDERR_FILENO)
    shown = ""
  }

  private mutating func show(_ text: String) {
    guard text != shown else { return }
    Console.write(Array("\r\(text)".utf8), to: STDERR_FILENO)
    shown = text
  }
}
