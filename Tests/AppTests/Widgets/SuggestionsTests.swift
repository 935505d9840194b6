import Model
import Testing

@testable import App

@Suite("What was typed before is offered")
struct SuggestionsTests {
  private let known = Suggestions(["Ky Quan San", "Kim Sơn", "Séo Pờ Hồ"])

  @Test(arguments: [
    ("k", "Ky Quan San"), ("ki", "Kim Sơn"), ("seo p", "Séo Pờ Hồ"), ("Séo", "Séo Pờ Hồ"),
    ("sph", "Séo Pờ Hồ"),
    ("ks", "Kim Sơn"), ("quan", "Ky Quan San"), ("san", "Ky Quan San"), ("ph", "Séo Pờ Hồ"),
  ])
  func lettersWithoutMarksOrInitialsFind(typed: String, found: String) {
    #expect(known.best(for: typed) == found)
  }

  @Test(arguments: ["", " ", "x", "Kim Sơn", "sơn kim"])
  func nothingElseDoes(typed: String) { #expect(known.best(for: typed) == nil) }

  @Test func theArrowTakesItAndEnterLeavesWhatWasTyped() {
    var form = Form(
      [
        FormField("village", Words("Thôn", "Village"), .name(max: 80)),
        FormField("x", Words("X", "X"), .name(max: 80)),
      ],
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
    var form = Form([FormField("village", Words("Thôn", "Village"), .name(max: 80))], today: .first)
    form.suggestions = ["village": known]
    for letter in "ky" { _ = form.update(.text(Typed(String(letter)))) }
    _ = form.update(.command(.left))
    #expect(form.suggestion == nil)
    _ = form.update(.command(.right))
    #expect(form.text("village") == "ky")
  }

  /// A form of a village among these, with a field behind it.
  private func form(_ texts: [String] = ["Thôn mẫu 7", "Thôn mẫu 5", "Sín Chải"]) -> Form {
    var form = Form(
      [
        FormField("village", Words("Thôn", "Village"), .name(max: 80)),
        FormField("x", Words("X", "X"), .name(max: 80)),
      ],
      today: .first)
    form.suggestions = ["village": Suggestions(texts)]
    return form
  }

  @Test(arguments: [
    ("1", "Thôn mẫu 7"), ("3", "Sín Chải"), ("mau2", "Thôn mẫu 5"), ("tm1", "Thôn mẫu 7"),
    ("chai1", "Sín Chải"),
  ])
  func aDigitTakesOneOfThoseShownAndGoesOn(typed: String, village: String) {
    var form = form()
    for letter in typed { _ = form.update(.text(Typed(String(letter)))) }
    #expect(form.text("village") == village && form.focusID == "x")
  }

  @Test(arguments: ["tm 7", "tm7", "TM  7"])
  func initialsWithASpaceFindTheSame(typed: String) {
    #expect(Suggestions(["Thôn mẫu 5", "Thôn mẫu 7"]).best(for: typed) == "Thôn mẫu 7")
  }

  /// A digit behind a space or a digit, or that stands before nothing that is shown, is a part of the name.
  @Test(arguments: ["Thôn mẫu 9", "Thôn mẫu 2", "Thôn mẫu 12", "Tổ 1", "9"])
  func otherDigitsAreText(typed: String) {
    var form = form()
    for letter in typed { _ = form.update(.text(Typed(String(letter)))) }
    #expect(form.text("village") == typed && form.focusID == "village")
  }

  @Test func whatIsKnownIsShownWithItsNumbers() {
    var form = form()
    #expect(Frame.drawn(80, 8) { form.draw(in: &$0, $0.bounds, .vi) }.text.contains("1 Thôn mẫu 7"))
    for letter in "chai" { _ = form.update(.text(Typed(String(letter)))) }
    let text = Frame.drawn(80, 8) { form.draw(in: &$0, $0.bounds, .vi) }.text
    #expect(text.contains("1 Sín Chải") && !text.contains("Thôn mẫu"))
  }

  /// With VNI on, a digit behind a letter is a mark; in an empty field it still chooses.
  @Test func digitsOfVNIAreMarks() {
    var form = form()
    for letter in "mau6" { _ = form.update(.text(Typed(String(letter), by: .vni))) }
    #expect(form.focusID == "village" && form.text("village") == "mâu")
    var other = self.form()
    _ = other.update(.text(Typed("2", by: .vni)))
    #expect(other.text("village") == "Thôn mẫu 5" && other.focusID == "x")
  }
}
