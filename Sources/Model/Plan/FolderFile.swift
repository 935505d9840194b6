/// A file that a new data folder begins with, ready to be written byte for byte.
public struct FolderFile: Sendable {
  /// Below the data folder, `places/2023.json`.
  public let path: String
  /// The SHA-256 of the bytes in hexadecimal, by which `format` names the file.
  public let sha256: String
  /// Compact JSON in UTF-8, ended by a line break.
  public let text: String

  init(path: String, sha256: String, text: String) {
    self.path = path
    self.sha256 = sha256
    self.text = text
  }

  public var bytes: String.UTF8View { text.utf8 }
}
