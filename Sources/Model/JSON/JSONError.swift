/// Why a text is not JSON, and where.
public struct JSONError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The text stops before the value is complete.
    case ended
    /// A byte that cannot stand here.
    case unexpected
    /// The value is complete and something follows it.
    case trailing
    /// A number that is not written as RFC 8259, section 6, says.
    case number
    /// A `\` sequence that does not exist, or half of a surrogate pair.
    case escape
    /// A control character inside a string that is not escaped.
    case control
    /// Bytes that are not UTF-8.
    case encoding
    /// One key twice in one object.
    case duplicate(String)
    /// More than `JSON.depthLimit` arrays and objects inside each other.
    case depth
  }

  public let kind: Kind
  /// Counted from 1.
  public let line: Int
  /// In characters (Unicode scalars) within the line, counted from 1.
  public let column: Int

  /// One sentence for people.
  public var words: Words {
    let what = reason
    return Words(
      "JSON không hợp lệ ở dòng \(line), cột \(column): \(what.vi).",
      "Invalid JSON at line \(line), column \(column): \(what.en).")
  }

  private var reason: Words {
    switch kind {
    case .ended: Words("dữ liệu kết thúc giữa chừng", "the text ends too early")
    case .unexpected: Words("ký tự không đúng chỗ", "a character that cannot stand here")
    case .trailing: Words("còn dữ liệu thừa phía sau", "something follows the value")
    case .number: Words("số viết sai", "a malformed number")
    case .escape: Words("ký hiệu sau dấu \\ không đúng", "an unknown escape after \\")
    case .control: Words("ký tự điều khiển trong chuỗi", "a control character in a string")
    case .encoding: Words("không phải UTF-8", "not UTF-8")
    case .duplicate(let key): Words("khóa “\(key)” bị lặp", "the key “\(key)” appears twice")
    case .depth:
      Words("lồng sâu quá \(JSON.depthLimit) cấp", "nested deeper than \(JSON.depthLimit) levels")
    }
  }
}
