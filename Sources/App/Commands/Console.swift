import Glibc
import Model

/// What commands print: results on standard output, sentences on standard error, never a control character.
enum Console {
  /// Ends the process with status 1 where a result cannot be written: an answer that nobody got is no success.
  static func write(_ bytes: [UInt8], to fd: Int32 = STDOUT_FILENO) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(fd, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        // Whoever reads it made it a file that never waits, for us as well.
        var reader = pollfd(fd: fd, events: Int16(POLLOUT), revents: 0)
        if poll(&reader, 1, -1) > 0 { continue }
      }
      guard count > 0 else {
        guard fd == STDOUT_FILENO else { return }
        complain("Không ghi được kết quả / the result could not be written (errno \(errno)).")
        Exit.now(1)
      }
      offset += count
    }
  }

  static func line(_ text: String) { write(Array(harmless(text).utf8) + [10]) }

  static func json(_ json: JSON) { write(json.harmlessBytes + [10]) }

  /// The refusal of one record, as `line 3: citizenId: [B01] …`.
  static func refuse(_ text: String) { write(Array("\(harmless(text))\n".utf8), to: STDERR_FILENO) }

  static func complain(_ text: String) {
    write(Array("lenduong: \(harmless(text))\n".utf8), to: STDERR_FILENO)
  }

  /// Text that cannot command a terminal.
  static func harmless(_ text: String) -> String { text.harmless }
}
