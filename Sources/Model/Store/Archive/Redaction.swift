/// Writes lines without what they say of some entities.
struct Redaction {
  let isDropped: (String) -> Bool
  /// The number of the epoch that the lines are for.
  let epoch: Int
  /// The lines that stand for others, those of earlier epochs included.
  private(set) var replaced: ReplacedLines
  /// The numbers by which the people who are dropped could still be found: citizen ids, phones, passports.
  private(set) var numbers: Set<String> = []
  /// How many lines were written anew.
  private(set) var count = 0

  init(epoch: Int, earlier: ReplacedLines, isDropped: @escaping (String) -> Bool) {
    self.epoch = epoch
    self.isDropped = isDropped
    replaced = earlier
  }

  /// The whole lines of a segment, each as long as it was.
  mutating func segment(_ bytes: [UInt8]) -> [UInt8] {
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      written += self.line(Array(line))
      written.append(0x0A)
    }
    return written
  }

  private mutating func line(_ line: [UInt8]) -> [UInt8] {
    guard case .success(let json) = Result(catching: { () throws(JSONError) in try JSON.parse(line) }),
      let members = json.members, let id = json["i"]?.text.flatMap({ LineID($0) })
    else { return line }
    let operations = json["o"]?.elements ?? [json]
    let kept = operations.filter { !isDropped($0["e"]?.text ?? "") }
    // What says only that a record is erased names nobody.
    guard kept.count < operations.count, json["a"]?.text != Action.erase.rawValue else { return line }
    for operation in operations where isDropped(operation["e"]?.text ?? "") { remember(operation) }
    let outside = members.filter { ["v", "i", "n", "t", "u", "a", "g", "gn"].contains($0.key) }
    let nothing: [JSON.Member] = [
      JSON.Member("e", .string("epoch/\(epoch)")), JSON.Member("f", .object([])),
    ]
    let forms: [[JSON.Member]] = [
      outside + [JSON.Member("o", .array(kept))],
      outside.map { $0.key == "a" ? JSON.Member("a", .string(Action.see.rawValue)) : $0 } + nothing,
    ]
    for form in kept.isEmpty ? forms.suffix(1) : forms[...] {
      guard let stub = Redaction.fill(form, as: line) else { continue }
      replaced.add(id, stub)
      count += 1
      return stub
    }
    // A line is never so short that what stands for it has no room; it would stay as it is, and be found by its numbers.
    return line
  }

  /// A line of these members, filled up with spaces to the length of the one that it stands for, and with its hash.
  private static func fill(_ members: [JSON.Member], as line: [UInt8]) -> [UInt8]? {
    let body = JSON.object(members).bytes.dropLast()
    let room = line.count - LineEncoder.tailLength - body.count - 7
    guard room >= 0 else { return nil }
    var filled = Array(body)
    filled.append(ascii: ",\"_\":\"")
    filled.append(contentsOf: repeatElement(0x20, count: room))
    filled.append(UInt8(ascii: "\""))
    filled += line.suffix(LineEncoder.tailLength)
    return filled
  }

  private mutating func remember(_ operation: JSON) {
    for field in [Worker.citizenId, Worker.phone, Worker.passport] {
      if let number = operation["f"]?[field.key]?.text, !number.isEmpty { numbers.insert(number) }
    }
  }
}
