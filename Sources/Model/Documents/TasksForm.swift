extension DocumentForm {
  private func unitName(_ unit: UnitID?) -> String { unit.map { places[$0].fullName(.vi) } ?? "–" }

  /// The plan's clauses as a tree: who leads, by when, how far, and what was said last, by the end of the period.
  func tasks() -> Document {
    let plan = census.plan
    let end = min(period.last, census.today)
    let progress = TaskProgress(census.register, today: end, plan: plan, places: places)
    let rows = progress.tasks.map { task -> DocumentTable.Row in
      let latest = progress.updates(of: task.id).first { !$0.note.isEmpty || !$0.evidence.isEmpty }
      let percent = progress.percent(task.id)
      let due = progress.due(task.id)
      let late = progress.pending(task.id).flatMap { $0.isLate ? $0.words.vi : nil }
      let said = latest.map { "\($0.on.text), \(unitName($0.unit)): \($0.note)" }
      let lead = task.lead.compactMap { CodeList.agency($0, on: census.today)?.words.vi }
      return .cells([
        task.label, task.title.vi, lead.isEmpty ? "–" : lead.joined(separator: "; "),
        (due?.text ?? "–") + (late == nil ? "" : " !"), percent.map { "\($0)%" } ?? "–",
        late == nil && said == nil ? "–" : [late, said].compactMap { $0 }.joined(separator: "; "),
        latest.flatMap { $0.evidence.isEmpty ? nil : $0.evidence } ?? "–",
      ])
    }
    let known = progress.tasks.compactMap { progress.percent($0.id) }
    let done = known.filter { $0 == 100 }.count
    let table = DocumentTable(
      "",
      [
        DocumentTable.Column("Mục", 8), DocumentTable.Column("Nhiệm vụ", 32, isFlexible: true),
        DocumentTable.Column("Chủ trì", 20, isFlexible: true),
        DocumentTable.Column("Hạn", 12, .center),
        DocumentTable.Column("Tiến độ", 8, .right),
        DocumentTable.Column("Nội dung mới nhất", 28, isFlexible: true),
        DocumentTable.Column("Minh chứng", 14),
      ], rows,
      totals: [
        [
          "", DocumentTable.totalWord, "\(number(progress.tasks.count)) mục", "", "",
          "có tiến độ \(number(known.count)), xong \(number(done))", "",
        ]
      ])
    return document(
      [
        "Tiến độ thực hiện nhiệm vụ của \(plan.document.kind.vi) số \(plan.document.number)",
        "\(period.words.vi), tính đến ngày \(end.text)",
      ],
      [
        .paragraph(
          "Thực hiện \(planWords), Ủy ban nhân dân \(name) báo cáo tiến độ các nhiệm vụ như sau:"),
        .table(table),
        .note(
          "Tiến độ của một mục là của cơ quan chủ trì báo gần nhất; mục có mục con là trung bình các mục con. "
            + "Dấu ! sau hạn: đã quá hạn, tính bằng ngày làm việc. Cơ quan ghi theo tên hiện nay."
            + (progress.tasks.contains { !$0.isOfPlan }
              ? " BS: nhiệm vụ bổ sung, không phải văn bản kế hoạch." : "")),
        .paragraph("\(DocumentForm.ending) \(name)./."),
      ], seal: "Mã số liệu \(DocumentForm.digest(table))", isLandscape: true)
  }
}
