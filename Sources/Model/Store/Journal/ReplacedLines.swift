/// The lines of an epoch that stand for others: what was said of people who were erased is no longer in them.
///
/// Each keeps its id, its number, its length and the hash of the line that it stands for, so that every line after it
/// still follows, and every head still names what it named. What stands there instead is known by a hash of its own,
/// in a file that `format` names.
struct ReplacedLines: Hashable, Sendable {
  static let fileName = "erased.json"
  static let none = ReplacedLines()

  private(set) var hashes: [LineID: LineHash] = [:]

  init() {}

  /// Reads the file; `nil` where it is no such file.
  init?(_ bytes: [UInt8]) {
    guard case .success(let json) = Result(catching: { () throws(JSONError) in try JSON.parse(bytes) }),
      let members = json["lines"]?.members
    else { return nil }
    for member in members {
      guard let id = LineID(member.key), let hash = member.value.text.flatMap({ LineHash($0) }) else {
        return nil
      }
      hashes[id] = hash
    }
  }

  var bytes: [UInt8] {
    let lines = hashes.sorted { $0.key < $1.key }.map {
      JSON.Member($0.key.description, .string($0.value.description))
    }
    let json: JSON = ["schema": 1, "lines": .object(lines)]
    return json.bytes + [0x0A]
  }

  mutating func add(_ id: LineID, _ line: [UInt8]) { hashes[id] = LineHash(of: line) }

  /// Whether a line, without its line break, is one of these as it was written.
  func holds(_ line: UnsafeRawBufferPointer) -> Bool {
    guard !hashes.isEmpty else { return false }
    do throws(JournalFault) {
      return hashes[try Line.read(line).id] == LineHash(previous: nil, line)
    } catch {
      return false
    }
  }
}
