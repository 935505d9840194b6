import Model
import Testing

@testable import App

/// Random keys on a form: nothing stops it, the cursor stays inside, and its draft brings back what was typed.
@Test func randomKeysNeverLoseWhatWasTyped() {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = SeededNumbers(seed: seed)
  let keys = Keymap.form.bindings.flatMap(\.keys) + [.escape]
  let letters = Array("abcmđêễ0123456789*+/ .-hGM").map(String.init) + ["\u{301}", "\n", "Lao động", "漢"]
  for round in 0..<150 {
    var form = Form.sample
    form.previous = ["people": .code("DAO"), "left": .day(.of(2024, 7, 5)), "months": .integer(36)]
    if Bool.random(using: &numbers) { form.carry(["market": .code("JP"), "months": .integer(24)]) }
    let (width, height) = (Int.random(in: 1...100, using: &numbers), Int.random(in: 1...26, using: &numbers))
    for _ in 0..<40 {
      if Bool.random(using: &numbers), let text = letters.randomElement(using: &numbers) {
        _ = form.update(.text(Typed(text)))
      } else if let key = keys.randomElement(using: &numbers) {
        let keymap = Keymap.form + .global
        _ = keymap.command(for: key).map { form.update(.command($0)) }
      }
    }
    let frame = Frame.drawn(width, height) { form.draw(in: &$0, $0.bounds, .vi) }
    #expect(frame.bounds.contains(frame.cursor), "seed \(seed), round \(round), \(width)×\(height)")
    var again = Form.sample
    again.load(form.base)
    again.restore(form.draft, focus: form.focusID)
    #expect(again.cells.map(\.text) == form.cells.map(\.text), "seed \(seed), round \(round)")
    #expect(again.values == form.values, "seed \(seed), round \(round)")
    #expect(again.focusID == form.focusID, "seed \(seed), round \(round)")
    for (field, cell) in zip(form.fields, form.cells) {
      if case .digits(let count) = field.kind {
        #expect(cell.text.count <= count, "seed \(seed), round \(round)")
      }
      if case .success(let value) = cell.reading { #expect(value != .none, "seed \(seed), round \(round)") }
    }
  }
}
