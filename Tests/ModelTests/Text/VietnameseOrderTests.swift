import Foundation
import Testing

@testable import Model

@Suite struct VietnameseOrderTests {
  @Test(arguments: [
    [
      "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q",
      "r", "s",
    ],
    ["t", "u", "ư", "v", "x", "y"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "man", "mang", "mắn", "mân"],
    ["hoa", "hoa mai", "hòa", "hòa an", "hoan", "hoang"],
    ["Dao", "Đao"], ["an", "An", "án", "anh"],
    ["Bản 2", "Bản 9", "Bản A"], ["2", "a"], ["", "a"], ["Khơ-me", "Khơ-mú"], ["cafe", "café"],
  ])
  func theAlphabetIsKept(texts: [String]) {
    for (one, other) in zip(texts, texts.dropFirst()) {
      #expect(VietnameseOrder.precedes(one, other), "\(one) < \(other)")
      #expect(!VietnameseOrder.precedes(other, one), "\(one) < \(other)")
    }
  }

  @Test func namesAreOrderedByGivenThenFamilyThenMiddleName() {
    let names = [
      "Lê Văn An", "Trần An", "Trần Thị An", "Trần Văn An", "Đỗ Văn Ánh", "Lý A Bình", "Vàng Thị Dợ",
      "Giàng A Đông", "Lý Thị Ơn", "Sùng Ú",
    ]
    #expect(names.shuffled().sorted { less($0, $1) } == names)

    func less(_ one: String, _ other: String) -> Bool {
      VietnameseOrder.nameKey(one).lexicographicallyPrecedes(VietnameseOrder.nameKey(other))
    }
  }

  @Test func spellingsOfTheSameToneStandTogether() {
    let words = ["hoà", "hòa", "hoả", "hỏa"]
    #expect(
      words.shuffled().sorted(by: VietnameseOrder.precedes).map { $0.folded } == ["hoa", "hoa", "hoa", "hoa"])
    #expect(VietnameseOrder.precedes("hòa", "hoả"))
    #expect(VietnameseOrder.precedes("hoà", "hỏa"))
    #expect(VietnameseOrder.key("hòa") != VietnameseOrder.key("hoà"))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theKeysAgreeWithTheReference(seed: UInt64) {
    var chance = Seeded(seed)
    let texts = (0..<300).map { _ in Syllables.name(&chance) }
    let prepared = texts.map { (key: VietnameseOrder.key($0), reference: Reference($0)) }
    for one in prepared.indices {
      for other in prepared.indices {
        let expected = prepared[one].reference.compare(prepared[other].reference)
        guard expected != 0 else { continue }
        let isLess = prepared[one].key.lexicographicallyPrecedes(prepared[other].key)
        #expect(isLess == (expected < 0), "seed \(seed): \(texts[one]) | \(texts[other])")
      }
    }
  }

  @Test(arguments: [7] as [UInt64])
  func equalKeysMeanEqualTexts(seed: UInt64) {
    var chance = Seeded(seed)
    var seen: [[UInt8]: String] = [:]
    for _ in 0..<5_000 {
      let name = Syllables.name(&chance)
      let key = VietnameseOrder.key(name)
      #expect(seen[key] == nil || seen[key] == name, "seed \(seed): \(name) | \(seen[key] ?? "")")
      #expect(key == VietnameseOrder.key(name.decomposedStringWithCanonicalMapping), "seed \(seed): \(name)")
      seen[key] = name
    }
  }

  /// The rule written out: word by word, first the letters, then the tones.
  private struct Reference {
    let words: [(letters: [Int], tones: [Int])]

    init(_ text: String) {
      let order = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
      let tones: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
      words = text.lowercased().split(separator: " ").map { word in
        var letters: [Int] = []
        var found: [Int] = []
        for character in word {
          let scalars = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
          var rest = String.UnicodeScalarView()
          for scalar in scalars {
            if let tone = tones.firstIndex(of: scalar) { found.append(tone + 1) } else { rest.append(scalar) }
          }
          let letter = Character(String(rest).precomposedStringWithCanonicalMapping)
          letters.append(order.firstIndex(of: letter) ?? -1)
        }
        return (letters, found)
      }
    }

    /// Below 0, 0 or above 0.
    func compare(_ other: Reference) -> Int {
      for (one, two) in zip(words, other.words) {
        if one.letters != two.letters { return one.letters.lexicographicallyPrecedes(two.letters) ? -1 : 1 }
        if one.tones != two.tones { return one.tones.lexicographicallyPrecedes(two.tones) ? -1 : 1 }
      }
      return words.count - other.words.count
    }
  }
}
