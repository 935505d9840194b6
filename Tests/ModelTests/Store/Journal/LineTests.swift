import Testing

@testable import Model

@Suite("Lines")
struct LineTests {
  private let hash = "AAAAAAAAAAAAAAAAAAAAAA"

  private func read(_ body: String) throws(JournalFault) -> Line {
    try Line.read("{\(body),\"h\":\"\(hash)\"}\n".utf8)
  }

  private func fault(_ body: String) -> JournalFault? {
    do throws(JournalFault) {
      _ = try read(body)
      return nil
    } catch {
      return error
    }
  }

  private let start = #""v":1,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"","u":"x","a":"set","e":"worker/1""#

  @Test func anyOrderAndUnknownFieldsAreRead() throws {
    let line = try read(
      #""new":[1.5],"f":{"a":1},"e":"worker/1","a":"set","u":"x","t":"","n":2,"i":"8z3k0q5m2x7w9c4d","v":1"#)
    #expect(line.operations == [Operation(entity: "worker/1", fields: [("a", .integer(1))])])
    #expect(line.unknown == [JSON.Member("new", [.number("1.5")])])
    #expect(line.isFoldable)
  }

  @Test func whatIsNoIdOfALineTakesNothingBackAndIsKept() throws {
    for odd in [#""short""#, "7", "null", #"{"i":"8z3k0q5m2x7w9c4d"}"#] {
      let line = try read(start + #","f":{"a":1},"undo":\#(odd)"#)
      #expect(line.reversal == nil && line.unknown.map(\.key) == ["undo"])
    }
    let line = try read(start + #","f":{"a":1},"redo":"8z3k0q5m2x7w9c4d""#)
    #expect(line.reversal == Reversal(.redo, line.id) && line.unknown.isEmpty)
    let plain = try read(start + #","f":{"a":1}"#)
    #expect(!plain.repeats(line), "two lines with one id that say different things")
  }

  @Test func newerVersionsAndUnknownActionsAreKeptAndNotFolded() throws {
    let newer = try read(
      #""v":2,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"","u":"x","a":"set","e":["?"],"f":{"a":[1]}"#)
    #expect(!newer.isFoldable && newer.operations.isEmpty)
    #expect(newer.unknown.map(\.key) == ["e", "f"])
    let unknown = try read(
      #""v":1,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"","u":"x","a":"sing","e":"worker/1","f":{}"#)
    #expect(!unknown.isFoldable && unknown.action == nil && unknown.actionName == "sing")
  }

  @Test func whatIsNoLineIsNamed() {
    #expect(fault(start + #","f":{}"#) == nil)
    #expect(fault(start + #","f":{"a":1.5}"#) == .shape)
    #expect(fault(start + #","f":{"a":[]}"#) == .shape)
    #expect(fault(start + #","s":["short"],"f":{}"#) == .shape)
    #expect(fault(start + #","g":"8z3k0q5m2x7w9c4d","f":{}"#) == .shape)
    #expect(fault(start + #","f":{"a":1,"a":2}"#) == .json)
    #expect(fault(start + #","f":{"a":"\#u{0}"}"#) == .zeros)
    #expect(fault(start.replacing("\"n\":2", with: "\"n\":0")) == .shape)
    #expect(fault(start.replacing("8z3k", with: "8zik")) == .shape)
    #expect(fault(start + ",\"x\":" + String(repeating: "[", count: 70)) == .deep)
    #expect(fault(start + ",\"x\":\"" + String(repeating: "x", count: 65_536) + "\"") == .tooLong)
    let fields = (0..<201).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(fault(start + ",\"f\":{\(fields)}") == .tooManyFields)
    #expect(throws: JournalFault.encoding) { try Line.read([0x7B, 0x22, 0xFF, 0x22, 0x7D]) }
    #expect(throws: JournalFault.shape) { try Line.read("{\"v\":1}".utf8) }
  }

  private func encode(_ line: NewLine) throws(JournalFault) -> String {
    var bytes: [UInt8] = []
    _ = try LineEncoder.append(line, n: 1, at: Timestamp(seconds: 0), user: "x", previous: nil, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func set(_ fields: [(key: String, value: Value)], entity: String = "worker/1") -> NewLine {
    .set(Operation(entity: entity, fields: fields))
  }

  @Test func limitsAreCheckedBeforeAnythingIsWritten() throws {
    let fits = (0..<200).map { (key: "k\($0)", value: Value.integer($0)) }
    #expect(try Line.read(encode(set(fits)).utf8).operations[0].fields.count == 200)
    #expect(throws: JournalFault.tooManyFields) { try encode(set(fits + [("k", .null)])) }
    let text = { (count: Int) in self.set([("a", .text(String(repeating: "x", count: count)))]) }
    let overhead = try encode(text(0)).utf8.count
    #expect(try encode(text(65_536 - overhead)).utf8.count == 65_536)
    #expect(throws: JournalFault.tooLong) { try encode(text(65_537 - overhead)) }
    #expect(throws: JournalFault.shape) { try encode(set([("a", .null), ("a", .null)])) }
    #expect(throws: JournalFault.shape) { try encode(set([("", .null)])) }
    #expect(throws: JournalFault.shape) { try encode(set([], entity: "worker/\n")) }
    #expect(throws: JournalFault.shape) { try encode(NewLine(.tx, [])) }
    #expect(throws: JournalFault.shape) { try encode(NewLine(.set, [])) }
  }

  @Test func controlCharactersDoNotReachTheDisk() throws {
    let line = try Line.read(encode(set([("a", .text("một\u{0}\u{1B}[2J\u{85}\u{7F}\n hai"))])).utf8)
    #expect(line.operations[0]["a"] == .text("một[2J hai"))
  }
}
