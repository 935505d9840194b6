/// The fold that is kept for the next start.
extension Ledger {
  /// Looks at the next megabytes of what was kept at the last start.
  ///
  /// - Returns: everything folded anew, where it turned out not to be what was written; else `nil`.
  /// - Throws: where that cannot be done now; it is tried again at the next look.
  public func checkKept() throws(StoreProblem) -> Register? {
    for _ in 0..<8 {
      guard var rest = check else { return nil }
      guard rest.isWhole() == false else {
        check = rest.isOver ? nil : rest
        continue
      }
      cache?.forget()
      cachedLines = -1
      let register = try foldAnew()
      check = nil
      return register
    }
    return nil
  }

  /// Keeps the fold for the next start, unless the one on the disk knows as much already.
  ///
  /// Nothing is kept of a folder in which something was found wrong: the next start is to look again. An end that was
  /// never completed is looked at again in any case.
  func keep(_ register: Register, isWaitedFor: Bool = false, figures: (Packer) -> Void) {
    guard let cache, faults.allSatisfy({ $0.kind == .torn }) else { return }
    let few = FoldCache.few(beside: cachedLines, isWaitedFor: isWaitedFor)
    let isNewer = register.lineCount > cachedLines + few || cachedLines < 0
    guard isNewer || isVerified && !isVerifiedCache, isMadeOfWhatWasWritten() else { return }
    // As the segments were when they were read: what happens to one afterwards is seen at the next start.
    let reaches = read.values.sorted { $0.segment < $1.segment }
    let home = [folder.inode, folder.device]
    guard cache.write(register, reaches, home: home, isVerified: isVerified, figures: figures) else { return }
    (cachedLines, isVerifiedCache) = (register.lineCount, isVerified)
  }

  /// Whether the fold that this one goes on from is what was written: damage is not to be kept with a new sum.
  private func isMadeOfWhatWasWritten() -> Bool {
    while var rest = check {
      guard rest.isWhole() != false else {
        cache?.forget()
        return false
      }
      check = rest.isOver ? nil : rest
    }
    return true
  }
}
