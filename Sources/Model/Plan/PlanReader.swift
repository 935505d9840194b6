import FoundationEssentials

extension Plan {
  /// The plan that a file of the form of `Data/plan-280.json` holds.
  ///
  /// - Throws: A sentence naming the first thing that is wrong: no JSON, a missing or mistyped value, a date that does
  ///   not exist, an id used twice, a parent or an agency that is not there.
  public static func read(json bytes: some Sequence<UInt8>) throws(PlanProblem) -> Plan {
    let file: PlanFile
    do {
      file = try JSONDecoder().decode(PlanFile.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw PlanProblem(error)
    } catch {
      throw PlanProblem("Tệp kế hoạch không phải JSON", "The plan's file is not JSON")
    }
    let plan = try file.plan()
    try plan.check()
    return plan
  }

  private func check() throws(PlanProblem) {
    try Self.checkUnique(targets.map(\.id))
    try Self.checkUnique(tasks.map(\.id))
    var known: Set<String> = []
    for task in tasks {
      if let parent = task.parent, !known.contains(parent) {
        throw PlanProblem(
          "Nhiệm vụ \(task.id): mục cha \(parent) không có hoặc đứng sau",
          "Task \(task.id): its parent \(parent) is missing or stands after it")
      }
      known.insert(task.id)
      if let agency = (task.lead + task.coordinating).first(where: { !CodeList.agencies.contains($0) }) {
        throw PlanProblem(
          "Nhiệm vụ \(task.id): không có cơ quan \(agency) trong danh mục",
          "Task \(task.id): the list has no agency \(agency)")
      }
    }
    guard targets.allSatisfy({ $0.value >= 0 }) else {
      throw PlanProblem("Chỉ tiêu không được âm", "A target cannot be below zero")
    }
    guard (1...28).contains(reportDueDay) else {
      throw PlanProblem("Hạn báo cáo phải là ngày 1 đến 28", "Reports must be due on a day from 1 to 28")
    }
  }

  private static func checkUnique(_ ids: [String]) throws(PlanProblem) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      throw PlanProblem("Mã \(id) được dùng hai lần", "The id \(id) is used twice")
    }
  }
}
