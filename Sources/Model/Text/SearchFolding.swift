@_spi(_Unicode) import Swift

extension String {
  /// The text for searching: lower case, without marks, đ as d: "Đống Đa" → "dong da".
  public var folded: String {
    String(decoding: foldedUTF8, as: UTF8.self)
  }

  /// The UTF-8 bytes of `folded`.
  public var foldedUTF8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    fold(into: &bytes)
    return bytes
  }

  /// Appends the UTF-8 bytes of `folded`, for arenas that hold many texts.
  public func fold(into bytes: inout [UInt8]) {
    let table = LatinLetters.bases
    for scalar in unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        bytes.append(value &- 0x41 < 26 ? UInt8(value | 0x20) : UInt8(value))
      } else if let slot = LatinLetters.slot(of: value), table[slot] != LatinLetters.none {
        bytes.append(table[slot])
      } else if value &- 0x300 >= 0x70 {
        scalar.foldSlowly(into: &bytes)
      }
    }
  }
}

/// The letters that fold to one ASCII letter: Latin-1, Latin Extended-A and -B, Latin Extended Additional.
enum LatinLetters {
  /// The table's entry for a letter that does not fold to one ASCII letter.
  static let none = UInt8(ascii: ".")

  static let slots = 0x250 - 0xC0 + 0x100

  static func slot(of value: UInt32) -> Int? {
    if value &- 0xC0 < 0x250 - 0xC0 { return Int(value) - 0xC0 }
    if value &- 0x1E00 < 0x100 { return Int(value) - 0x1E00 + 0x250 - 0xC0 }
    return nil
  }

  static let bases: [UInt8] = Array(
    ("aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll."
      + "...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz."
      + "................................oo.............uu..............."
      + ".............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...."
      + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
      + "................"
      + "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      + "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)
}

extension Unicode.Scalar {
  /// Folds a scalar that the table does not know: lower case of its decomposition, without marks.
  fileprivate func foldSlowly(into bytes: inout [UInt8]) {
    for part in String(self)._nfd {
      for lower in part.properties.lowercaseMapping._nfd
      where lower.properties.generalCategory != .nonspacingMark {
        bytes.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
