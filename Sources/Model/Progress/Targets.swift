/// The planned figures in force for one year: the latest version entered, else the plan's own.
struct Targets: Sendable {
  private let register: Register
  private let plan: Plan
  private let year: Int
  /// T1's version in force, and the shares that it gives units, by their keys.
  private let t1: Int?
  private let shares: [String: Int]

  init(_ register: Register, plan: Plan, year: Int) {
    self.register = register
    self.plan = plan
    self.year = year
    t1 = register.targetVersions("T1", year).last
    shares = t1.map(register.shares(ofTarget:)) ?? [:]
  }

  private func planned(_ target: String) -> Int? {
    register.targetVersions(target, year).last.flatMap { register.integer(TargetVersion.value, $0) }
      ?? plan.targets.first { $0.id == target }?.value
  }

  /// T1's value for a unit: the plan's for the whole province, its share for any other.
  ///
  /// The plan asks for nothing in the years before it took effect.
  func value(of unit: UnitID, _ places: Places) -> Int? {
    guard places[unit].level == .province else { return share(of: unit, places) }
    return year < plan.firstYear && t1 == nil ? nil : planned("T1")
  }

  /// The share of a unit: its own, else that of what it was before, by the latest catalogue that tells of it.
  ///
  /// Units that became one have their shares together.
  func share(of unit: UnitID, _ places: Places) -> Int? {
    if shares.isEmpty { return nil }
    if let own = shares[places.key(of: unit)] { return own }
    let asked = places[unit]
    let former = shares.compactMap { key, count -> (catalogue: Catalogue, count: Int)? in
      guard let decided = places.unit(key: key), decided.catalogue < asked.catalogue,
        decided.level == asked.level,
        places.project(decided.id, to: asked.catalogue) == .unit(unit)
      else { return nil }
      return (decided.catalogue, count)
    }
    guard let latest = former.map(\.catalogue).max() else { return nil }
    return former.reduce(0) { $0 + ($1.catalogue == latest ? $1.count : 0) }
  }

  /// How T1 is spread over the year: percent by quarter or by month, 100 together; nothing for a straight line.
  var phasing: [Int] {
    t1.flatMap { register.text(TargetVersion.phasing, $0) }.flatMap(Pace.phasing) ?? []
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

extension Register {
  /// The share of T1 that a unit has in a year, decided for it or for what it was before.
  public func targetShare(of unit: UnitID, year: Int, _ plan: Plan, places: Places = .standard) -> Int? {
    Targets(self, plan: plan, year: year).share(of: unit, places)
  }

  /// All versions of a target that were entered for a year, the one in force last; none where the plan's own is.
  public func decidedTargets(_ target: String, year: Int) -> [DecidedTarget] {
    targetVersions(target, year).map { row in
      DecidedTarget(
        value: integer(TargetVersion.value, row) ?? 0, decision: text(TargetVersion.decision, row),
        phasing: text(TargetVersion.phasing, row), shares: shares(ofTarget: row))
    }
  }

  /// The rows of all versions of a target for a year, the one in force last.
  fileprivate func targetVersions(_ target: String, _ year: Int) -> [Int] {
    records(.target).filter {
      text(TargetVersion.target, $0) == target && integer(TargetVersion.year, $0) == year
    }.sorted { lines.isHigher(self[.target].firstLine[$1], than: self[.target].firstLine[$0]) }
  }

  /// The shares that a version gives units, by their keys.
  fileprivate func shares(ofTarget row: Int) -> [String: Int] {
    openValues(.target, row, prefix: TargetVersion.share("")).reduce(into: [:]) { known, share in
      if case .integer(let count) = share.value { known[share.key] = count }
    }
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
