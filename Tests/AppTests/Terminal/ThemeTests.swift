import Testing

@testable import App

private let mono = Theme.choose(colors: 256, noColor: "1")

@Test func coloursFollowTheTerminalAndTheUsersWish() {
  #expect(Theme.choose(colors: 256, noColor: nil).palette == .many)
  #expect(Theme.choose(colors: 8, noColor: "").palette == .eight)
  #expect(Theme.choose(colors: 0, noColor: nil).palette == .mono)
  #expect(Theme.choose(colors: 256, noColor: "1").palette == .mono)
}

@Test func bodyTextKeepsTheUsersColours() {
  for colors in [0, 8, 256] {
    let theme = Theme.choose(colors: colors, noColor: nil)
    for style in [Style.plain, .dim, .title, .heading, .selected, .field, .focused] {
      #expect(theme[style].color == nil, "\(style) with \(colors) colours")
    }
    #expect(theme[.plain] == Theme.Look())
  }
}

@Test func statesOfOneThingDifferWithoutColour() {
  let states: [[Style]] = [
    [.plain, .selected, .resting, .marked, .match, .disabled], [.field, .focused, .carried, .plain],
    [.plain, .warning, .problem], [.plain, .good], [.bar, .track], [.plain, .title, .heading],
    [.plain, .key],
    [.plain, .notice, .problem],
  ]
  for group in states {
    #expect(Set(group.map { mono[$0] }).count == group.count, "\(group)")
    #expect(group.allSatisfy { mono[$0].color == nil })
  }
}

@Test func noLookIsMadeOfColourAlone() {
  for colors in [8, 256] {
    let theme = Theme.choose(colors: colors, noColor: nil)
    for style in Style.allCases where theme[style].color != nil && style != .bar {
      var plain = theme[style]
      plain.color = nil
      #expect(plain != Theme.Look(), "\(style)")
    }
  }
}
