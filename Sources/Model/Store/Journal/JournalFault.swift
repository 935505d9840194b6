/// What can be wrong with a line, a segment or the folder; the raw value stands in `verify --json`.
public enum JournalFault: String, Error, CaseIterable, Sendable {
  /// The end of a segment was never completed, and so never acknowledged.
  case torn
  case tooLong = "too-long"
  case tooManyFields = "too-many-fields"
  case deep
  case encoding = "bad-utf8"
  /// Bytes of value zero, as a power cut leaves them.
  case zeros
  case json = "not-json"
  /// JSON, but no line of the journal.
  case shape = "not-a-line"
  /// The hash does not follow from the line and the one before it.
  case changed
  /// Two different lines under one id.
  case twice
  /// Two segments go on from the same line.
  case histories
  /// A segment that a later one names is not there.
  case missing
  /// A segment is shorter than, or differs from, what a later one or this account remembers.
  case cut
  /// This account's last lines stand in another copy of the folder.
  case elsewhere
  /// A segment without any line.
  case empty
  /// A line waits for others with which it is to take effect.
  case waiting = "incomplete-group"
  case version = "newer-version"
  case action = "unknown-action"
  /// A file that does not belong here, or cannot be read.
  case foreign = "foreign-file"
  case unreadable
  /// A segment lies in a folder of another account's, which may remove it.
  case removable = "others-folder"
  /// The plan or a place is not the one that `format` names.
  case data = "wrong-data"

  /// Whether this is worth a sentence but loses nothing: such a finding does not make `verify` fail.
  public var isNotice: Bool {
    switch self {
    case .torn, .waiting, .version, .action, .foreign, .removable, .elsewhere:
      true
    case .tooLong, .tooManyFields, .deep, .encoding, .zeros, .json, .shape, .changed, .twice, .histories,
      .missing, .cut, .empty, .unreadable, .data:
      false
    }
  }

  /// One sentence for people, without the place.
  public var words: Words {
    switch self {
    case .torn:
      Words(
        "Phần cuối tệp ghi dở (chưa từng được báo là đã lưu), được bỏ qua.",
        "The end of the file was not completed (it was never reported as saved); it is left out.")
    case .tooLong:
      Words("Dòng dài quá \(LineLimits.bytes) byte.", "The line is longer than \(LineLimits.bytes) bytes.")
    case .tooManyFields:
      Words(
        "Dòng có quá \(LineLimits.fields) trường.", "The line has more than \(LineLimits.fields) fields.")
    case .deep: Words("Dòng có cấu trúc lồng quá sâu.", "The line is nested too deeply.")
    case .encoding: Words("Dòng không phải UTF-8.", "The line is not UTF-8.")
    case .zeros: Words("Dòng có byte 0 (có thể do mất điện).", "The line holds zero bytes (a power cut?).")
    case .json: Words("Dòng không phải JSON.", "The line is not JSON.")
    case .shape: Words("Dòng không đúng dạng của sổ.", "This is not a line of the journal.")
    case .changed:
      Words(
        "Dòng bị sửa, hoặc dòng ngay trước nó bị xóa, chèn hay đổi chỗ.",
        "The line was changed, or the one before it was removed, inserted or moved.")
    case .twice:
      Words("Hai dòng khác nhau mang cùng một mã.", "Two different lines carry the same id.")
    case .histories:
      Words(
        "Một người ghi có hai lịch sử khác nhau.", "One writer has two different histories.")
    case .missing:
      Words("Thiếu tệp mà một tệp sau có nhắc đến.", "A file that a later one names is missing.")
    case .cut:
      Words(
        "Tệp bị cắt ngắn hoặc khác với phần cuối đã được ghi nhớ.",
        "The file was cut short, or does not end as is remembered.")
    case .elsewhere:
      Words(
        "Tài khoản này đã ghi tiếp ở một bản sao khác của thư mục; bản này không có phần đó.",
        "This account went on in another copy of the folder; that part is not in this one.")
    case .empty: Words("Tệp trống, không có dòng nào.", "The file is empty.")
    case .waiting:
      Words(
        "Dòng chờ các dòng khác cùng nhóm; chưa đủ nhóm thì chưa có hiệu lực.",
        "The line waits for the others of its group; it has no effect until all are there.")
    case .version:
      Words("Dòng do bản phần mềm mới hơn ghi; cần bản mới.", "Written by a newer version; please update.")
    case .action:
      Words("Dòng có loại chưa biết; cần bản mới.", "A kind of line not known here; please update.")
    case .foreign: Words("Tệp lạ, được bỏ qua.", "A file that does not belong here; it is left out.")
    case .removable:
      Words(
        "Tệp nằm trong thư mục của tài khoản khác, tài khoản đó có thể xóa tệp; cần người quản trị đổi chủ thư mục.",
        "The file lies in the folder of another account, which may remove it; its owner is to be set right.")
    case .unreadable: Words("Không đọc được tệp.", "The file cannot be read.")
    case .data:
      Words(
        "Nội dung khác với mã kiểm tra ghi trong tệp format.", "The content is not what `format` names.")
    }
  }
}
