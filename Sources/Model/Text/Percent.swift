/// A share in tenths of a per cent, rounded half up from whole numbers: 14 of 43 is 32,6%.
public struct Percent: Hashable, Comparable, Sendable {
  /// 326 for 32,6%.
  public let tenths: Int

  /// The share of a part in a whole, or nothing if the whole is not above 0; held within ±9 quadrillion tenths.
  public init?(_ numerator: Int, of denominator: Int) {
    guard denominator > 0 else { return nil }
    let doubled = Int128(numerator) * 2_000 + Int128(denominator)
    let divisor = Int128(denominator) * 2
    let floor = doubled >= 0 ? doubled / divisor : -((divisor - 1 - doubled) / divisor)
    tenths = Int(min(max(floor, -9_000_000_000_000_000), 9_000_000_000_000_000))
  }

  public static func < (one: Percent, other: Percent) -> Bool { one.tenths < other.tenths }

  /// "32,6%" or "32.6%".
  public func text(_ language: Language) -> String {
    Numerals.text(tenths, decimals: 1, language) + "%"
  }

  /// The number as JSON and CSV write it, with one decimal: `32.6`.
  public var json: String { (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)" }
}
