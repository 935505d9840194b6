import Foundation
import Model
import Testing

@testable import App

/// Lets bytes through the decoder into a field, cut into reads of any length, as the program does.
private func type(
  _ bytes: [UInt8], into field: inout TextField, by method: InputMethod? = nil, cut: Int? = nil
) {
  var decoder = InputDecoder()
  var rest = bytes[...]
  while !rest.isEmpty {
    let read = rest.prefix(cut ?? rest.count)
    rest = rest.dropFirst(read.count)
    for event in decoder.feed(read) {
      switch event {
      case .key(.character(let character)): _ = field.insert(Typed(String(character), by: method))
      case .key(let key): if let command = Keymap.text.command(for: key) { _ = field.handle(command) }
      case .paste(let text): _ = field.insert(Typed(text))
      default: break
      }
    }
  }
  #expect(decoder.dropped == 0)
}

/// Every syllable in one way of sending, the ways taking turns; in all of them where LONG is set.
@Test func everySyllableArrivesHoweverAnInputMethodSendsIt() {
  let isLong = ProcessInfo.processInfo.environment["LONG"] != nil
  let ways = OutsideTyping.all
  var wrong: [String] = []
  var count = 0
  for (place, syllable) in Syllable.all.enumerated() {
    for way in isLong ? ways : [ways[place % ways.count]] {
      count += 1
      var field = TextField(limit: 80)
      type(way.bytes(syllable), into: &field)
      field.leave()
      if Array(field.value.utf8) != Array(syllable.text.precomposedStringWithCanonicalMapping.utf8) {
        wrong.append("\(syllable.text): \(way) gave \(field.value)")
      }
    }
  }
  print("\(Syllable.all.count) syllables, \(ways.count) ways of sending, \(count) bursts")
  #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10))")
  #expect(ways.count == 16 && Syllable.all.count > 15_000)
}

/// Words as they come at random, with the number by which they come again.
private func words(_ count: Int) -> (words: [String], seed: UInt64) {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = SeededNumbers(seed: seed)
  return ((0..<count).compactMap { _ in Syllable.all.randomElement(using: &numbers)?.text }, seed)
}

@Test(arguments: [nil, 1, 7, 4096])
func tenThousandKeysAtOnceAllArrive(cut: Int?) {
  let (words, seed) = words(2_500)
  let text = String(words.joined(separator: " ").prefix(10_000)).trimmingCharacters(in: .whitespaces)
  #expect(text.count > 9_000)
  var typed = TextField(limit: 20_000)
  type(Array(text.utf8), into: &typed, cut: cut)
  #expect(typed.text == text, "seed \(seed)")
  var pasted = TextField(limit: 20_000)
  type(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8), into: &pasted, cut: cut)
  #expect(pasted.text == text, "seed \(seed)")
}

/// Plain keys by the built-in method, ten thousand of them: letters that take no marks all arrive.
@Test(arguments: InputMethod.allCases)
func tenThousandKeysGoThroughTheBuiltInInputMethod(method: InputMethod) {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = SeededNumbers(seed: seed)
  let plain = [
    "minh", "quan", "nhung", "chinh", "phong", "Google", "UBND", "Lan", "bx", "khi", "tim", "Hung",
  ]
  var text = ""
  while text.utf8.count < 10_000 { text += (plain.randomElement(using: &numbers) ?? "") + " " }
  var field = TextField(limit: 20_000)
  type(Array(text.utf8), into: &field, by: method)
  #expect(field.text == text, "seed \(seed)")
}

/// What one types by the built-in method and then takes back by backspaces leaves nothing.
@Test(arguments: InputMethod.allCases)
func backspacesTakeBackWhateverWasComposed(method: InputMethod) {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = SeededNumbers(seed: seed)
  let keys = Array("aaeeoouuiynhgtdwsfrxj0123456789DÂ .".unicodeScalars)
  for round in 0..<200 {
    var field = TextField("Lao ", limit: 80)
    for step in 0..<30 {
      let key = keys.randomElement(using: &numbers) ?? "a"
      let old = field.text
      let isTaken = field.insert(Typed(String(Character(key)), by: method))
      #expect(isTaken)
      // What stands before the word that is being typed is never touched.
      let words = old.split(separator: " ", omittingEmptySubsequences: false).dropLast().joined(
        separator: " ")
      #expect(
        field.text.hasPrefix(words), "seed \(seed), round \(round), step \(step): \(old) → \(field.text)")
      #expect(Array(field.text.utf8) == Array(field.text.precomposedStringWithCanonicalMapping.utf8))
    }
    for _ in field.text.dropFirst(4).unicodeScalars { _ = field.handle(.eraseBack) }
    #expect(field.text == "Lao ", "seed \(seed), round \(round)")
  }
}
