extension Register {
  /// Takes in a line that is not written as this program writes it, or counts it as unreadable.
  mutating func foldCarefully(_ bytes: LineReader.Bytes, _ range: Range<Int>) {
    do throws(JournalFault) {
      let line = try Line.read(bytes[range])
      guard line.isFoldable else { return setAside += 1 }
      let plain = line.plain.bytes
      plain.withUnsafeBufferPointer { buffer in
        var reader = LineReader(buffer, 0..<buffer.count, isChecked: true)
        guard let parts = reader.parts() else { return unreadable += 1 }
        fold(reader, parts)
      }
    } catch {
      unreadable += 1
    }
  }
}

extension Line {
  /// What the fold needs of a line, as this program would write it; the hash is left out.
  var plain: JSON {
    var members: [JSON.Member] = [
      JSON.Member("v", .integer(version)), JSON.Member("i", .string(id.description)),
      JSON.Member("n", .integer(n)),
      JSON.Member("t", .string(time)), JSON.Member("u", .string(user)), JSON.Member("a", .string(actionName)),
    ]
    if action != .tx, operations.count == 1 {
      members += operations[0].members
    } else {
      members.append(JSON.Member("o", .array(operations.map { .object($0.members) })))
    }
    if let group {
      members.append(JSON.Member("g", .string(group.id.description)))
      members.append(JSON.Member("gn", .integer(group.size)))
    }
    return .object(members)
  }
}

extension Operation {
  fileprivate var members: [JSON.Member] {
    [
      JSON.Member("e", .string(entity)), JSON.Member("s", .array(replaces.map { .string($0.description) })),
      JSON.Member("f", .object(fields.map { JSON.Member($0.key, $0.value.json) })),
    ]
  }
}

extension Value {
  fileprivate var json: JSON {
    switch self {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .integer(let whole): .integer(whole)
    case .text(let text): .string(text)
    }
  }
}
