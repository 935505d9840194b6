import Testing

@testable import Model

/// Our reader and Foundation's must agree on random texts and on mutations of them.
@Suite("JSON and Foundation")
struct JSONAgainstFoundationTests {
  @Test func whatIsWrittenIsReadBackByBoth() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("JSON round trip, seed \(seed)")
    var chance = Seeded(seed)
    for _ in 0..<400 {
      let json = random(&chance, depth: 0)
      #expect(try JSON.parse(json.bytes) == json)
      #expect(FoundationVerdict(json.bytes).objection == nil, "seed \(seed)")
    }
  }

  @Test func mutatedTextsAreJudgedAlike() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("JSON mutations, seed \(seed)")
    var chance = Seeded(seed)
    var accepted = 0
    var refused = 0
    for _ in 0..<6000 {
      var bytes = random(&chance, depth: 0).bytes
      for _ in 0..<Int.random(in: 1...3, using: &chance) { mutate(&bytes, &chance) }
      if judge(bytes, seed) { accepted += 1 } else { refused += 1 }
    }
    #expect(accepted > 100 && refused > 100, "the mutations should give both kinds")
  }

  /// Whether we accept `bytes`; where Foundation says otherwise there must be a reason that is known.
  private func judge(_ bytes: [UInt8], _ seed: UInt64) -> Bool {
    let verdict = FoundationVerdict(bytes)
    #expect(verdict.objection == nil, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    return verdict.isAccepted
  }

  private func random(_ chance: inout Seeded, depth: Int) -> JSON {
    switch Int.random(in: 0..<(depth > 4 ? 6 : 8), using: &chance) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &chance))
    case 2: return .integer(Int(truncatingIfNeeded: chance.next()) >> Int.random(in: 0..<64, using: &chance))
    case 3:
      return .number(
        "\(Int.random(in: -999...999, using: &chance)).\(Int.random(in: 0...99, using: &chance))")
    case 4, 5: return .string(text(&chance))
    case 6:
      return .array(
        (0..<Int.random(in: 0..<5, using: &chance)).map { _ in random(&chance, depth: depth + 1) })
    default:
      let keys = Set((0..<Int.random(in: 0..<5, using: &chance)).map { _ in text(&chance) })
      return .object(keys.map { JSON.Member($0, random(&chance, depth: depth + 1)) })
    }
  }

  private func text(_ chance: inout Seeded) -> String {
    let pool: [Unicode.Scalar] = [
      "a", "z", "0", "\"", "\\", "/", "\n", "\u{1}", "đ", "ễ", "\u{301}", "😀", "\u{2028}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<8, using: &chance) {
      text.append(pool[Int.random(in: 0..<pool.count, using: &chance)])
    }
    return String(text)
  }

  private func mutate(_ bytes: inout [UInt8], _ chance: inout Seeded) {
    let tokens = Array("{}[]:,\"\\0123456789eE+-.truefalsn \n\u{1}".utf8) + [0x80, 0xC3, 0xFF]
    let token = tokens[Int.random(in: 0..<tokens.count, using: &chance)]
    let place = Int.random(in: 0...bytes.count, using: &chance)
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: bytes.insert(token, at: place)
    case 1: if place < bytes.count { bytes[place] = token }
    case 2: if place < bytes.count { bytes.remove(at: place) }
    default: bytes.insert(contentsOf: [0x20, 0x0A].prefix(Int.random(in: 0...2, using: &chance)), at: place)
    }
  }
}
