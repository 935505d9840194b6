import Testing

@testable import Model

@Test func whatCommandsATerminalIsShownAsAQuestionMark() {
  for scalar in [
    "\u{1B}", "\u{9B}", "\u{7F}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{E0001}",
    "\0",
  ] {
    #expect("a\(scalar)b".harmless == "a?b")
  }
  let sound = "Nguyễn Thị Ánh · “010•••••0104” – Đặng 1.000 ½"
  #expect(sound.harmless == sound)
}

@Test func jsonKeepsTheValueAndEscapesIt() throws {
  let text = "a\u{1B}[2J\u{9B}b\u{202E}c\u{E0001}đ \u{7F}\u{2028}ổ"
  let bytes = JSON.object([JSON.Member("tên", .string(text))]).harmlessBytes
  let shown = String(decoding: bytes, as: UTF8.self)
  #expect(shown.harmless == shown && shown.contains("\\u009b") && shown.contains("\\udb40\\udc01"))
  #expect(try JSON.parse(bytes)["tên"]?.text == text)
  #expect(JSON.string("plain").harmlessBytes == JSON.string("plain").bytes)
}

@Test func everyScalarThatHarmsIsEscaped() {
  for scalar in (UInt32(0x20)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) {
    let bytes = JSON.string(String(scalar)).harmlessBytes
    guard scalar.isHarmful || bytes.count > 6 else { continue }
    #expect(scalar.isHarmful && bytes.allSatisfy { $0 < 0x80 }, "U+\(String(scalar.value, radix: 16))")
  }
}
