import Foundation
import Testing

@testable import Model

private func telex(_ keys: String) -> String { SyllableComposer(keys, by: .telex).text }
private func vni(_ keys: String) -> String { SyllableComposer(keys, by: .vni).text }

@Suite struct SyllableComposerTests {
  /// Every syllable in one order of typing, the orders taking turns; in all of them where LONG is set.
  @Test(arguments: InputMethod.allCases)
  func everySyllableComesOutWhicheverOrderItIsTypedIn(method: InputMethod) {
    let keystrokes = Keystrokes(method: method)
    let isLong = ProcessInfo.processInfo.environment["LONG"] != nil
    let orders = Keystrokes.Order.allCases
    var wrong: [String] = []
    var count = 0
    for (place, syllable) in Syllable.all.enumerated() {
      let wanted = Array(syllable.text.utf8)
      for order in isLong ? orders : [orders[place % orders.count]] {
        count += 1
        let typed = keystrokes.typed(syllable, order)
        let composer = SyllableComposer(typed, by: method)
        if Array(composer.text.utf8) != wanted || Array(composer.finished.utf8) != wanted {
          wrong.append("\(typed) → \(composer.text), \(composer.finished), not \(syllable.text)")
        }
      }
    }
    print("\(method.name): \(Syllable.all.count) syllables, typed \(count) times")
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    #expect(Syllable.all.count > 15_000)
  }

  @Test(arguments: InputMethod.allCases)
  func capitalsStayCapitals(method: InputMethod) {
    let keystrokes = Keystrokes(method: method)
    for syllable in Syllable.all
    where syllable.tone == 4 && ["đ", "q", ""].contains(syllable.onset.prefix(1)) {
      let typed = keystrokes.typed(syllable, .toneLast)
      let capital = syllable.text.prefix(1).uppercased() + syllable.text.dropFirst()
      #expect(SyllableComposer(typed.uppercased(), by: method).text == syllable.text.uppercased())
      let first = typed.prefix(1).uppercased() + typed.dropFirst()
      #expect(SyllableComposer(first, by: method).text == capital)
    }
  }

  @Test(arguments: [
    ("aaa", "aa"), ("aaaa", "aaa"), ("ass", "as"), ("asss", "ass"), ("bosss", "boss"), ("ddd", "dd"),
    ("ww", "w"), ("tww", "tw"), ("uww", "uw"), ("uoww", "uow"), ("duowngw", "duongw"), ("hoaff", "hoaf"),
    ("xooong", "xoong"), ("mooocs", "moóc"), ("quaww", "quaw"), ("uwaw", "uaw"), ("dangdd", "dangd"),
  ])
  func aMarkTypedAgainIsTakenBack(keys: String, shown: String) {
    #expect(telex(keys) == shown)
    #expect(SyllableComposer(keys, by: .telex).finished == shown)
  }

  @Test(arguments: [
    ("a66", "a6"), ("a11", "a1"), ("a111", "a11"), ("d99", "d9"), ("u77", "u7"), ("a88", "a8"),
    ("uo77", "uo7"),
  ])
  func aDigitTypedAgainIsTakenBack(keys: String, shown: String) {
    #expect(vni(keys) == shown)
    #expect(SyllableComposer(keys, by: .vni).finished == shown)
  }

  @Test(arguments: [
    ("hoasf", "hòa"), ("hoafz", "hoa"), ("tieengsz", "tiêng"), ("aaw", "ă"), ("awa", "â"), ("ow", "ơ"),
    ("owo", "ô"),
    ("tw", "tư"), ("w", "ư"), ("W", "Ư"), ("truwong", "trương"), ("thuow", "thuơ"), ("thuowng", "thương"),
    ("duwowcj", "dược"), ("uouw", "ươu"), ("muaw", "mưa"), ("quawng", "quăng"), ("nguoiwf", "người"),
    ("dduocwj", "được"), ("muowon", "muôn"), ("gif", "gì"), ("giangf", "giàng"), ("quys", "quý"),
    ("thuyr", "thủy"), ("khuyur", "khuỷu"), ("ngoeof", "ngoèo"), ("DDAWKS", "ĐẮK"), ("Mnoong", "Mnông"),
  ])
  func telexFollowsItsRules(keys: String, shown: String) { #expect(telex(keys) == shown) }

  @Test(arguments: [
    ("hoa12", "hòa"), ("hoa20", "hoa"), ("tieng610", "tiêng"), ("a68", "ă"), ("a86", "â"), ("o76", "ô"),
    ("truo7ng", "trương"), ("thuo73", "thuở"), ("d9uo7c5", "được"), ("duoc975", "được"), ("nguoi72", "người"),
    ("quang8", "quăng"), ("mua7", "mưa"), ("D9A8K1", "ĐẮK"),
  ])
  func vniFollowsItsRules(keys: String, shown: String) { #expect(vni(keys) == shown) }

  /// Names of firms, foreign words and codes; what changes shows only while it may still become a syllable.
  @Test(arguments: [
    "Google", "Toyota", "Sony", "Windows", "Brown", "Tokyo", "street", "Mitsubishi", "Excel", "Facebook",
    "law",
    "two", "ties", "caft", "Addidas", "Reddy", "BRAUN", "VINASHIN", "UBND", "software", "Word", "Samsung",
  ])
  func whatIsNoSyllableStaysAsTyped(word: String) {
    #expect(SyllableComposer(word, by: .telex).finished == word)
    #expect(SyllableComposer(word, by: .vni).finished == word)
  }

  @Test(arguments: ["B52", "T1", "12A1", "H9", "C1234567", "e12x"])
  func codesWithDigitsStayAsTyped(word: String) {
    #expect(SyllableComposer(word, by: .telex).finished == word)
    #expect(SyllableComposer(word, by: .vni).finished == word)
  }

  @Test(arguments: [
    ("QDD", "QD9", "QĐ"), ("HDDND", "HD9ND", "HĐND"), ("LDDTBXH", "LD9TBXH", "LĐTBXH"), ("QDDD", "QD99", ""),
  ])
  func abbreviationsHaveTheirOwnLetter(byTelex: String, byVNI: String, shown: String) {
    #expect(SyllableComposer(byTelex, by: .telex).finished == (shown.isEmpty ? "QDD" : shown))
    #expect(SyllableComposer(byVNI, by: .vni).finished == (shown.isEmpty ? "QD9" : shown))
  }

  /// The caret comes behind a word that stands there already.
  @Test(arguments: [
    ("Tiêng", "s", "Tiếng"), ("tiến", "g", "tiếng"), ("hò", "a", "hòa"), ("hòa", "n", "hoàn"),
    ("tiế", "s", "tiês"),
    ("đươ", "cj", "được"), ("Goog", "le", "Google"),
  ])
  func lettersThatStandThereAreTakenAsTheyAre(before: String, keys: String, shown: String) {
    #expect(telex(before + keys) == shown)
  }

  /// Every word of every place; Hoà and Thuỷ, as some of them are written, come out as Hòa and Thủy.
  @Test(arguments: InputMethod.allCases)
  func everyPlaceCanBeTyped(method: InputMethod) {
    let keystrokes = Keystrokes(method: method)
    let words = Set(Places.standard.units.flatMap { $0.name.split { !$0.isLetter } }.map(String.init))
    #expect(words.count > 200)
    for word in words {
      let composer = SyllableComposer(keystrokes.typed(word), by: method)
      let wanted = SyllableComposer(word, by: method).finished
      #expect(composer.finished == wanted && wanted.folded == word.folded, "\(word): \(composer.finished)")
    }
  }
}
