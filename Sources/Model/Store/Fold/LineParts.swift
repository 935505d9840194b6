extension LineReader {
  /// The parts of a line, as ranges of its bytes.
  struct Parts {
    var version = 0
    var id: Range<Int>?
    var number = 0
    var time: Int64 = 0
    var action: Range<Int>?
    var entity: Range<Int>?
    var replaces: Range<Int>?
    var fields: Range<Int>?
    var operations: Range<Int>?
    var group: Range<Int>?
    var groupSize = 0
    var undo: Range<Int>?
    var redo: Range<Int>?
    /// Which keys were met, by their letters; `gn` counts as `z`, `undo` and `redo` as the characters after it.
    fileprivate var keys: UInt32 = 0
    fileprivate var fieldCount = 0
  }

  /// Reads a line that is written as this program writes it; `nil` for all others, which the general reader reads.
  mutating func parts() -> Parts? {
    var parts = Parts()
    let isWhole = members { reader, key in
      guard let letter = reader.letter(key), parts.keys & LineReader.bit(letter) == 0 else { return false }
      parts.keys |= LineReader.bit(letter)
      return reader.take(letter, &parts)
    }
    return isWhole && at == end && parts.areWhole(self) ? parts : nil
  }

  fileprivate static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

  /// The letter of a key, `z` for `gn`, `{` and `|` for `undo` and `redo`.
  private func letter(_ key: Range<Int>) -> UInt8? {
    if key.count == 1 {
      let letter = bytes[key.lowerBound]
      return letter &- UInt8(ascii: "a") < 25 ? letter : nil
    }
    let name = slice(key)
    for (word, letter) in LineReader.longKeys where name.elementsEqual(word) { return letter }
    return nil
  }

  private static let longKeys: [([UInt8], UInt8)] = ["gn", "undo", "redo"].enumerated().map { index, key in
    (Array(key.utf8), UInt8(ascii: "z") + UInt8(index))
  }

  private mutating func take(_ letter: UInt8, _ parts: inout Parts) -> Bool {
    switch letter {
    case UInt8(ascii: "v"): return integer(&parts.version)
    case UInt8(ascii: "n"): return integer(&parts.number)
    case UInt8(ascii: "z"): return integer(&parts.groupSize)
    case UInt8(ascii: "i"): return put(id(), &parts.id)
    case UInt8(ascii: "g"): return put(id(), &parts.group)
    case UInt8(ascii: "{"): return put(id(), &parts.undo)
    case UInt8(ascii: "|"): return put(id(), &parts.redo)
    case UInt8(ascii: "a"): return put(string()?.range, &parts.action)
    case UInt8(ascii: "t"):
      guard let text = string()?.range else { return false }
      parts.time = LineReader.digits(slice(text))
      return true
    case UInt8(ascii: "u"), UInt8(ascii: "h"): return string() != nil
    case UInt8(ascii: "o"): return put(operations(&parts.fieldCount), &parts.operations)
    default: return takeOfEntity(letter, &parts)
    }
  }

  private mutating func takeOfEntity(_ letter: UInt8, _ parts: inout Parts) -> Bool {
    switch letter {
    case UInt8(ascii: "e"): return put(string()?.range, &parts.entity)
    case UInt8(ascii: "s"): return put(ids(), &parts.replaces)
    case UInt8(ascii: "f"): return put(fields(&parts.fieldCount), &parts.fields)
    default: return false
    }
  }

  private func put(_ range: Range<Int>?, _ part: inout Range<Int>?) -> Bool {
    part = range
    return range != nil
  }

  private mutating func integer(_ part: inout Int) -> Bool {
    guard let integer = integer() else { return false }
    part = integer
    return true
  }

  private mutating func id() -> Range<Int>? {
    guard let range = string()?.range, LineID(slice(range)) != nil else { return nil }
    return range
  }

  /// An array of line ids.
  private mutating func ids() -> Range<Int>? {
    let start = at
    return elements { $0.id() != nil } ? start..<at : nil
  }

  /// An object of fields, each once, with values of the kinds that a field may have.
  private mutating func fields(_ count: inout Int) -> Range<Int>? {
    let start = at
    var marks: UInt64 = 0
    let isWhole = members { reader, key in
      if reader.isChecked { return reader.skipScalar() }
      count += 1
      var mark: UInt8 = 0
      for byte in reader.bytes[key] {
        if byte >= 0x80 { return false }
        mark = mark &* 31 &+ byte
      }
      let bit: UInt64 = 1 << UInt64(mark & 63)
      if marks & bit != 0, reader.holds(key, from: start) { return false }
      marks |= bit
      return count <= LineLimits.fields && reader.skipScalar()
    }
    return isWhole ? start..<at : nil
  }

  /// Whether a key stands in the object before this place too.
  private func holds(_ key: Range<Int>, from start: Int) -> Bool {
    var reader = part(start..<end)
    var isFound = false
    _ = reader.members { inner, other in
      guard other.lowerBound < key.lowerBound else { return false }
      isFound = other.count == key.count && bytes[other].elementsEqual(bytes[key])
      return !isFound && inner.skipScalar()
    }
    return isFound
  }

  /// An array of operations on several entities.
  private mutating func operations(_ count: inout Int) -> Range<Int>? {
    let start = at
    var isEmpty = true
    let isWhole = elements { element in
      isEmpty = false
      var parts = Parts()
      defer { count += parts.fieldCount }
      return element.operation(&parts) && count + parts.fieldCount <= LineLimits.fields
    }
    return isWhole && !isEmpty ? start..<at : nil
  }

  /// What a line says of one entity.
  mutating func operation(_ parts: inout Parts) -> Bool {
    let isWhole = members { reader, key in
      guard let letter = reader.letter(key), parts.keys & LineReader.bit(letter) == 0 else { return false }
      parts.keys |= LineReader.bit(letter)
      return reader.takeOfEntity(letter, &parts)
    }
    return isWhole && parts.entity?.isEmpty == false
  }

  func id(_ parts: Parts) -> LineID? { parts.id.flatMap { LineID(slice($0)) } }

  func action(_ parts: Parts) -> Action? {
    parts.action.flatMap { Action(rawValue: String(decoding: slice($0), as: UTF8.self)) }
  }
}

extension LineReader.Parts {
  private func has(_ letters: StaticString) -> Bool {
    (0..<letters.utf8CodeUnitCount).allSatisfy { keys & LineReader.bit(letters.utf8Start[$0]) != 0 }
  }

  /// Whether all is there that a line needs, and nothing that contradicts it.
  fileprivate func areWhole(_ reader: LineReader) -> Bool {
    guard has("vintua"), version > 0, number > 0, id != nil, let action else { return false }
    guard version <= LineLimits.version else { return true }
    guard has("g") == has("z"), !has("g") || group != nil && groupSize > 0 else { return false }
    if has("o") { return operations != nil && !has("e") && !has("s") && !has("f") }
    return entity?.isEmpty == false && !reader.slice(action).elementsEqual(Action.tx.rawValue.utf8)
  }
}
