/// JSON as it is written, value after value, with an escape for whatever could command a terminal.
///
/// The same bytes as `JSON.harmlessBytes` gives, without a value of JSON in between: for long lists.
struct HarmlessJSON: ~Copyable {
  private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4_096)
  private var count = 0

  deinit { bytes.deallocate() }

  /// What was written, for somebody else to keep.
  var written: [UInt8] { Array(bytes[..<count]) }

  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    if count &+ more > bytes.count { grow(to: count &+ more) }
  }

  private mutating func grow(to size: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(size, bytes.count * 2))
    _ = larger.update(fromContentsOf: bytes[..<count])
    bytes.deallocate()
    bytes = larger
  }

  /// Writes bytes as they are.
  @inline(__always)
  mutating func plain(_ more: UnsafeBufferPointer<UInt8>) {
    guard let from = more.baseAddress, let to = bytes.baseAddress else { return }
    if count &+ more.count > bytes.count {
      grow(to: count &+ more.count)
      return plain(more)
    }
    (to + count).update(from: from, count: more.count)
    count &+= more.count
  }

  mutating func plain(_ more: [UInt8]) { plain(more, more.indices) }

  /// Writes some of these bytes as they are.
  mutating func plain(_ more: [UInt8], _ range: Range<Int>) {
    more.withUnsafeBufferPointer { plain(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  mutating func plain(_ text: StaticString) {
    plain(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ value: JSON) {
    if value.members?.isEmpty ?? false { plain("{}") } else { plain(value.harmlessBytes) }
  }

  /// Writes a text in quotes.
  mutating func write(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { text in
      guard HarmlessJSON.isPlain(text) else { return false }
      plain("\"")
      plain(text)
      plain("\"")
      return true
    }
    if !isPlain { write(JSON.string(text)) }
  }

  /// Writes a day in quotes, as ISO 8601 has it.
  mutating func write(_ day: Day) {
    makeRoom(for: 12)
    bytes[count] = UInt8(ascii: "\"")
    count &+= 1 + day.write(iso: UnsafeMutableBufferPointer(rebasing: bytes[(count + 1)...]))
    bytes[count] = UInt8(ascii: "\"")
    count &+= 1
  }

  mutating func write(_ whole: Int) {
    var text = String(whole)
    text.withUTF8 { plain($0) }
  }

  mutating func write(_ texts: [String]) {
    plain("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { plain(",") }
      write(text)
    }
    plain("]")
  }

  /// Whether a text needs no escape and no closer look.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in text.indices where JSON.isEscaped(text[index]) || JSON.mayHarm(text, at: index) {
      return false
    }
    return true
  }
}
