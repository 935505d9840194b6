import Testing

@testable import App

/// What keyboards, terminals and noise send.
private let pieces: [[UInt8]] =
  [
    "a", "ễ", "e\u{302}\u{303}", "\u{1B}", "\u{1B}[A", "\u{1B}OP", "\u{1B}[[B", "\u{1B}[1;5D", "\u{1B}[3$",
    "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[20", "1~", "dán\r\n", "\u{1B}[<0;3;4M", "\u{1B}[<65;1;1M",
    "\u{1B}[I",
    "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r\u{7}", "\u{1B}[97;5u", "\u{1B}ế", "\u{1B}\u{1B}", "\u{7F}",
    "\r",
    "\u{1B}[M !!", "\u{9B}A", "世", "[", "O", "~", ";", "\u{1B}[?62c",
  ].map { Array($0.utf8) } + [[0xE1], [0xBB, 0x85], [0x80], [0xFF], [0xF0, 0x9F], [0x00], [0x1B, 0xC3]]

@Test func eventsDoNotDependOnHowTheBytesAreCut() {
  let seed = UInt64.random(in: 0...UInt64.max)
  print("seed \(seed)")
  var numbers = SeededNumbers(seed: seed)
  for _ in 0..<3000 {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...12, using: &numbers) {
      bytes += pieces.randomElement(using: &numbers) ?? []
    }
    var whole = InputDecoder()
    var cut = InputDecoder()
    let expected = whole.feed(bytes) + whole.flush()
    var events: [TerminalEvent] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...4, using: &numbers)
      events += cut.feed(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    events += cut.flush()
    #expect(events == expected, "seed \(seed), bytes \(bytes)")
    #expect(whole.dropped == cut.dropped, "seed \(seed), bytes \(bytes)")
  }
}

@Test func noiseNeverStopsTheKeyboard() {
  let seed = UInt64.random(in: 0...UInt64.max)
  print("seed \(seed)")
  var numbers = SeededNumbers(seed: seed)
  for _ in 0..<2000 {
    var decoder = InputDecoder()
    let noise = (0..<Int.random(in: 0...60, using: &numbers)).map { _ in
      UInt8.random(in: 0...255, using: &numbers)
    }
    _ = decoder.feed(noise)
    while decoder.patience != nil { _ = decoder.flush() }
    let events = decoder.feed("xa\r".utf8)
    #expect(events.suffix(2) == [.key(.character("a")), .key(.enter)], "seed \(seed), noise \(noise)")
  }
}

@Test func noKnownSequenceLeavesText() {
  for final in UInt8(0x40)...0x7E where final != UInt8(ascii: "[") && final != UInt8(ascii: "M") {
    for parameters in ["", "1", "3;5", "?1;2", "<1;2;3", "1:2;3:4", "27;5;97", "200;1"] {
      var decoder = InputDecoder()
      let events = decoder.feed(Array("\u{1B}[\(parameters)".utf8) + [final])
      #expect(events.count <= 1)
      if decoder.patience == nil { #expect(decoder.feed("b".utf8) == [.key(.character("b"))]) }
      for case .key(.character(let character)) in events {
        // Only the two protocols that spell characters as numbers may type one.
        #expect(
          final == UInt8(ascii: "u") || parameters.hasPrefix("27"), "\(parameters) \(final) \(character)")
      }
    }
  }
}
