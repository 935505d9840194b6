/// The planned figures in force for one year: the latest version entered, else the plan's own.
struct Targets: Sendable {
  private let register: Register
  private let plan: Plan
  private let year: Int

  init(_ register: Register, plan: Plan, year: Int) {
    self.register = register
    self.plan = plan
    self.year = year
  }

  /// The version of a target that was entered last for the year.
  private func version(_ target: String) -> Int? {
    register.records(.target).filter {
      register.text(TargetVersion.target, $0) == target && register.integer(TargetVersion.year, $0) == year
    }.max { register.lines.isHigher(register[.target].firstLine[$1], than: register[.target].firstLine[$0]) }
  }

  private func planned(_ target: String) -> Int? {
    version(target).flatMap { register.integer(TargetVersion.value, $0) }
      ?? plan.targets.first { $0.id == target }?.value
  }

  /// T1's value for a unit: the plan's for the whole province, its share for any other.
  ///
  /// The plan asks for nothing in the years before it took effect.
  func value(of unit: UnitID, _ places: Places) -> Int? {
    guard places[unit].level == .province else { return share(of: unit, places) }
    return year < plan.firstYear && version("T1") == nil ? nil : planned("T1")
  }

  /// The share of a unit; a share belongs to the catalogue under which it was decided.
  func share(of unit: UnitID, _ places: Places) -> Int? {
    guard let version = version("T1") else { return nil }
    let shares = register.openValues(register.key(.target, version), prefix: TargetVersion.share(""))
    guard case .integer(let share) = shares.first(where: { $0.key == places.key(of: unit) })?.value else {
      return nil
    }
    return share
  }

  /// How T1 is spread over the year: percent by quarter or by month, 100 together; nothing for a straight line.
  var phasing: [Int] {
    version("T1").flatMap { register.text(TargetVersion.phasing, $0) }.flatMap(Pace.phasing) ?? []
  }

  func percent(_ target: String) -> Int { planned(target) ?? 0 }
}
