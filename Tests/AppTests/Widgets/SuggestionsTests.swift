import Model
import Testing

@testable import App

@Suite("What was typed before is offered")
struct SuggestionsTests {
  private let known = Suggestions(["Ky Quan San", "Kim Sơn", "Séo Pờ Hồ"])

  @Test(arguments: [
    ("k", "Ky Quan San"), ("ki", "Kim Sơn"), ("seo p", "Séo Pờ Hồ"), ("Séo", "Séo Pờ Hồ"),
    ("sph", "Séo Pờ Hồ"),
    ("ks", "Kim Sơn"),
  ])
  func lettersWithoutMarksOrInitialsFind(typed: String, found: String) {
    #expect(known.best(for: typed) == found)
  }

  @Test(arguments: ["", " ", "x", "Kim Sơn", "quan"])
  func nothingElseDoes(typed: String) { #expect(known.best(for: typed) == nil) }

  @Test func theArrowTakesItAndEnterLeavesWhatWasTyped() {
    var form = Form(
      [FormField("village", Words("Thôn", "Village"), .name), FormField("x", Words("X", "X"), .name)],
      today: .first)
    form.suggestions = ["village": known]
    for letter in "kqs" { _ = form.update(.text(Typed(String(letter)))) }
    #expect(form.suggestion == "Ky Quan San")
    var other = form
    #expect(form.update(.command(.right)) == [.edited("village")])
    #expect(form.text("village") == "Ky Quan San" && form.suggestion == nil)
    _ = other.update(.command(.enterField))
    #expect(other.text("village") == "kqs")
  }

  @Test func withinATextTheArrowOnlyMoves() {
    var form = Form([FormField("village", Words("Thôn", "Village"), .name)], today: .first)
    form.suggestions = ["village": known]
    for letter in "ky" { _ = form.update(.text(Typed(String(letter)))) }
    _ = form.update(.command(.left))
    #expect(form.suggestion == nil)
    _ = form.update(.command(.right))
    #expect(form.text("village") == "ky")
  }
}
