import Testing

@testable import Model

@Suite struct OutsideKeysTests {
  @Test func everyVietnameseLetterIsTurnedBackIntoPlainKeys() {
    for letter in "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ" {
      for text in [String(letter), letter.uppercased()] {
        let keys = OutsideKeys(text + "Z").undone
        #expect(keys.utf8.allSatisfy { $0 < 0x80 } && keys.count >= 3, "\(text)")
        for digits in ["B" + text, "B" + text + "0"] {
          #expect(OutsideKeys(digits).undone.utf8.allSatisfy { $0 < 0x80 }, "\(digits)")
        }
      }
    }
  }

  @Test func whatHasNoMarksStaysAsItIs() {
    for code in ["C1234567", "12/BD-2024", "ab", ""] { #expect(OutsideKeys(code).undone == code) }
  }

  /// Each letter and two digits, as an input method sends them that replaces what stands.
  @Test func allDigitsBehindAVowelAreKept() {
    for letter in "AEIOUYaeiouy" {
      for first in "12345" {
        for second in "12345" where second != first {
          var outside = OutsideKeys()
          var shown = String(letter)
          outside.type(shown.unicodeScalars.first ?? " ")
          for keys in [String(first), String(first) + String(second)] {
            let next = SyllableComposer(String(letter) + keys, by: .vni).text
            for _ in shown.unicodeScalars { outside.erase() }
            for scalar in next.unicodeScalars { outside.type(scalar) }
            shown = next
          }
          for digit in "9999".unicodeScalars { outside.type(digit) }
          #expect(outside.undone == "\(letter)\(first)\(second)9999", "\(shown)9999")
        }
      }
    }
  }
}
