import Glibc
import Model

/// A file that a command reads whole; `-` is the standard input.
enum InputFile {
  static func read(_ path: String) throws(Refusal) -> [UInt8] {
    let fd = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else {
      throw Refusal(Words("Không mở được tệp “\(path)”.", "Cannot open the file “\(path)”."))
    }
    defer { if path != "-" { Glibc.close(fd) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(fd, &buffer, buffer.count)
      if count < 0 {
        throw Refusal(Words("Không đọc được tệp “\(path)”.", "Cannot read the file “\(path)”."))
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
