import Model

/// What stands of a clause below the list: its text, whose it is, and what was said of it.
struct TaskDetail {
  let progress: TaskProgress
  /// By which places the units that reported are named; `nil` for those under which they did.
  let catalogue: Catalogue?

  func draw(_ task: Plan.Task, in frame: inout Frame, _ area: Rect, _ context: Context) {
    let language = context.language
    var rest = frame.write(label: " \(task.clause)  ", task.title[language], in: area, .heading)
    if let words = TaskDetail.standing(task, progress, context) {
      rest = frame.write(label: " ", words[language], in: rest, .plain)
    }
    func agencies(_ codes: [String]) -> String {
      codes.isEmpty
        ? Words("kế hoạch không ghi trong phần đã có", "not named in the part of the plan we have")[language]
        : codes.map { Agency.full($0, on: context.today, language) }.joined(separator: "; ")
    }
    let (lead, with) = (Words(" Chủ trì:  ", " Lead: "), Words(" Phối hợp: ", " With: "))
    rest = frame.write(label: lead[language], agencies(task.lead), in: rest, .plain)
    rest = frame.write(label: with[language], agencies(task.coordinating), in: rest, .plain)
    // The latest news comes first, then the plan's text, then what was reported before, as far as there is room.
    let updates = progress.updates(of: task.id).map { words($0, language) }
    for words in updates.prefix(TaskDetail.latest) { rest = frame.write(label: " ", words, in: rest, .dim) }
    for element in task.elements { rest = frame.write(label: "   – ", element[language], in: rest, .plain) }
    for words in updates.dropFirst(TaskDetail.latest) {
      rest = frame.write(label: " ", words, in: rest, .dim)
    }
  }

  /// Whether it is the plan's, which target it serves, and how long there is until it is due.
  private static func standing(_ task: Plan.Task, _ progress: TaskProgress, _ context: Context) -> Words? {
    var parts: [Words] = []
    if !task.isOfPlan {
      parts.append(Words("Nhiệm vụ bổ sung, không phải văn bản kế hoạch", "Added; no text of the plan"))
    }
    if let target = task.target.flatMap(context.plan.target) {
      parts.append(Words("gắn \(target.id) \(target.title.vi)", "for \(target.id) \(target.title.en)"))
    }
    if let due = progress.pending(task.id) {
      let (day, words) = (due.day.text, due.words)
      parts.append(Words("hạn \(day), \(words.vi)", "due \(day), \(words.en)"))
    } else if let due = progress.due(task.id) {
      parts.append(Words("hạn \(due.text), đã xong", "due \(due.text), done"))
    }
    guard !parts.isEmpty else { return nil }
    return Words(parts.map(\.vi).joined(separator: " · "), parts.map(\.en).joined(separator: " · "))
  }

  /// So many updates stand above the plan's own text.
  private static let latest = 2

  /// A unit by the places asked for, with what it was called when it reported.
  private func name(_ unit: UnitID, _ language: Language) -> String {
    let own = Places.standard[unit].fullName(language)
    guard let catalogue, case let place = PlaceAsOf(unit, catalogue), let now = place.unit else { return own }
    let name = Places.standard[now].fullName(language)
    return place.former == nil ? name : name + Words(" (cũ: \(own))", " (formerly \(own))")[language]
  }

  private func words(_ update: TaskProgress.Update, _ language: Language) -> String {
    let unit = update.unit.map { name($0, language) } ?? ""
    let percent = update.percent.map { "\($0)%" } ?? "–"
    return [String(update.on.text), unit, percent, update.note, update.evidence]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
