import Foundation

@testable import Model

/// What our reader says of some bytes, beside what Foundation's says.
struct FoundationVerdict {
  /// Whether ours takes them.
  let isAccepted: Bool
  /// Where the two differ and no reason is known; `nil` where they agree.
  let objection: String?

  init(_ bytes: [UInt8]) {
    do throws(JSONError) {
      let ours = try JSON.parse(bytes)
      isAccepted = true
      if let theirs = try? FoundationVerdict.foundation(bytes) {
        objection = FoundationVerdict.same(ours, theirs) ? nil : "the values differ"
      } else {
        objection = FoundationVerdict.isOnlyOurs(ours) ? nil : "only we accept it"
      }
    } catch {
      isAccepted = false
      let isKnown = FoundationVerdict.isOnlyTheirs(bytes, error)
      objection =
        isKnown || (try? FoundationVerdict.foundation(bytes)) == nil
        ? nil : "only Foundation accepts it: \(error.words.en)"
    }
  }

  private static func foundation(_ bytes: [UInt8]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
  }

  private static func isOnlyTheirs(_ bytes: [UInt8], _ error: JSONError) -> Bool {
    switch error.kind {
    case .duplicate, .depth: return true
    default:
      // Foundation guesses UTF-16 and UTF-32 from zero bytes and byte order marks; JSON is UTF-8 to us.
      let isOtherEncoding =
        bytes.prefix(4).contains(0)
        || [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]].contains { bytes.starts(with: $0) }
      // It also lets a comma stand before a closing bracket.
      let dense = bytes.filter { !" \t\r\n".utf8.contains($0) }
      let isLoose = zip(dense, dense.dropFirst()).contains { ",".utf8.contains($0) && "]}".utf8.contains($1) }
      return isOtherEncoding || isLoose
    }
  }

  private static func isOnlyOurs(_ json: JSON) -> Bool {
    switch json {
    case .number(let raw): Double(raw).map { !$0.isFinite } ?? true
    case .array(let elements): elements.contains(where: isOnlyOurs)
    case .object(let members): members.contains { isOnlyOurs($0.value) }
    case .null, .bool, .integer, .string: false
    }
  }

  private static func same(_ ours: JSON, _ theirs: Any) -> Bool {
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
}
