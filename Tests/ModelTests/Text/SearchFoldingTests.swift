import Foundation
import Testing

@testable import Model

@Suite struct SearchFoldingTests {
  @Test func marksCaseAndDAreTakenOff() {
    #expect("Đống Đa".folded == "dong da")
    #expect("ĐẶNG THỊ ƯỚC".folded == "dang thi uoc")
    #expect("Nguye\u{302}\u{303}n".folded == "nguyen")
    #expect("H'Mông 010-2".folded == "h'mong 010-2")
  }

  @Test func everyScalarFoldsAsFoundationDoes() {
    var wrong: [UInt32] = []
    for value in (1 as UInt32)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      if Array(text.folded.unicodeScalars) != Array(reference(text)) { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func composedAndDecomposedNamesFoldToTheSameASCII(seed: UInt64) {
    var chance = Seeded(seed)
    for _ in 0..<2_000 {
      let name = Syllables.name(&chance)
      let folded = name.folded
      #expect(folded == name.decomposedStringWithCanonicalMapping.folded, "seed \(seed): \(name)")
      #expect(folded.utf8.allSatisfy { $0 == 0x20 || (0x61...0x7A).contains($0) }, "seed \(seed): \(name)")
    }
  }

  @Test func foldingIntoAnArenaAppends() {
    var arena = Array("x".utf8)
    "Ốc".fold(into: &arena)
    #expect(arena == Array("xoc".utf8))
  }

  private func reference(_ text: String) -> [Unicode.Scalar] {
    func bare(_ text: String) -> [Unicode.Scalar] {
      text.decomposedStringWithCanonicalMapping.unicodeScalars
        .filter { $0.properties.generalCategory != .nonspacingMark }
    }
    let lower = bare(text).map(\.properties.lowercaseMapping).joined()
    return bare(lower).map { $0 == "đ" ? "d" : $0 }
  }
}
