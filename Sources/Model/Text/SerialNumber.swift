/// The numbers that one office gives one after the other, such as those of certificates: 101/BD, 102/BD.
public enum SerialNumber {
  /// The number after a number, as long as it where zeros stand in front; `nil` where the text has no digits.
  ///
  /// Of several runs of digits the first counts that is no year (1900–2100).
  public static func following(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let runs = runs(of: bytes)
    guard let run = runs.first(where: { !isYear(bytes[$0]) }) ?? runs.first else { return nil }
    return String(
      decoding: bytes[..<run.lowerBound] + following(bytes[run]) + bytes[run.upperBound...], as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func runs(of bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in bytes.indices where isDigit(bytes[index]) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 4 && (1900...2100).contains(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
  }

  private static func following(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    var next = Array(digits)
    for index in next.indices.reversed() {
      guard next[index] == UInt8(ascii: "9") else {
        next[index] += 1
        return next
      }
      next[index] = UInt8(ascii: "0")
    }
    return [UInt8(ascii: "1")] + next
  }
}
