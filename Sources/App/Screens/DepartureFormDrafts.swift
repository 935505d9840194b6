import Model

/// What is kept of a record that is not saved yet, and how one is rid of it.
extension DepartureFormScreen {
  var draft: DraftRecord? {
    guard isChanged else { return nil }
    var scope = passed.scope
    if joinsBatch, let batch { scope.merge(batch.scope) { _, new in new } }
    scope["unit"] = Places.standard.key(of: unit)
    scope["departure"] = correcting
    // What a question is asked about was finished: it is kept before the answer is typed.
    if passed.line != nil || batch?.isAsking ?? false { scope["asked"] = "1" }
    for (kind, lines) in basis.known {
      scope["basis.\(kind)"] = lines.map(\.description).joined(separator: " ")
    }
    return DraftRecord(id: draftID, kind: "departure", scope: scope, texts: form.draft, focus: form.focusID)
  }

  private var isChanged: Bool {
    form.isChanged || passed.isChanged || correcting == nil && batch?.isUnsaved ?? false
  }

  /// Leaves, keeping the draft where the role may have one.
  mutating func leave(_ context: Context) -> [Effect] {
    let words =
      context.keepsDrafts
      ? Words(
        "Chưa lưu. Esc lần nữa: ra, giữ nháp. ^C: bỏ nháp.",
        "Not saved. Esc again leaves and keeps a draft. ^C discards it.")
      : LeavingGuard.nothingKept
    return leaving.leave(losing: isChanged, words)
  }

  /// Leaves without a draft, at the second press; nothing that was saved is touched.
  mutating func discard(_ context: Context) -> [Effect] {
    guard pending == nil, correction == nil else { return [.beep] }
    guard isChanged || context.drafts.contains(where: { $0.id == draftID }) else {
      return [
        .notify(Words("Chưa gõ gì để bỏ", "Nothing was typed that could be discarded"), .notice), .beep,
      ]
    }
    let name = form.text(Worker.fullName.key)
    let asked = discarding.leave(losing: true, DraftRecord.question(name, key: "^C"))
    return asked == [.close] ? [.discard(draftID, DraftRecord.discarded(name)), .close] : asked
  }
}

extension DraftRecord {
  /// Asks whether a draft is to go for good.
  static func question(_ name: String, key: String) -> Words {
    let space = name.isEmpty ? "" : " "
    return Words(
      "Bỏ nháp\(space)\(name), không lưu gì? \(key) lần nữa: bỏ hẳn.",
      "Discard the draft\(space)\(name) without saving? \(key) again discards it.")
  }

  static func discarded(_ name: String) -> Words {
    name.isEmpty
      ? Words("Đã bỏ nháp", "The draft was discarded")
      : Words("Đã bỏ nháp: \(name)", "The draft was discarded: \(name)")
  }

  /// Whether nothing is left to do: the record that was typed is on file, for the program ended between its saving and
  /// the draft's going; or the one that was being corrected has been erased.
  func isOver(in register: Register) -> Bool {
    guard let corrected = scope["departure"] else { return register.row(of: "departure/\(id)") != nil }
    return register.isErased(corrected)
  }

  /// Whose draft it is: as typed, else as on file where a record is being corrected.
  func name(_ register: Register) -> String? {
    if let typed = texts[Worker.fullName.key], !typed.isEmpty { return typed }
    return scope["departure"].flatMap { register.row(of: $0)?.row }
      .flatMap { register.link(Departure.worker, $0) }
      .flatMap { register.text(Worker.fullName, ofPerson: $0) }
  }
}
