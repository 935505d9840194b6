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
  private func version(_ target: String) -> Int? { versions(target).last }

  /// All versions of a target for the year, the one in force last.
  private func versions(_ target: String) -> [Int] {
    register.records(.target).filter {
      register.text(TargetVersion.target, $0) == target && register.integer(TargetVersion.year, $0) == year
    }.sorted {
      register.lines.isHigher(register[.target].firstLine[$1], than: register[.target].firstLine[$0])
    }
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

/// What was decided of a target for a year: one version of several.
public struct DecidedTarget: Sendable, Equatable {
  /// Persons a year for T1, percent for T2 and T3.
  public var value: Int
  /// The number of the decision.
  public var decision: String?
  /// Percent by quarter or month; `nil` for a straight line.
  public var phasing: String?
  /// The shares of units, by their keys, such as `082@2023`.
  public var shares: [String: Int] = [:]

  public init(value: Int, decision: String? = nil, phasing: String? = nil, shares: [String: Int] = [:]) {
    (self.value, self.decision, self.phasing, self.shares) = (value, decision, phasing, shares)
  }
}

extension Targets {
  fileprivate func decided(_ target: String) -> [DecidedTarget] {
    versions(target).map { row in
      let shares = register.openValues(register.key(.target, row), prefix: TargetVersion.share(""))
      return DecidedTarget(
        value: register.integer(TargetVersion.value, row) ?? 0,
        decision: register.text(TargetVersion.decision, row),
        phasing: register.text(TargetVersion.phasing, row),
        shares: shares.reduce(into: [:]) { known, share in
          if case .integer(let count) = share.value { known[share.key] = count }
        })
    }
  }
}

extension Register {
  /// All versions of a target that were entered for a year, the one in force last; none where the plan's own is.
  public func decidedTargets(_ target: String, year: Int, plan: Plan = .standard) -> [DecidedTarget] {
    Targets(self, plan: plan, year: year).decided(target)
  }

  /// A further version of a target for a year.
  public func edit(deciding target: String, year: Int, _ decided: DecidedTarget) -> Edit {
    var fields: [(String, FieldValue)] = [
      (TargetVersion.target.key, .text(target)), (TargetVersion.year.key, .integer(year)),
      (TargetVersion.value.key, .integer(decided.value)),
    ]
    if let decision = decided.decision { fields.append((TargetVersion.decision.key, .text(decision))) }
    if let phasing = decided.phasing { fields.append((TargetVersion.phasing.key, .text(phasing))) }
    fields += decided.shares.sorted { $0.key < $1.key }.map {
      (TargetVersion.share($0.key), .integer($0.value))
    }
    return Edit("target/\(LineID.random())", fields)
  }
}
