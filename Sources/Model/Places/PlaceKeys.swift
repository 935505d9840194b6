extension Places {
  /// `02728@2023`.
  public func key(of unit: UnitID) -> String { self[unit].key }

  /// The unit of a key such as `02728@2023`.
  public func unit(key: String) -> Unit? { unit(keyBytes: key.utf8).map { self[$0] } }

  /// The unit of a code of 2, 3 or 5 digits in a catalogue.
  public func unit(code: String, catalogue: Catalogue) -> Unit? {
    var number = CodeNumber()
    for byte in code.utf8 { number.append(byte) }
    return unit(number, catalogue).map { self[$0] }
  }

  /// The unit of a key in UTF-8, without an allocation, for readers that have bytes only.
  public func unit(keyBytes bytes: some Sequence<UInt8>) -> UnitID? {
    var code = CodeNumber()
    var version: UInt64 = 0
    var length = 0
    for byte in bytes {
      if length > 0 {
        guard length <= 8 else { return nil }
        version = version << 8 | UInt64(byte)
        length += 1
      } else if byte == UInt8(ascii: "@") {
        length = 1
      } else {
        code.append(byte)
      }
    }
    switch version {
    case 0x3230_3233: return unit(code, .y2023)
    case 0x32_3032_342D_3131: return unit(code, .y202411)
    case 0x3230_3235: return unit(code, .y2025)
    default: return nil
    }
  }

  /// The unit of a code, found among those of the catalogue and level, which are ordered by their codes.
  private func unit(_ code: CodeNumber, _ catalogue: Catalogue) -> UnitID? {
    guard let level = code.level else { return nil }
    var low = UnitTable.starts[catalogue.order]
    let end = UnitTable.starts[catalogue.order + 1]
    var high = end
    while low < high {
      let middle = (low + high) / 2
      let other = units[middle].level
      if other < level || other == level && UnitTable.codes[middle] < code.number {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < end, units[low].level == level, UnitTable.codes[low] == code.number else { return nil }
    return units[low].id
  }
}

/// A unit's code while it is read, digit by digit.
private struct CodeNumber {
  private(set) var number = 0
  private var length = 0
  private var isBroken = false

  mutating func append(_ byte: UInt8) {
    guard byte &- 0x30 < 10, length < 5 else {
      isBroken = true
      return
    }
    number = number * 10 + Int(byte &- 0x30)
    length += 1
  }

  var level: Unit.Level? { isBroken ? nil : Unit.Level.allCases.first { $0.codeLength == length } }
}
