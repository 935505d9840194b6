/// A plan as its file writes it.
struct PlanFile: Decodable {
  struct Document: Decodable {
    let number, type, typeEn, titleVi, titleEn, issuedBy, issuedByEn, place, issuedOn, effectiveOn: String
    let signedBy, field: String
    let signerTitle, validUntil: String?
    let basis: [Basis]
  }

  struct Basis: Decodable {
    let number, date, by: String
  }

  struct Objective: Decodable {
    let id, clause, kind, titleVi, titleEn: String
    let points: [Point]
  }

  struct Point: Decodable {
    let id, vi, en: String
  }

  struct Target: Decodable {
    let id, clause, kind, titleVi, titleEn: String
    let `operator`: Plan.Target.Comparison
    let value: Int
    let unit: Plan.Target.Measure
    let period, wording: String?
  }

  struct Task: Decodable {
    let id, clause, titleVi, titleEn, inSeed: String
    let parent, leadText, coordinatingText, deadline, note, leadNote: String?
    let lead, coordinating: [String]?
    let elements: [Element]?
    let inherited: Bool?
  }

  struct Element: Decodable {
    let vi, en: String
  }

  struct Gap: Decodable {
    let clause, status: String
    let note: String?
  }

  let document: Document
  let objectives: [Objective]
  let targets: [Target]
  let tasks: [Task]
  let notInSeed: [Gap]?
  let reportDueDay: Int?
}

extension Plan.Target.Comparison: Decodable {}
extension Plan.Target.Measure: Decodable {}

extension PlanFile {
  func plan() throws(PlanProblem) -> Plan {
    var planTasks: [Plan.Task] = []
    for task in tasks { planTasks.append(try task.planTask()) }
    return Plan(
      document: try document.planDocument(),
      objectives: objectives.map { objective in
        Plan.Objective(
          id: objective.id, clause: objective.clause, kind: objective.kind,
          title: Words(objective.titleVi, objective.titleEn),
          points: objective.points.map { Plan.Point(id: $0.id, words: Words($0.vi, $0.en)) })
      },
      targets: targets.map { target in
        Plan.Target(
          id: target.id, clause: target.clause, kind: target.kind,
          title: Words(target.titleVi, target.titleEn),
          comparison: target.operator, value: target.value, measure: target.unit, period: target.period,
          wording: target.wording)
      },
      tasks: planTasks,
      gaps: (notInSeed ?? []).map { Plan.Gap(clause: $0.clause, status: $0.status, note: $0.note) },
      reportDueDay: reportDueDay ?? Plan.usualReportDueDay)
  }

  fileprivate static func day(_ iso: String) throws(PlanProblem) -> Day {
    guard let day = Day(iso: iso) else {
      throw PlanProblem("“\(iso)” không phải ngày dạng 2023-06-21", "“\(iso)” is not a date like 2023-06-21")
    }
    return day
  }

  fileprivate static func day(_ iso: String?) throws(PlanProblem) -> Day? {
    guard let iso else { return nil }
    let found: Day = try day(iso)
    return found
  }
}

extension PlanFile.Document {
  fileprivate func planDocument() throws(PlanProblem) -> Plan.Document {
    var planBasis: [Plan.Basis] = []
    for one in basis {
      planBasis.append(Plan.Basis(number: one.number, date: try PlanFile.day(one.date), by: one.by))
    }
    return Plan.Document(
      number: number, kind: Words(type, typeEn), title: Words(titleVi, titleEn),
      issuedBy: Words(issuedBy, issuedByEn),
      place: place, issuedOn: try PlanFile.day(issuedOn), effectiveOn: try PlanFile.day(effectiveOn),
      validUntil: try PlanFile.day(validUntil), signedBy: signedBy, signerTitle: signerTitle, field: field,
      basis: planBasis)
  }
}

extension PlanFile.Task {
  fileprivate func planTask() throws(PlanProblem) -> Plan.Task {
    Plan.Task(
      id: id, clause: clause, parent: parent, title: Words(titleVi, titleEn),
      elements: (elements ?? []).map { Words($0.vi, $0.en) }, lead: lead ?? [],
      coordinating: coordinating ?? [],
      leadText: leadText, coordinatingText: coordinatingText, isInherited: inherited ?? false,
      deadline: try PlanFile.day(deadline), coverage: inSeed, note: note ?? leadNote)
  }
}
