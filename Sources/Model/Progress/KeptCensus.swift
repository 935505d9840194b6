extension Ledger {
  /// What is true of the register on a day: what was kept, brought up to date, or counted anew.
  public func census(_ register: Register, today: Day) -> Census {
    guard var kept = keptFigures, let census = Census(&kept, register, today: today, plan: plan) else {
      return Census(register, today: today, plan: plan)
    }
    return census
  }

  /// Keeps the fold and its figures for the next start, unless what is on the disk knows as much already.
  ///
  /// - Parameter isWaitedFor: whether it is a command that keeps it, of which many may follow one another.
  public func keep(_ census: Census, isWaitedFor: Bool = false) {
    keep(census.register, isWaitedFor: isWaitedFor) { census.pack(into: $0) }
  }
}
