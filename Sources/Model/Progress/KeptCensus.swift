extension Ledger {
  /// What is true of the register on a day: what was kept, brought up to date, or counted anew.
  public func census(_ register: Register, today: Day) -> Census {
    guard var kept = keptFigures, let census = Census(&kept, register, today: today, plan: plan) else {
      return Census(register, today: today, plan: plan)
    }
    return census
  }

  /// Keeps the fold and its figures for the next start, unless what is on the disk knows as much already.
  public func keep(_ census: Census) { keep(census.register) { census.pack(into: $0) } }
}
