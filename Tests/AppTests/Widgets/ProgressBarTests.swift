import Testing

@testable import App

private func bar(_ share: Double?, tick: Double? = nil, width: Int = 8, _ glyphs: Glyphs = .unicode) -> String
{
  let frame = Frame.drawn(width + 2, 1, glyphs) {
    $0.write("[", in: Rect(x: 0, y: 0, width: 1, height: 1), .plain)
    $0.write("]", in: Rect(x: width + 1, y: 0, width: 1, height: 1), .plain)
    ProgressBar(share: share, tick: tick).draw(in: &$0, Rect(x: 1, y: 0, width: width, height: 1))
  }
  return String(frame.text.dropLast())
}

@Test func aBarIsExactToAnEighthOfACell() {
  #expect(bar(0) == "[········]")
  #expect(bar(0.5) == "[████····]")
  #expect(bar(33.0 / 64) == "[████▏···]")
  #expect(bar(39.0 / 64) == "[████▉···]")
  #expect(bar(1) == "[████████]")
}

@Test func moreThanAllFillsTheBarAndNothingBeside() {
  #expect(bar(3.5) == "[████████]")
  #expect(bar(.infinity) == "[████████]")
  #expect(bar(-1) == "[········]")
  #expect(bar(.nan) == "[········]")
}

@Test func theTickStandsWhereOneShouldBe() {
  #expect(bar(0.25, tick: 0.5) == "[██··╎···]")
  #expect(bar(0.75, tick: 0.5) == "[████╎█··]")
  #expect(bar(0.5, tick: 1) == "[████···╎]")
  #expect(bar(0.5, tick: 0) == "[╎███····]")
}

@Test func asciiTerminalsSeeAsciiOnly() {
  #expect(bar(0.5, tick: 0.75, .ascii) == "[####..|.]")
  #expect(bar(0.55, .ascii) == "[####....]")
  #expect(bar(0.57, .ascii) == "[#####...]")
}

@Test func withoutAWholeThereIsNoBar() {
  #expect(bar(nil) == "[        ]")
}

@Test func noBarLeavesItsArea() {
  for width in 0...40 {
    for share in stride(from: -0.5, through: 2, by: 0.07) {
      let text = bar(share, tick: share / 2, width: width)
      #expect(text.hasPrefix("[") && text.hasSuffix("]") && text.count == width + 2, "\(width) \(share)")
    }
  }
}
