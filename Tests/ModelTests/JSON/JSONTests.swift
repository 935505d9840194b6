import Testing

@testable import Model

@Suite("JSON")
struct JSONTests {
  @Test func everyKindOfValueIsRead() throws {
    let text = #" {"a":[null,true,false,-12,0,1.50,1e-3],"":{},"c":"đ\u00e9\ud83d\ude00\n\/"} "#
    let expected: JSON = [
      "a": [nil, true, false, -12, 0, .number("1.50"), .number("1e-3")], "": [:], "c": "đé😀\n/",
    ]
    #expect(try JSON.parse(Array(text.utf8)) == expected)
  }

  @Test func theOrderOfMembersIsKept() throws {
    let json = try JSON.parse(Array(#"{"z":1,"a":2,"m":3}"#.utf8))
    #expect(json.members?.map(\.key) == ["z", "a", "m"])
    #expect(json["a"] == 2)
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"z":1,"a":2,"m":3}"#)
  }

  @Test(arguments: [
    ("", JSONError.Kind.ended, 1, 1), ("[1,", .ended, 1, 4), ("{\"a\"", .ended, 1, 5), ("\"ab", .ended, 1, 4),
    ("-", .ended, 1, 2), ("1.", .ended, 1, 3), ("tru", .ended, 1, 4), ("\"\\u12", .ended, 1, 6),
    ("[1,]", .unexpected, 1, 4), ("{,}", .unexpected, 1, 2), ("{a:1}", .unexpected, 1, 2),
    ("'a'", .unexpected, 1, 1), ("[1 2]", .unexpected, 1, 4), ("trux", .unexpected, 1, 4),
    ("+1", .unexpected, 1, 1), ("NaN", .unexpected, 1, 1), ("\u{FEFF}1", .unexpected, 1, 1),
    ("1 2", .trailing, 1, 3), ("{}\n}", .trailing, 2, 1), ("01", .number, 1, 1), ("[-a]", .number, 1, 2),
    ("1.x", .number, 1, 1), ("1e+x", .number, 1, 1), ("\"đ\\x\"", .escape, 1, 3),
    ("\"\\ud800\"", .escape, 1, 2), ("\"\\ud800\\u0041\"", .escape, 1, 2), ("\"\\udc00\"", .escape, 1, 2),
    ("\"\\u00g0\"", .escape, 1, 2), ("\"a\nb\"", .control, 1, 3), ("\"\u{0}\"", .control, 1, 2),
    ("[\n {\"a\":1,\n  \"a\":2}]", .duplicate("a"), 3, 3),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, kind: JSONError.Kind, line: Int, column: Int) {
    #expect(throws: JSONError(kind: kind, line: line, column: column)) {
      try JSON.parse(Array(text.utf8))
    }
  }

  @Test(
    arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3]] as [[UInt8]])
  func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
    let text = Array("[\"đ".utf8) + bytes + Array("\"]".utf8)
    #expect(throws: JSONError(kind: .encoding, line: 1, column: 4)) { try JSON.parse(text) }
  }

  @Test func depthIsLimited() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try JSON.parse(Array(deepest.utf8))
    #expect(throws: JSONError(kind: .depth, line: 1, column: 65)) {
      try JSON.parse(Array("[\(deepest)]".utf8))
    }
    let mixed = String(repeating: "{\"a\":[", count: 40)
    #expect(throws: JSONError.self) { try JSON.parse(Array(mixed.utf8)) }
  }

  @Test func wholeNumbersKeepTheirValueAndOthersTheirText() throws {
    let texts = ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "-0", "1E400", "0.10"]
    let values: [JSON] = [
      .integer(.max), .integer(.min), .number("9223372036854775808"), .number("-0"), .number("1E400"),
      .number("0.10"),
    ]
    for (text, value) in zip(texts, values) {
      #expect(try JSON.parse(text.utf8) == value)
      #expect(String(decoding: value.bytes, as: UTF8.self) == text)
    }
  }

  @Test func controlCharactersAreEscapedAndNothingElse() {
    let text =
      String(String.UnicodeScalarView((0..<0x21).compactMap { Unicode.Scalar($0 as UInt32) }))
      + "\"\\/đ\u{7F}"
    let expected =
      #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000b\u000c\r\u000e\u000f"#
      + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"#
      + " \\\"\\\\/đ\u{7F}\""
    #expect(String(decoding: JSON.string(text).bytes, as: UTF8.self) == expected)
  }

  @Test func theSentenceNamesThePlaceInBothLanguages() {
    let words = JSONError(kind: .duplicate("a"), line: 3, column: 7).words
    #expect(words.vi == "JSON không hợp lệ ở dòng 3, cột 7: khóa “a” bị lặp.")
    #expect(words.en == "Invalid JSON at line 3, column 7: the key “a” appears twice.")
  }
}
