extension Register {
  /// Takes in a change that is not on the disk yet, so that the next record of the same batch is checked against it.
  ///
  /// Only for a register that is thrown away afterwards.
  public mutating func anticipate(_ change: Change) {
    var bytes: [UInt8] = []
    let line =
      change.operations.count == 1
      ? NewLine.set(change.operations[0], id: change.id) : NewLine.tx(change.operations, id: change.id)
    do throws(JournalFault) {
      _ = try LineEncoder.append(
        line, n: highestNumber + 1, at: Timestamp.now(), user: "", previous: nil, to: &bytes)
    } catch { return }
    fold(bytes)
  }
}
