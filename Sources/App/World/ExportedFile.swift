import Glibc
import Model

/// A file that is handed on: 0600, written beside its place and put there whole, never over another one unasked.
struct ExportedFile {
  enum Outcome: Equatable { case written, exists, failed(Words) }

  let path: String

  func write(_ bytes: [UInt8], isReplacing: Bool = false) -> Outcome {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let fresh = (parts.dropLast() + [".\(parts.last ?? "")-\(getpid())"]).joined(separator: "/")
    if let around = DataFolder.enclosing(path) {
      return .failed(
        Words(
          "“\(path)” nằm trong thư mục dữ liệu “\(around)”; hãy ghi ra nơi khác.",
          "“\(path)” lies in the data folder “\(around)”; write it elsewhere."))
    }
    if !isReplacing, access(path, F_OK) == 0 { return .exists }
    guard PrivateFile.make(fresh, bytes) else { return refused }
    defer { unlink(fresh) }
    if isReplacing { return rename(fresh, path) == 0 ? written : refused }
    // A link never replaces; where the file system has none, the place was free an instant ago.
    if link(fresh, path) == 0 { return written }
    if errno == EEXIST { return .exists }
    return access(path, F_OK) != 0 && rename(fresh, path) == 0 ? written : refused
  }

  private var written: Outcome {
    if PrivateFile.syncFolder(of: path) { return .written }
    return .failed(
      Words(
        "Đã ghi “\(path)”, nhưng đĩa chưa xác nhận.", "Wrote “\(path)”, but the disk has not confirmed it."))
  }

  private var refused: Outcome {
    .failed(Words("Không ghi được “\(path)”.", "Cannot write “\(path)”."))
  }
}

/// The account's folder for what it prints: `$LENDUONG_DOCUMENTS`, else `lenduong` in its documents or its home.
struct DocumentsFolder: Sendable {
  let path: String

  init(_ path: String = Home.documentsPath) { self.path = path }

  /// Writes under a name that is still free; answers where that is.
  func add(_ name: String, ending: String, _ bytes: [UInt8]) -> Result<String, Refusal> {
    mkdir(path, 0o700)
    for number in 1...999 {
      let place = "\(path)/\(name)\(number == 1 ? "" : "-\(number)").\(ending)"
      switch ExportedFile(path: place).write(bytes) {
      case .written: return .success(place)
      case .exists: continue
      case .failed(let words): return .failure(Refusal(words))
      }
    }
    return .failure(Refusal(Words("Thư mục “\(path)” đã đầy.", "The folder “\(path)” is full.")))
  }

  /// Where something was written, or why not.
  static func notice(_ result: Result<String, Refusal>) -> Message {
    switch result {
    case .success(let path): .notice(Words("Đã ghi \(path)", "Wrote \(path)"), .good)
    case .failure(let refusal): .notice(refusal.words, .problem)
    }
  }
}
