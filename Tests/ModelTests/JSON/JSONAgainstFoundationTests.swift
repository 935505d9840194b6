import Foundation
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
      #expect(same(json, try foundation(json.bytes)), "seed \(seed)")
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
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(JSONError) {
      let ours = try JSON.parse(bytes)
      if let theirs = try? foundation(bytes) {
        #expect(same(ours, theirs), "seed \(seed): \(text)")
      } else {
        #expect(holdsHugeNumber(ours), "seed \(seed): only we accept \(text)")
      }
      return true
    } catch {
      guard (try? foundation(bytes)) != nil else { return false }
      switch error.kind {
      case .duplicate, .depth: break
      default:
        // Foundation guesses UTF-16 and UTF-32 from zero bytes and byte order marks; JSON is UTF-8 to us.
        let isOtherEncoding = bytes.prefix(4).contains(0) || bytes.starts(with: [0xEF, 0xBB, 0xBF])
        // It also lets a comma stand before a closing bracket.
        let hasTrailingComma = text.contains(/,[ \n]*[\]}]/)
        #expect(
          isOtherEncoding || hasTrailingComma,
          "seed \(seed): only Foundation accepts \(text): \(error.words.en)")
      }
      return false
    }
  }

  private func foundation(_ bytes: [UInt8]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
  }

  private func holdsHugeNumber(_ json: JSON) -> Bool {
    switch json {
    case .number(let raw): Double(raw).map { !$0.isFinite } ?? true
    case .array(let elements): elements.contains(where: holdsHugeNumber)
    case .object(let members): members.contains { holdsHugeNumber($0.value) }
    case .null, .bool, .integer, .string: false
    }
  }

  private func same(_ ours: JSON, _ theirs: Any) -> Bool {
    switch ours {
    case .null: return theirs is NSNull
    case .bool(let flag): return (theirs as? NSNumber).map { $0.boolValue == flag } ?? false
    case .integer(let whole): return (theirs as? NSNumber)?.intValue == whole
    case .number(let raw):
      guard let value = Double(raw), let number = theirs as? NSNumber else { return false }
      return abs(number.doubleValue - value) <= abs(value) * 1e-14
    case .string(let text): return (theirs as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
    case .array(let elements):
      guard let others = theirs as? [Any], others.count == elements.count else { return false }
      return zip(elements, others).allSatisfy { same($0, $1) }
    case .object(let members):
      guard let others = theirs as? [String: Any], others.count == members.count else { return false }
      return members.allSatisfy { member in others[member.key].map { same(member.value, $0) } ?? false }
    }
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
