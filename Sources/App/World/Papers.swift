import Model

/// The long papers that are made beside the loop, each on a thread of its own.
final class Papers {
  private let folder: DocumentsFolder
  private var making: [PaperMaking] = []
  /// Those that nobody wants any more, until their threads have seen it.
  private var stopped: [PaperMaking] = []

  init(_ folder: DocumentsFolder = DocumentsFolder()) { self.folder = folder }

  /// Begins with a paper, or tells how it stands with one that was begun.
  func make(_ order: PaperOrder) -> [Message] {
    let begun = making.first { $0.id == order.id }
    stopped.removeAll { $0.outcome != nil }
    // Who opens and leaves papers in a hurry waits for the last to be given up, not for all of them at once.
    if begun == nil, !stopped.isEmpty { return [.paper(order.id, .underway(0))] }
    let paper = begun ?? PaperMaking(order, folder)
    if begun == nil { making.append(paper) }
    let answers = tell(paper)
    return answers.isEmpty ? [.paper(order.id, .underway(paper.share))] : answers
  }

  func drop(_ id: PaperOrder.ID) {
    for paper in making where paper.id == id {
      paper.stop()
      stopped.append(paper)
    }
    making.removeAll { $0.id == id }
  }

  /// What is done and was not told yet, whoever asks.
  func done() -> [Message] {
    stopped.removeAll { $0.outcome != nil }
    return making.flatMap(tell)
  }

  /// Ends without waiting for what is only to be read; a file is given up, or there as a whole.
  func close() {
    for paper in making + stopped { paper.end() }
    (making, stopped) = ([], [])
  }

  /// What a paper has become, told once.
  private func tell(_ paper: PaperMaking) -> [Message] {
    guard let outcome = paper.outcome else { return [] }
    making.removeAll { $0 === paper }
    switch outcome {
    case .text(let text): return [.paper(paper.id, .made(text))]
    case .file(let result): return [DocumentsFolder.notice(result), .paper(paper.id, .written)]
    case .stopped: return []
    }
  }
}

/// One long paper, and the thread that makes it.
final class PaperMaking {
  enum Outcome: Sendable {
    case text(PaperText)
    case file(Result<String, Refusal>)
    case stopped
  }

  let id: PaperOrder.ID
  private let headway: Headway
  private let making: Beside<Outcome>

  init(_ order: PaperOrder, _ folder: DocumentsFolder) {
    id = order.id
    let steps = DocumentRequest.steps + (order.id.use == .file ? HTMLRendering.steps : TextRendering.steps)
    let headway = Headway(of: order.rowCount * steps)
    self.headway = headway
    making = Beside(isPatient: false) { PaperMaking.make(order, folder, headway) }
  }

  var share: Double { headway.share }

  /// What it has become, once it has; it is given once.
  var outcome: Outcome? { making.result }

  func stop() { headway.stop() }

  /// Is done with it, since the program ends.
  func end() {
    headway.stop()
    if id.use != .file { making.abandon() }
  }

  private static func make(_ order: PaperOrder, _ folder: DocumentsFolder, _ headway: Headway) -> Outcome {
    let document = order.id.request.document(
      order.census, isSynthetic: order.isSynthetic, headway: headway)
    if case .reading(let width) = order.id.use {
      let text = TextRendering(width: width, headway: headway) { Frame.width(of: $0) }
        .text(document, isLong: true)
      return headway.isStopped ? .stopped : .text(text)
    }
    let bytes = Array(HTMLRendering(document, headway: headway).text.utf8)
    return headway.isStopped ? .stopped : .file(folder.add(document.fileName, ending: "html", bytes))
  }
}
