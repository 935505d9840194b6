/// Why the data cannot be opened or saved: one sentence for people, with the place.
public struct StoreProblem: Error, Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case missing, notAFolder, symlink, notOurs, writableByOthers, networkDisk
    case notADataFolder, newerFormat, damagedFormat, alreadyMade, notEmpty
    case readOnly, busy, notSaved, refusedLine, unreadable, wrongData, damaged, damagedArchive
  }

  /// The exit status of a command that ends with such a problem.
  public static let exitStatus: Int32 = 3

  public let kind: Kind
  public let words: Words
  public let path: String
  /// Counted from 1.
  public let line: Int?

  public init(_ kind: Kind, _ path: String, _ vi: String, _ en: String, line: Int? = nil) {
    self.kind = kind
    self.path = path
    self.line = line
    words = Words(vi, en)
  }

  /// A file or folder that could not be read or made.
  static func unreadable(_ path: String, _ error: SystemError) -> StoreProblem {
    StoreProblem(
      .unreadable, path, "Không mở được “\(path)”: \(error.words.vi).",
      "Cannot open “\(path)”: \(error.words.en).")
  }

  static func notSaved(_ path: String, _ error: SystemError) -> StoreProblem {
    StoreProblem(
      .notSaved, path,
      "CHƯA LƯU: \(error.words.vi) (“\(path)”). Nội dung vẫn còn trên màn hình, hãy lưu lại.",
      "NOT SAVED: \(error.words.en) (“\(path)”). What was entered is kept; please save again.")
  }

  static func busy(_ path: String) -> StoreProblem {
    StoreProblem(
      .busy, path, "CHƯA LƯU: máy đang bận, một chương trình khác đang ghi (“\(path)”). Hãy lưu lại.",
      "NOT SAVED: the machine is busy, another program is writing (“\(path)”). Please save again.")
  }

  static func readOnly(_ path: String) -> StoreProblem {
    StoreProblem(
      .readOnly, path, "CHƯA LƯU: “\(path)” chỉ cho xem, không ghi được.",
      "NOT SAVED: “\(path)” can only be viewed, not written.")
  }

  static func refused(_ path: String, _ fault: JournalFault) -> StoreProblem {
    StoreProblem(
      .refusedLine, path, "CHƯA LƯU vào “\(path)”: \(fault.words.vi)",
      "NOT SAVED to “\(path)”: \(fault.words.en)")
  }

  static func damagedFormat(_ path: String) -> StoreProblem {
    StoreProblem(
      .damagedFormat, path, "Tệp “\(path)” bị hỏng: không đọc được dạng dữ liệu.",
      "The file “\(path)” is damaged: the format of the data cannot be read.")
  }
}
