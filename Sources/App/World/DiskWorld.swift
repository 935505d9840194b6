import Model

/// The real outside: the data folder, this account's private files, the clock.
final class DiskWorld: World {
  private let home: Home
  private let ledger: Ledger
  private let settings: Settings
  private let drafts: Drafts
  private let statistics: OwnStatistics
  private var day: Day
  /// The faults that the screens know.
  private var toldFaults: [VerifyReport.Finding] = []
  private var hasToldPlace = false
  /// The names that are being read.
  private var names: NameReading?
  private let papers = Papers()

  init(_ home: Home, _ ledger: Ledger) throws(StoreProblem) {
    self.home = home
    self.ledger = ledger
    day = home.day
    drafts = Drafts(folder: try ledger.privateFolder("drafts"))
    settings = Settings(in: ledger.privatePath)
    statistics = OwnStatistics(in: ledger.privatePath)
  }

  func office(_ language: Language) -> Office? { settings.office(language) }
  var inputMethod: InputMethod? { settings.inputMethod }

  /// The drafts that wait; one whose record is on file goes.
  func drafts(beside register: Register) -> [DraftRecord] {
    let all = drafts.all()
    for draft in all where draft.isOver(in: register) { drafts.drop(draft.id) }
    return all.filter { !$0.isOver(in: register) }
  }

  func perform(_ effect: Effect) -> [Message] {
    switch effect {
    case .refresh: return refresh()
    case .readNames(let register):
      if names == nil { names = NameReading(register) }
      return namesRead()
    case .save(let change): return save([change])
    case .saveUnlessNewer(let change): return saveUnlessNewer(change)
    case .saveAll(let changes): return save(changes)
    case .lookUp(let lines): return lookUp(lines)
    case .undoLast: return step(.undo)
    case .redoLast: return step(.redo)
    case .keepDraft(let draft):
      guard !drafts.keep(draft) else { return [] }
      let words = Words(
        "Nháp CHƯA giữ được trên đĩa; hãy lưu ngay.", "The draft could NOT be kept on disk; save now.")
      return [.draftFailed(draft.id, words)]
    case .dropDraft(let id):
      drafts.drop(id)
      return []
    case .setOffice(let office):
      guard settings.keep(office) else {
        return [.notice(Words("Không ghi được lựa chọn này.", "This choice could not be kept."), .problem)]
      }
      return [.officeSet(office)]
    case .export(let document): return export(document)
    case .makePaper(let order): return papers.make(order)
    case .dropPaper(let id):
      papers.drop(id)
      return []
    case .keepEffort(let effort):
      statistics.keep(effort, on: home.day)
      return []
    case .readEfforts: return [.efforts(statistics.kept(today: home.day))]
    case .keepInputMethod(let method):
      if settings.keep(method) { return [] }
      return [.notice(Words("Không ghi được lựa chọn này.", "This choice could not be kept."), .problem)]
    case .open, .replace, .close, .notify, .perform, .beep, .redraw, .suspend, .quit, .discard: return []
    }
  }

  private func export(_ document: Document) -> [Message] {
    let bytes = Array(HTMLRendering(document).text.utf8)
    return [DocumentsFolder.notice(DocumentsFolder().add(document.fileName, ending: "html", bytes))]
  }

  /// The names, once they are read; they are told once.
  private func namesRead() -> [Message] {
    guard let read = names?.answer else { return [] }
    names = nil
    return [read]
  }

  private func save(_ changes: [Change]) -> [Message] {
    guard let first = changes.first else { return [] }
    do throws(StoreProblem) {
      return [.arrived(try ledger.save(changes)), .saved(first.id)]
    } catch {
      return [.failed(first.id, error.words)]
    }
  }

  /// Saves a change, unless others have saved what nobody here knows yet.
  ///
  /// What cannot be read now is in nobody's way: where it says something else, both values stand.
  private func saveUnlessNewer(_ change: Change) -> [Message] {
    let (arrived, problem) = news()
    let told = arrived + (problem.map { [.notice($0.words, .problem)] } ?? [])
    let isNewer = arrived.contains { if case .arrived = $0 { true } else { false } }
    return told + (isNewer ? [.newer(change.id)] : save([change]))
  }

  /// What others have saved, as messages, and why something of it cannot be read now.
  private func news() -> (arrived: [Message], problem: StoreProblem?) {
    let news = ledger.news()
    return ((news.lines.isEmpty ? [] : [.arrived(news.lines)]) + newFaults(), news.problem)
  }

  private func lookUp(_ lines: [LineID]) -> [Message] {
    do throws(StoreProblem) {
      return [.authors(try ledger.authors(of: Set(lines)))]
    } catch {
      return [.notice(error.words, .problem)]
    }
  }

  /// The next step of a kind, once all that other windows have saved is known here.
  private func step(_ kind: Reversal.Kind) -> [Message] {
    let (arrived, problem) = news()
    let told = arrived + (problem.map { [.notice($0.words, .problem)] } ?? [])
    do throws(StoreProblem) {
      return told + [.step(kind, try ledger.ownSteps(kind)[kind])]
    } catch {
      return told + [.notice(error.words, .problem)]
    }
  }

  private var faults: [VerifyReport.Finding] { ledger.faults.filter { !$0.kind.isNotice } }

  /// What was found wrong since the last look.
  private func newFaults() -> [Message] {
    let faults = faults
    guard faults != toldFaults else { return [] }
    toldFaults = faults
    guard !faults.isEmpty else { return [.faulty([])] }
    return [
      .faulty(faults),
      .notice(
        Words(
          "Dữ liệu hỏng \(faults.count) chỗ; Hôm nay có dòng nói rõ tệp nào.",
          "Data damaged in \(faults.count) places; Today has a line that says which files."), .problem),
    ]
  }

  /// Looks for what others saved, and whether a new day has come.
  private func refresh() -> [Message] {
    var messages: [Message] = []
    if home.day != day {
      day = home.day
      messages.append(.dayChanged(day))
    }
    messages += namesRead() + papers.done()
    if !hasToldPlace, !ledger.folder.isInPlace {
      hasToldPlace = true
      let words = ledger.folder.displacement
      messages.append(.notice(Words("Lưu ý: \(words.vi)", "Note: \(words.en)"), .problem))
    }
    do throws(StoreProblem) {
      if let register = try ledger.verifyRead() { messages.append(.loaded(register)) }
      if let register = try ledger.checkKept() { messages.append(.loaded(register)) }
    } catch {
      messages.append(.notice(error.words, .problem))
    }
    let (arrived, problem) = news()
    messages += arrived
    if let problem { messages.append(.notice(problem.words, .problem)) }
    return messages
  }

  /// Keeps the fold for the next start.
  func keep(_ census: Census) { ledger.keep(census) }

  func close() {
    papers.close()
    ledger.close()
  }
}
