/// How far the clauses of the plan are: the lead unit's latest word, a parent the mean of its children.
public struct TaskProgress: Sendable {
  /// One unit's word on one clause.
  public struct Update: Sendable, Equatable {
    public let row: Int
    public let task: String
    public let unit: UnitID?
    public let on: Day
    public let percent: Int?
    public let note: String
    public let evidence: String
  }

  /// The plan's clauses, then the tasks beside it in the order in which they were added.
  public let tasks: [Plan.Task]
  private let updates: [String: [Update]]
  private let deadlines: [String: Day]
  private let plan: Plan
  let today: Day
  private let places: Places

  public init(_ register: Register, today: Day, plan: Plan = .standard, places: Places = .standard) {
    self.plan = plan
    self.today = today
    self.places = places
    tasks = plan.tasks + register.ownTasks
    var updates: [String: [(Update, Int32)]] = [:]
    for row in register.records(.update) {
      guard let task = register.text(TaskUpdate.task, row), let on = register.day(TaskUpdate.on, row),
        on <= today
      else { continue }
      let update = Update(
        row: row, task: task, unit: register.unit(TaskUpdate.unit, row), on: on,
        percent: register.integer(TaskUpdate.percent, row), note: register.text(TaskUpdate.note, row) ?? "",
        evidence: register.text(TaskUpdate.evidence, row) ?? "")
      updates[task, default: []].append((update, register[.update].firstLine[row]))
    }
    self.updates = updates.mapValues { all in
      all.sorted { left, right in
        left.0.on != right.0.on ? left.0.on > right.0.on : register.lines.isHigher(left.1, than: right.1)
      }.map(\.0)
    }
    var deadlines: [String: (Day, Int32)] = [:]
    for row in register.records(.deadline) {
      guard let task = register.text(TaskDeadline.task, row), let due = register.day(TaskDeadline.due, row)
      else {
        continue
      }
      let line = register[.deadline].firstLine[row]
      if let known = deadlines[task], register.lines.isHigher(known.1, than: line) { continue }
      deadlines[task] = (due, line)
    }
    self.deadlines = deadlines.mapValues(\.0)
  }

  public func task(_ id: String) -> Plan.Task? { tasks.first { $0.id == id } }

  /// All that was said of a clause, latest first.
  public func updates(of task: String) -> [Update] { updates[task] ?? [] }

  /// The day by which it is to be done; the plan's own text names none.
  public func due(_ task: String) -> Day? { deadlines[task] }

  /// How much of a clause is done, 0 to 100; `nil` while the lead unit has said nothing.
  ///
  /// - Parameter day: as it was said by then; without one, by today.
  public func percent(_ task: String, by day: Day? = nil) -> Int? {
    let children = plan.tasks.filter { $0.parent == task }
    guard !children.isEmpty else { return leadsWord(task, by: day ?? today) }
    let known = children.map { percent($0.id, by: day) }
    guard known.contains(where: { $0 != nil }) else { return nil }
    let sum = known.reduce(0) { $0 + ($1 ?? 0) }
    return (2 * sum + children.count) / (2 * children.count)
  }

  /// The latest word of the first lead agency that has spoken.
  ///
  /// A department stands for the province, a district's committee for its district. Where the plan names no lead,
  /// the province's word counts.
  private func leadsWord(_ task: String, by day: Day) -> Int? {
    let agencies = self.task(task)?.lead ?? []
    let levels: [Unit.Level] = agencies.isEmpty ? [.province] : agencies.map(TaskProgress.level)
    for level in levels {
      if let word = updates(of: task).first(where: { update in
        update.on <= day && update.percent != nil && update.unit.map { places[$0].level == level } ?? false
      }) {
        return word.percent
      }
    }
    return nil
  }

  /// The level of places on which an agency works.
  public static func level(of agency: String) -> Unit.Level {
    switch agency {
    case "UBND_HUYEN": .district
    case "UBND_XA": .commune
    default: .province
    }
  }
}

extension Register {
  /// The tasks that were added beside the plan, in the order in which they were told of.
  public var ownTasks: [Plan.Task] {
    guard count(.task) > 0 else { return [] }
    let table = self[.task]
    let rows = records(.task).sorted { lines.isHigher(table.firstLine[$1], than: table.firstLine[$0]) }
    return rows.enumerated().map { index, row in
      let title = text(OwnTask.title, row) ?? ""
      func agency(_ field: Field) -> [String] { code(field, row).map { [$0] } ?? [] }
      return Plan.Task(
        id: String(key(.task, row).dropFirst("task/".count)), clause: "BS \(index + 1)", parent: nil,
        title: Words(title, title), elements: [], lead: agency(OwnTask.lead),
        coordinating: agency(OwnTask.coordinating), leadText: nil, coordinatingText: nil, isInherited: false,
        deadline: nil, coverage: "own", note: nil, isOfPlan: false, target: text(OwnTask.target, row))
    }
  }
}
