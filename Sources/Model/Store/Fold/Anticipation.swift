extension Register {
  /// Takes in a change that is not on the disk yet, so that the next record of the same batch is checked against it.
  ///
  /// Only for a register that is thrown away afterwards.
  public mutating func anticipate(_ change: Change) {
    var bytes: [UInt8] = []
    do throws(JournalFault) {
      _ = try LineEncoder.append(
        change.line, n: highestNumber + 1, at: Timestamp.now(), user: "", previous: nil, to: &bytes)
    } catch { return }
    fold(bytes)
  }
}
