import Model

/// A record within its batch: what the batch shares is typed first, carried into every record, and corrected for all.
extension DepartureFormScreen {
  /// The form, below what its batch shares where there is room for that.
  func drawForm(in frame: inout Frame, _ area: Rect, _ language: Language) {
    guard let batch, area.height > form.heightNeeded(in: area) else {
      return form.draw(in: &frame, area, language)
    }
    let (top, rest) = area.split(top: 1)
    frame.write(" " + batch.summary(language), in: top, .dim)
    form.draw(in: &frame, rest, language)
  }

  /// Typing what the batch shares.
  mutating func shared(_ input: Input, _ context: Context) -> [Effect] {
    guard correction == nil, let answer = batch?.update(input, context) else { return [] }
    switch answer {
    case .effects(let effects): return effects
    case .dropped: break
    case .settled: carryAnew(context)
    case .correct(let changes):
      if let reason = context.cannotWrite { return [.notify(reason, .problem), .beep] }
      correction = changes.first?.id
      return [.saveAll(changes)]
    }
    return []
  }

  /// Puts what the batch shares over what is on file of somebody who leaves with it; says where that differs.
  ///
  /// What they have of their own stands, and so does what the batch says nothing of; who has left plans nothing.
  mutating func join(_ entry: DepartureEntry) -> Words? {
    guard let batch else { return nil }
    let shared = DepartureEntry(unit: unit, batch.carried)
    let own = Batch.own.filter { entry[$0] != .none && entry[$0] != shared[$0] }
    let silent = Batch.fields.filter { shared[$0] == .none && entry[$0] != .none }
    let stays = Set((own + silent).map(\.key))
    form.join(batch.carried.filter { !stays.contains($0.key) })
    let replaced = Batch.fields.filter { field in
      field.key != DepartureEntry.status.key && !stays.contains(field.key) && entry[field] != .none
        && entry[field] != shared[field]
    }
    return DepartureFormScreen.said(kept: own.filter { shared[$0] != .none }, replaced)
  }

  private static func said(kept: [Field], _ replaced: [Field]) -> Words? {
    func words(_ language: Language) -> String {
      [(Words("Giữ riêng", "Kept"), kept), (Words("Theo lô, khác sổ", "By the batch"), replaced)]
        .filter { !$1.isEmpty }
        .map { "\($0[language]): " + $1.map(\.label[language]).joined(separator: ", ") }
        .joined(separator: " · ")
    }
    return kept.isEmpty && replaced.isEmpty ? nil : Words(words(.vi), words(.en))
  }

  /// Fills in what the batch shares, but where the record has a value of its own.
  private mutating func carryAnew(_ context: Context) {
    guard correcting == nil, let batch else { return }
    let carried = form.carried
    form.carry(
      batch.carried.filter { carried.contains($0.key) || form.text($0.key).isEmpty || isFresh($0.key) })
    check(context)
  }

  /// Whether a field holds what every new record begins with.
  private func isFresh(_ field: String) -> Bool { !(form.cell(field)?.isChanged ?? false) }

  mutating func wasCorrected(_ context: Context) -> [Effect] {
    correction = nil
    batch?.wasCorrected()
    carryAnew(context)
    let notice = Effect.notify(
      Words("Đã sửa phần chung của lô", "What the batch shares was corrected"), .good)
    // A record on file was changed with the others: its form shows what it held before.
    return correcting == nil ? [notice] : [.close, notice]
  }
}
