import Testing

@testable import App

private let escape = "\u{1B}"

/// What comes out when a text's bytes come in, in one read.
private func decode(_ text: String) -> [TerminalEvent] {
  var decoder = InputDecoder()
  return decoder.feed(text.utf8)
}

private func keys(_ script: String) -> [TerminalEvent] { Key.script(script).map(TerminalEvent.key) }

@Test func anInputMethodsBurstComesLetterByLetter() {
  #expect(decode("Nguye\u{7F}ê\u{7F}ễn") == keys("Nguye<BS>ê<BS>ễn"))
  #expect(decode("e\u{302}\u{8}") == [.key(.character("e")), .key(.character("\u{302}")), .key(.backspace)])
}

@Test func keysOfEveryTerminalAreOneKey() {
  let spellings: [(String, [String])] = [
    ("Up", ["[A", "OA", "[1;1A", "[57419u"]), ("Down", ["[B", "OB"]), ("Right", ["[C", "OC"]),
    ("Left", ["[D", "OD"]), ("Home", ["[H", "OH", "[1~", "[7~"]), ("End", ["[F", "OF", "[4~", "[8~"]),
    ("Ins", ["[2~"]), ("Del", ["[3~", "[3;5~", "[3$"]), ("PgUp", ["[5~"]), ("PgDn", ["[6~"]),
    ("S-Tab", ["[Z", "[9;2u", "[27;2;9~"]), ("Enter", ["OM", "[13u", "[13;5u"]), ("Tab", ["[9u", "OI"]),
    ("Esc", ["[27u"]), ("BS", ["[127u"]), ("F1", ["OP", "[11~", "[[A", "[P"]), ("F2", ["OQ", "[12~", "[[B"]),
    ("F3", ["OR", "[13~", "[[C", "[R"]), ("F4", ["OS", "[14~", "[[D"]), ("F5", ["[15~", "[[E"]),
    ("F6", ["[17~"]), ("F7", ["[18~"]), ("F8", ["[19~"]), ("F9", ["[20~"]), ("F10", ["[21~"]),
    ("F11", ["[23~"]), ("F12", ["[24~"]), ("F13", ["[25~", "[1;2P", "[57376u"]), ("F20", ["[34~"]),
    ("S-Up", ["[1;2A", "[a"]), ("C-Left", ["[1;5D", "[1;3D", "[1;6D", "Od"]), ("C-PgUp", ["[5;5~", "[5^"]),
    ("C-Home", ["[1;5H", "[7^"]), ("S-End", ["[1;2F", "[8$"]), ("^S", ["[115;5u", "[27;5;115~"]),
    ("M-x", ["x", "[120;3u"]), ("M-ê", ["ê"]), ("M-Enter", ["\r", "[13;3u"]), ("M-BS", ["\u{7F}"]),
    ("5", ["Ou", "[57404u"]), ("+", ["Ok", "[57413u"]), ("/", ["Oo"]), ("=", ["OX"]),
    ("a", ["[97u", "[97;1:1u"]),
    ("A", ["[97;2u", "[97:65;2u", "[65;2u"]), ("Ê", ["[234;2u"]), ("ß", ["[223;2u"]),
    ("é", ["[101;1;233u"]),
  ]
  for (name, codes) in spellings {
    for code in codes {
      #expect(decode(escape + code) == keys(name.count > 1 ? "<\(name)>" : name), "ESC \(code)")
    }
  }
}

@Test func whatSaysNothingIsSwallowedWhole() {
  let silent = [
    "[I", "[O", "[?62;22c", "[>41;354;0c", "[12;40R", "[0n", "[?2026;2$y", "[4;2$y", "[8;24;80t", "[97;1:3u",
    "[1;5:3A", "[5;1:3~", "]11;rgb:0000/0000/0000\u{1B}\\", "]52;c;YWJj\u{7}", "P1$r0m\u{1B}\\",
    "_Gi=1;OK\u{1B}\\",
    "^x\u{1B}\\", "Xx\u{1B}\\", "[999~", "[1;2;3;4;5z", "[?25h", "[<0;1;1m", "[<35;4;5M", "[E", "OE", "[[Z",
    "[M !!",
    "[1;9A", "[120;9u", "[ q", "[57358u", "[u", "[?1u", "[1;5P", "Oz", "[99999999999999999999u",
    "[" + String(repeating: "1;", count: 200) + "A",
  ]
  for code in silent { #expect(decode("a\(escape)\(code)b") == keys("ab"), "ESC \(code)") }
  #expect(decode("a\u{9B}Ab\u{85}\u{9D}11;x\u{7}c") == keys("a<Up>bc"), "eight-bit spellings")
}

@Test func aSequenceThatIsBrokenOffLetsTheNextKeyThrough() {
  #expect(decode("\(escape)[1;\r") == keys("<Enter>"))
  #expect(decode("\(escape)O\(escape)[A") == keys("<Up>"))
  #expect(decode("\(escape)[12ấ") == keys("ấ"))
  #expect(decode("\(escape)[1\(escape)[B") == keys("<Down>"))
  #expect(decode("\(escape)]0;x\(escape)[B") == keys("<Down>"))
}

@Test func aLoneEscapeIsKnownBySilence() {
  var decoder = InputDecoder()
  #expect(decoder.feed(escape.utf8) == [])
  #expect(decoder.patience == 50)
  #expect(decoder.flush() == [.key(.escape)])
  #expect(decoder.patience == nil)
  #expect(decoder.flush() == [])
  #expect(decoder.feed("\(escape)\(escape)".utf8) == [.key(.escape)])
  #expect(decoder.feed("[A".utf8) == [.key(.up)])
  for (typed, name) in [("[", "M-["), ("O", "M-O"), ("]", "M-]"), ("P", "M-P")] {
    #expect(decoder.feed("\(escape)\(typed)".utf8) == [])
    #expect(decoder.flush() == keys("<\(name)>"), "silence after Alt and a letter that heads sequences")
    #expect(decoder.feed("a".utf8) == keys("a"))
  }
}

@Test func aPasteIsOneEvent() {
  #expect(
    decode("a\(escape)[200~một\r\nhai\rba\tbốn\(escape)[201~b") == keys("a") + [.paste("một\nhai\nba\tbốn")]
      + keys("b"))
  #expect(decode("\(escape)[200~\(escape)[201~") == [.paste("")])
  #expect(
    decode("\(escape)[200~x\(escape)[20\(escape)[201~") == [.paste("x[20")], "what looks like the end is text"
  )
  #expect(decode("\(escape)[201~a") == keys("a"), "an end without a beginning is nothing")
  var decoder = InputDecoder()
  #expect(decoder.feed("\(escape)[200~dở dang".utf8) == [])
  #expect(decoder.flush() == [.paste("dở dang")], "a paste whose end is lost does not hold the keyboard")
}

@Test func aPasteWithoutEndIsBounded() {
  var decoder = InputDecoder()
  _ = decoder.feed("\(escape)[200~".utf8)
  _ = decoder.feed(repeatElement(UInt8(ascii: "x"), count: InputDecoder.largestPaste + 5))
  let events = decoder.feed("\(escape)[201~a".utf8)
  #expect(events == [.paste(String(repeating: "x", count: InputDecoder.largestPaste))] + keys("a"))
  #expect(decoder.dropped == 5)
}

@Test func theMouseTellsClicksAndTurns() {
  #expect(decode("\(escape)[<0;10;5M\(escape)[<0;10;5m") == [.click(Point(x: 9, y: 4))])
  #expect(
    decode("\(escape)[<64;1;1M\(escape)[<65;1;1M\(escape)[<69;1;1M") == [.wheel(-1), .wheel(1), .wheel(1)])
  #expect(decode("\(escape)[<0;0;0M") == [.click(Point(x: 0, y: 0))])
  #expect(decode("\(escape)[<2;1;1M\(escape)[<0;1M\(escape)[<;M") == [])
}

@Test func bytesThatAreNoLetterAreDroppedAndCounted() {
  let broken: [(bytes: [UInt8], lost: Int)] = [
    ([0xFF], 1), ([0x80], 1), ([0xC0, 0xAF], 2), ([0xE1, 0xBB], 1), ([0xED, 0xA0, 0x80], 3), ([0xF5], 1),
    ([0xF4, 0x90, 0x80, 0x80], 4),
  ]
  for (bytes, lost) in broken {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x61] + bytes + [0x62]) == keys("ab"), "\(bytes)")
    #expect(decoder.dropped == lost, "\(bytes)")
  }
}

@Test func controlLettersHaveNames() {
  #expect(decode("\u{0}\u{1}\u{11}\u{1A}\u{1C}\u{1F}") == keys("<^@><^A><^Q><^Z><^\\><^_>"))
  #expect(decode("\u{8}\u{9}\u{A}\u{D}\u{7F}") == keys("<BS><Tab><Enter><Enter><BS>"))
}
