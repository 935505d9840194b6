extension Change {
  /// The line as it would be saved now, to see what comes of it; nothing where it cannot be.
  func anticipated(after highest: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(JournalFault) {
      _ = try LineEncoder.append(
        line, n: highest + 1, at: Timestamp.now(), user: "", previous: nil, to: &bytes)
    } catch { return [] }
    return bytes
  }
}

extension Register {
  /// Takes in a change that is not on the disk yet, so that the next record of the same batch is checked against it.
  ///
  /// Only for a register that is thrown away afterwards.
  public mutating func anticipate(_ change: Change) {
    let bytes = change.anticipated(after: highestNumber)
    if !bytes.isEmpty { fold(bytes) }
  }
}
