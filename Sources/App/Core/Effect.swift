import Model

/// Everything the program can ask for.
///
/// Plain data: tests compare it, the shell carries it out.
enum Effect: Equatable, Sendable {
  // Between screens: carried out by `AppState` itself.
  case open(Route)
  case replace(Route)
  case close
  case notify(Words, Style = .notice)
  /// Does as if the screen on top had been given the command.
  case perform(Command)
  // On the terminal: carried out by `Runtime`.
  case beep
  case redraw
  case suspend
  case quit
  // In the outside world: carried out by `World`, which answers with messages.
  /// Looks for what others have saved.
  case refresh
  /// Reads all names beside other work, so that long lists open at once; `named` answers it once they are read.
  case readNames(Register)
  case save(Change)
  /// Saves it unless others have saved something that is not known here; then that arrives, and `newer`.
  case saveUnlessNewer(Change)
  /// Saves several changes that take effect together; `saved` or `failed` answers for the first of them.
  case saveAll([Change])
  /// Looks up who wrote lines, and when.
  case lookUp([LineID])
  /// Takes back what this account saved last, whenever that was; `step` answers.
  case undoLast
  /// Brings back what was taken back last; `step` answers.
  case redoLast
  case keepDraft(DraftRecord)
  case dropDraft(DraftRecord.ID)
  /// Drops a draft that somebody wants to be rid of, and says so; not one whose form is open elsewhere.
  case discard(DraftRecord.ID, Words)
  case setOffice(Office)
  /// Writes a printed paper into the account's folder of documents; the notice that answers says where.
  case export(Document)
  /// Makes a long paper beside the loop, or tells how it stands with it; `paper` answers.
  indirect case makePaper(PaperOrder)
  /// Gives up a long paper that is not wanted any more.
  case dropPaper(PaperOrder.ID)
  /// Keeps what a record took this clerk.
  case keepEffort(EntryEffort)
  /// Reads what records took this clerk; `efforts` answers.
  case readEfforts
  /// Remembers how this account types Vietnamese.
  case keepInputMethod(InputMethod?)
}
