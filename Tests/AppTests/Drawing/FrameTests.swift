import Testing

@testable import App

private func frame(_ width: Int, _ height: Int = 1, _ glyphs: Glyphs = .unicode) -> Frame {
  Frame(size: Size(width: width, height: height), glyphs: glyphs)
}

private func row(_ x: Int, _ width: Int) -> Rect { Rect(x: x, y: 0, width: width, height: 1) }

@Test func aTextIsWrittenAndTheRestOfItsAreaFilled() {
  var frame = frame(8)
  frame.put("xxxxxxxx", at: Point(x: 0, y: 0), .plain)
  #expect(frame.write("ab", in: row(1, 5), .selected) == 2)
  #expect(frame.text == "xab   xx\n")
  #expect(frame.row(0).map(\.style) == [.plain] + Array(repeating: .selected, count: 5) + [.plain, .plain])
}

@Test func aLongTextIsCutWithAMark() {
  var frame = frame(8)
  #expect(frame.write("Tiến độ", in: row(0, 5), .plain) == 5)
  #expect(frame.text == "Tiến…\n")
  #expect(frame.write("Tiến", in: row(0, 4), .plain) == 4)
  #expect(frame.text == "Tiến…\n", "what fits is not cut, and the neighbour stays")
  #expect(frame.write("Tiến", in: row(7, 1), .plain) == 1)
  #expect(frame.text == "Tiến…  …\n")
  #expect(frame.write("Tiến", in: row(3, 0), .plain) == 0)
}

@Test func decomposedLettersAreComposed() {
  var frame = frame(8)
  let typed = "Nguye\u{302}\u{303}n"
  #expect(frame.write(typed, in: row(0, 8), .plain) == 6)
  #expect(frame.row(0).prefix(6).compactMap(\.scalar) == Array("Nguyễn".unicodeScalars))
  #expect(Frame.width(of: typed) == 6)
}

@Test func whatCouldCommandATerminalIsMadeHarmless() {
  let harmful = [
    "\u{1B}", "\u{7}", "\n", "\u{7F}", "\u{9B}", "\u{85}", "\u{AD}", "\u{600}", "\u{200B}", "\u{200D}",
    "\u{200F}",
    "\u{202E}", "\u{2066}", "\u{2028}", "\u{FEFF}", "\u{FE0F}", "\u{E000}", "\u{378}", "\u{10FFFF}",
    "\u{E0041}", "\u{115F}", "\u{3164}", "\u{1F1FB}", "\u{1F3FB}", "\u{20DD}", "q\u{301}".dropping("q"),
  ]
  for text in harmful {
    var frame = frame(4)
    frame.write("a\(text)b", in: row(0, 4), .plain)
    frame.put(text, at: Point(x: 3, y: 0), .plain)
    // A mark after "a" may compose with it; then there is nothing to replace.
    #expect(frame.text == "a?b?\n" || frame.text == "áb ?\n", "\(text.unicodeScalars.map { $0.value })")
  }
}

@Test func everyScalarIsHarmlessOrAsWideAsItSays() {
  for value in UInt32(0)...0x10FFFF {
    guard let scalar = Unicode.Scalar(value) else { continue }
    var frame = frame(2)
    frame.put(String(Character(scalar)), at: Point(x: 0, y: 0), .plain)
    for shown in frame.row(0).compactMap(\.scalar) {
      if shown == "?" || shown == " " { continue }
      #expect(
        shown.cellWidth > 0 && ![.control, .format, .unassigned].contains(shown.properties.generalCategory),
        "\(value)")
      #expect(frame.row(0).last?.isContinuation == (shown.cellWidth == 2), "\(value)")
    }
  }
}

@Test func wideLettersTakeTwoCellsAndAreNeverHalved() {
  var frame = frame(6)
  #expect(frame.write("世界a", in: row(0, 6), .plain) == 5)
  #expect(frame.row(0).map(\.isContinuation) == [false, true, false, true, false, false])
  frame.put("x", at: Point(x: 1, y: 0), .plain)
  #expect(frame.text == " x界a\n", "the left half goes when the right one is overwritten")
  frame.put("y", at: Point(x: 2, y: 0), .plain)
  #expect(frame.text == " xy a\n", "and the right one with the left")
  frame.write("a世界", in: row(0, 4), .plain)
  #expect(frame.text == "a世…a\n")
  frame.write("a世界", in: row(0, 3), .plain)
  #expect(frame.text == "a ……a\n", "a half before the cut becomes a blank")
  frame.put("世", at: Point(x: 5, y: 0), .plain)
  #expect(frame.row(0)[5].isContinuation == false, "half a letter is not drawn at the edge")
}

@Test func asciiKeepsLettersAndReplacesShapes() {
  var frame = frame(30, 2, .ascii)
  frame.write("▸ Đã đi › 5 · “ổn” – █▌╎…", in: frame.bounds, .plain)
  frame.rule(1)
  #expect(frame.text == "> Đã đi > 5 . \"ổn\" - ##|~\n" + String(repeating: "-", count: 30) + "\n")
}

@Test func restylingKeepsTheText() {
  var frame = frame(6, 2)
  frame.write("ab", in: frame.bounds.row(1), .plain)
  frame.restyle(Rect(x: 1, y: 1, width: 99, height: 99), .selected)
  #expect(frame.styled == "│\n│ab\n~ SSSSS\n")
}

@Test func noPlaceOnOrOffTheScreenStopsTheProgram() {
  let seed = UInt64.random(in: 0...UInt64.max)
  print("seed \(seed)")
  var numbers = SeededNumbers(seed: seed)
  let edges = [Int.min, Int.min + 1, -1000, -2, -1, 0, 1, 2, 5, 79, 80, 81, 1000, Int.max - 1, Int.max]
  let texts = ["", "a", "世", "世界世界", "Nguye\u{302}n", "\u{301}", String(repeating: "dài ", count: 50)]
  let sizes = [(0, 0), (0, 5), (5, 0), (1, 1), (2, 3), (80, 24), (-3, 7)]
  for _ in 0..<4000 {
    let (width, height) = sizes.randomElement(using: &numbers) ?? (0, 0)
    var frame = frame(width, height)
    func edge() -> Int { edges.randomElement(using: &numbers) ?? 0 }
    func area() -> Rect { Rect(x: edge(), y: edge(), width: edge(), height: edge()) }
    let text = texts.randomElement(using: &numbers) ?? ""
    for area in [area(), frame.bounds, area().intersection(frame.bounds), area().inset(left: edge())] {
      let used = frame.write(text, in: area, .notice)
      #expect(used >= 0 && used <= max(0, area.width))
      frame.put(text, at: Point(x: area.x, y: area.y), .key)
      frame.fill(area.split(top: edge()).1, .dim)
      frame.restyle(area.split(left: edge()).0, .bar)
      frame.rule(in: area.split(right: edge()).1)
      frame.rule(edge())
      _ = area.contains(Point(x: edge(), y: edge()))
      _ = (area.row(edge()), area.split(bottom: edge()), frame.row(edge()))
    }
    #expect(frame.cells.count == frame.size.width * frame.size.height)
    #expect(
      frame.text.split(separator: "\n", omittingEmptySubsequences: false).count == frame.size.height + 1)
    for y in 0..<frame.size.height { expectWhole(frame.row(y)) }
  }
}

/// Every wide letter has both its halves.
private func expectWhole(_ row: ArraySlice<Frame.Cell>) {
  var needsHalf = false
  for cell in row {
    #expect(cell.isContinuation == needsHalf)
    needsHalf = cell.scalar.map { $0.cellWidth == 2 } ?? false
  }
  #expect(!needsHalf)
}

extension String {
  /// The text without a part, so that a lone mark can be written down.
  fileprivate func dropping(_ part: String) -> String {
    var rest = unicodeScalars
    rest.removeFirst(part.unicodeScalars.count)
    return String(rest)
  }
}

@Test func aCellIsFourBytes() {
  #expect(MemoryLayout<Frame.Cell>.stride == 4)
  for style in Style.allCases {
    #expect(Frame.Cell("\u{10FFFD}", style).style == style)
    #expect(Frame.Cell("\u{10FFFD}", style).scalar == "\u{10FFFD}")
  }
  #expect(Set(Style.allCases.map(\.mark)).count == Style.allCases.count, "no two styles share a mark")
}
