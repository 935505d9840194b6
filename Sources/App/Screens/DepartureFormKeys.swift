import Model

// What stands above and below the form.
extension DepartureFormScreen {
  func facts(_ context: Context) -> String {
    let drafts = context.drafts.count
    return Words(
      "\(savedCount) đã lưu · \(drafts) nháp",
      "\(savedCount) saved · \(drafts) draft\(drafts == 1 ? "" : "s")")[context.language]
  }

  func keymap(_ context: Context) -> Keymap {
    if others != nil { return OthersQuestion.keymap }
    if published != nil { return CorrectionQuestion.keymap }
    if passed.line != nil { return ReasonLine.keymap + Keymap.text }
    if let batch, batch.isOpen {
      let keymap =
        Keymap.singleForm.disabling(.save, because: context.cannotWrite) + [
          Binding(keys: [.escape], command: .cancel, label: Words("Không đổi", "Leave as it is")),
          .action(.discard, inFooter: false),
        ]
      return batch.isAsking
        ? keymap.footer(.save, .cancel) : keymap.footer(.save, .nextField, .cancel, .help)
    }
    let isWarned = form.problem(at: form.focus)?.level == .warn
    let leave = context.keepsDrafts ? Words("Ra, giữ nháp", "Leave, keep draft") : Words("Ra", "Leave")
    let keymap =
      (Keymap.form.disabling(.save, because: context.cannotWrite)
        .disabling(.saveAndNext, because: context.cannotWrite) + [
          Binding(keys: [.escape], command: .cancel, label: leave), .action(.discard, inFooter: false),
        ]) + (batch == nil ? [] : [.action(.editBatch)]) + (known.map { [$0.binding] } ?? [])
      + (correcting == nil ? [] : [.historyInForm])
    if context.isReadOnly { return keymap.footer(.save, .history, .cancel, .help) }
    if known != nil, correcting == nil {
      return keymap.footer(.openKnown, .save, .saveAndNext, .cancel, .help)
    }
    return isWarned
      ? keymap.footer(.save, .passWarning, .saveAndNext, .cancel, .help)
      : batch == nil
        ? keymap.footer(.save, .saveAndNext, correcting == nil ? .repeatField : .history, .cancel, .help)
        : keymap.footer(.saveAndNext, .editBatch, .save, .repeatField, .cancel, .help)
  }
}
