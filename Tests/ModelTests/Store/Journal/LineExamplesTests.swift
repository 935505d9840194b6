import Testing

@testable import Model

/// Lines as they stand on disks for ever, hashed by another program; these must never change.
@Suite("Example lines")
struct LineExamplesTests {
  static let examples = #"""
    {"v":1,"i":"0000000000000001","n":1,"t":"2024-09-30T01:02:03.004Z","u":"lan.nt","a":"head","e":"writer/7m2k9x0qz4","f":{"segment":"202409-1"},"h":"J-Jpqsk8KpdE0vdmM_i7hQ"}
    {"v":1,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"2024-09-30T01:02:03.123Z","u":"lan.nt","a":"set","e":"departure/5t2m9x0k3q8w","f":{"market":"JP","departedOn":"2024-07-05"},"h":"fTiS4h-zZHMXrhcdfi4k0g"}
    {"v":1,"i":"8z3k0q5m2x7w9c4e","n":3,"t":"2024-09-30T01:02:04.000Z","u":"uid:1000","a":"set","e":"worker/w1","s":["8z3k0q5m2x7w9c4d","0000000000000001"],"f":{"fullName":"Lao động mẫu 01","phone":null,"deleted":false,"note":"a\"b\\c/d"},"h":"xtHVfwl_qI9wnZzwcj8Oxw"}
    {"v":1,"i":"zzzzzzzzzzzzzzzz","n":40,"t":"1970-01-01T00:00:00.000Z","u":"lan.nt","a":"tx","o":[{"e":"household/02728@2023:h1","f":{"commune":"02728@2023"}},{"e":"review/02728@2023:h1:2024","s":["8z3k0q5m2x7w9c4e"],"f":{"year":2024,"class":"POOR"}}],"h":"GcocgmXuQFqqtiSqEMZxVw"}
    {"v":1,"i":"0123456789abcdef","n":41,"t":"9999-12-31T23:59:59.999Z","u":"lan.nt","a":"choose","e":"target/t1-2024","s":["zzzzzzzzzzzzzzzz"],"f":{"share.082@2023":28,"value":-9223372036854775808},"g":"ghjkmnpqrstvwxyz","gn":152,"h":"VmhOoQkfsvmG5HHaEvEjaA"}
    {"v":1,"i":"1123456789abcdef","n":42,"t":"2024-09-30T01:02:03.004Z","u":"lan.nt","a":"set","e":"worker/w1","s":["8z3k0q5m2x7w9c4e"],"f":{"phone":"1"},"undo":"8z3k0q5m2x7w9c4e","h":"lBUdRjuimFEU9GnXvbp72g"}
    {"v":1,"i":"2123456789abcdef","n":43,"t":"2024-09-30T01:02:03.004Z","u":"lan.nt","a":"tx","o":[{"e":"worker/w1","s":["1123456789abcdef"],"f":{"phone":null}},{"e":"departure/5t2m9x0k3q8w","f":{"deleted":null}}],"g":"ghjkmnpqrstvwxyz","gn":2,"redo":"1123456789abcdef","h":"AtDc6PvicFPFXfRWwzHbaQ"}
    """#

  private var lines: [[UInt8]] { LineExamplesTests.examples.split(separator: "\n").map { Array($0.utf8) } }

  @Test func theirChainHolds() {
    let bytes = Array((LineExamplesTests.examples + "\n").utf8)
    let scan = bytes.withUnsafeBytes { SegmentScan($0, verifying: true) }
    #expect(scan.lines.count == 7)
    #expect(scan.faults == [])
    #expect(scan.completed == bytes.count && scan.lastEnd == bytes.count)
  }

  @Test func theyAreReadAndWrittenAgainToTheByte() throws {
    var previous: LineHash?
    for bytes in lines {
      let line = try Line.read(bytes)
      let action = try #require(line.action)
      var written: [UInt8] = []
      previous = try LineEncoder.append(
        NewLine(action, line.operations, group: line.group, reversal: line.reversal, id: line.id), n: line.n,
        at: try time(line.time),
        user: line.user, previous: previous, to: &written)
      #expect(previous == line.hash)
      #expect(String(decoding: written, as: UTF8.self) == String(decoding: bytes, as: UTF8.self) + "\n")
    }
  }

  @Test func theirValuesAreUnderstood() throws {
    let read = try lines.map { try Line.read($0) }
    #expect(read.map(\.n) == [1, 2, 3, 40, 41, 42, 43])
    #expect(read.map(\.action) == [.head, .set, .set, .tx, .choose, .set, .tx])
    #expect(read[2].operations[0].replaces.map(\.description) == ["8z3k0q5m2x7w9c4d", "0000000000000001"])
    #expect(read[2].operations[0]["fullName"] == .text("Lao động mẫu 01"))
    #expect(read[2].operations[0]["phone"] == .null)
    #expect(read[2].operations[0]["deleted"] == .bool(false))
    #expect(read[2].operations[0]["note"] == .text("a\"b\\c/d"))
    #expect(read[3].operations.map(\.entity) == ["household/02728@2023:h1", "review/02728@2023:h1:2024"])
    #expect(read[4].operations[0]["value"] == .integer(.min))
    #expect(read[4].group == LineGroup(id: try #require(LineID("ghjkmnpqrstvwxyz")), size: 152))
    #expect(read[5].reversal == Reversal(.undo, read[2].id) && read[5].unknown.isEmpty)
    #expect(read[6].reversal == Reversal(.redo, read[5].id) && read[0].reversal == nil)
    #expect(read[1].user == "lan.nt" && read[1].time == "2024-09-30T01:02:03.123Z")
  }

  private func time(_ text: String) throws -> Timestamp {
    let known = [
      "2024-09-30T01:02:03.004Z": Timestamp(seconds: 1_727_658_123, milliseconds: 4),
      "2024-09-30T01:02:03.123Z": Timestamp(seconds: 1_727_658_123, milliseconds: 123),
      "2024-09-30T01:02:04.000Z": Timestamp(seconds: 1_727_658_124),
      "1970-01-01T00:00:00.000Z": Timestamp(seconds: 0),
      "9999-12-31T23:59:59.999Z": Timestamp(seconds: .max, milliseconds: 999),
    ]
    return try #require(known[text])
  }
}
