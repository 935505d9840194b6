import Foundation
import Testing

@testable import Model

@Suite struct CompositionTests {
  @Test func decomposedNamesAreComposed() {
    let decomposed = "Nguye\u{302}\u{303}n Thi\u{323} \u{110}a\u{323}i"
    #expect(Array(decomposed.composed.utf8) == Array("Nguyễn Thị Đại".utf8))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func compositionAgreesWithFoundation(seed: UInt64) {
    var chance = Seeded(seed)
    for _ in 0..<3_000 {
      let text = randomText(&chance)
      let expected = text.precomposedStringWithCanonicalMapping
      #expect(
        Array(text.composed.utf8) == Array(expected.utf8), "seed \(seed): \(text.unicodeScalars.map(\.value))"
      )
    }
  }

  @Test func everyScalarAloneIsComposedAsFoundationDoes() {
    var wrong: [UInt32] = []
    for value in (1 as UInt32)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(scalar)
      if Array(text.composed.utf8) != Array(text.precomposedStringWithCanonicalMapping.utf8) {
        wrong.append(value)
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func storedTextHasNoInvisibleCharacters() {
    #expect("Lao\u{0}động\u{7}\u{200B} mẫu\u{202E}01\u{FEFF}".storable == "Laođộng mẫu01")
    #expect("một\ndòng\r\nhai\tba\u{A0}bốn".storable == "một dòng  hai ba bốn")
    #expect("\u{1B}[31mđỏ\u{9B}0m".storable == "[31mđỏ0m")
  }

  @Test func droppingAnInvisibleCharacterLeavesTheTextComposed() {
    #expect(Array("e\u{200D}\u{302}".storable.utf8) == Array("ê".utf8))
  }

  @Test func tidiedTextHasSingleSpacesInsideOnly() {
    #expect("  Lao  động\t mẫu \n 01 ".tidied == "Lao động mẫu 01")
    #expect("   ".tidied == "")
  }

  @Test(arguments: [4, 5] as [UInt64])
  func storingTwiceChangesNothing(seed: UInt64) {
    var chance = Seeded(seed)
    for _ in 0..<2_000 {
      let once = randomText(&chance).storable
      #expect(Array(once.storable.utf8) == Array(once.utf8), "seed \(seed)")
      #expect(!once.unicodeScalars.contains { $0.properties.generalCategory == .control }, "seed \(seed)")
    }
  }

  private func randomText(_ chance: inout Seeded) -> String {
    let pools: [ClosedRange<UInt32>] = [
      0x00...0x7E, 0xA0...0x24F, 0x300...0x345, 0x1E00...0x1EFF, 0x2000...0x2130, 0xAC00...0xAD00,
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...8, using: &chance) {
      let pool = pools[Int.random(in: 0..<pools.count, using: &chance)]
      if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &chance)) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
