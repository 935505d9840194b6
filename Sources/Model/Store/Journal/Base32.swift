/// The alphabet of ids: digits and lower-case letters without `i l o u`, in the order of ASCII.
enum Base32 {
  static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()

  /// The value of one character, 0 to 31, or `nil` where it is none of the alphabet.
  static func value(of byte: UInt8) -> UInt8? {
    let value = values[Int(byte)]
    return value == 0xFF ? nil : value
  }
}
