import Model

/// Everything that can happen to the program.
enum Message: Sendable {
  // From the terminal.
  case key(Key)
  case paste(String)
  case click(Point)
  case wheel(Int)
  case resize(Size)
  /// Nothing was pressed for a while: time to look for what others saved.
  case tick
  /// No key waits, and the screen in front has work left, or waits for some: time for a piece of it.
  case work
  /// Keys keep coming, and it is time again to look for what others saved.
  case look
  /// The terminal is gone.
  case hangup
  // From the outside world, in answer to an effect.
  case loaded(Register)
  /// What of the data turned out to be damaged or missing; all of it.
  case faulty([VerifyReport.Finding])
  /// Lines of the journal that are new here, own ones or others'.
  case arrived([[UInt8]])
  case saved(Change.ID)
  /// It was not saved: others had saved something since, which has just arrived.
  case newer(Change.ID)
  /// What can be taken back or brought back next, if anything.
  case step(Reversal.Kind, Steps.Step?)
  /// Who wrote the lines that were asked about.
  case authors([LineID: LineAuthor])
  case failed(Change.ID, Words)
  case draftFailed(DraftRecord.ID, Words)
  case officeSet(Office)
  /// All names, as read from a register of so many lines.
  case named(NameIndex, lineCount: Int)
  case efforts([KeptEffort])
  /// How it stands with a long paper.
  indirect case paper(PaperOrder.ID, PaperAnswer)
  case dayChanged(Day)
  case notice(Words, Style)
}
