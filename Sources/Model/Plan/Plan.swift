/// A plan as data: what it is, what it aims at and who has to do what.
public struct Plan: Hashable, Sendable {
  public let document: Document
  public let objectives: [Objective]
  public let targets: [Target]
  /// The clauses of work, a parent before its children.
  public let tasks: [Task]
  /// What the source of the data does not hold.
  public let gaps: [Gap]
  /// The day of the following month by which a period's report is due.
  public let reportDueDay: Int

  /// The day of the month by which reports are due where a plan names none.
  public static let usualReportDueDay = 10

  /// The year in which the plan begins, from which cumulative figures count.
  public var firstYear: Int { document.effectiveOn.year }

  public func target(_ id: String) -> Target? { targets.first { $0.id == id } }

  public func task(_ id: String) -> Task? { tasks.first { $0.id == id } }

  /// The clauses right below one, or the highest ones.
  public func children(of task: String?) -> [Task] { tasks.filter { $0.parent == task } }
}

extension Plan {
  public struct Document: Hashable, Sendable {
    /// "280/KH-UBND".
    public let number: String
    public let kind: Words
    public let title: Words
    public let issuedBy: Words
    public let place: String
    public let issuedOn: Day
    public let effectiveOn: Day
    /// `nil` where the plan names no end.
    public let validUntil: Day?
    public let signedBy: String
    public let signerTitle: String?
    public let field: String
    public let basis: [Basis]
  }

  /// A document that the plan carries out.
  public struct Basis: Hashable, Sendable {
    public let number: String
    public let date: Day
    public let by: String
  }

  public struct Objective: Hashable, Sendable {
    public let id: String
    public let clause: String
    public let kind: String
    public let title: Words
    public let points: [Point]
  }

  public struct Point: Hashable, Sendable {
    public let id: String
    public let words: Words
  }

  /// A figure that the plan asks for (chỉ tiêu).
  public struct Target: Hashable, Sendable {
    public enum Comparison: String, Hashable, Sendable {
      case about
      case atLeast = "at least"
      case equal
    }

    public enum Measure: String, Hashable, Sendable {
      case workersPerYear = "workers/year"
      case percent
      case cases
    }

    /// T1, T2, T3, T4a, T4b or T4c.
    public let id: String
    public let clause: String
    public let kind: String
    public let title: Words
    public let comparison: Comparison
    /// In the target's measure: workers a year, per cent or cases.
    public let value: Int
    public let measure: Measure
    public let period: String?
    /// The plan's own word for the comparison, where it is known.
    public let wording: String?
  }

  /// A clause of the plan that somebody carries out (nhiệm vụ).
  public struct Task: Hashable, Sendable {
    /// "III.1.1".
    public let id: String
    /// "III.1, 1.1", as the plan counts.
    public let clause: String
    public let parent: String?
    public let title: Words
    public let elements: [Words]
    /// Codes of `CodeList.agencies`; empty where the source names none.
    public let lead: [String]
    public let coordinating: [String]
    /// The agencies in the plan's words.
    public let leadText: String?
    public let coordinatingText: String?
    /// Whether the agencies were named for the clause above and are read as covering this one.
    public let isInherited: Bool
    public let deadline: Day?
    /// How much of the clause the source holds, and what else is to be known of it.
    public let coverage: String
    public let note: String?
    /// Whether it is a clause of the plan; else a task that was added beside it.
    public var isOfPlan = true
    /// The target that it serves, where that is known.
    public var target: String?

    /// What it is called in lists: a clause by its number.
    public var label: String { isOfPlan ? id : clause }
  }

  public struct Gap: Hashable, Sendable {
    public let clause: String
    public let status: String
    public let note: String?
  }
}
