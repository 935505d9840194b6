import Foundation
import Model
import Testing

@testable import App

/// The screen of a paper that counts as long, and the papers that are made beside it.
private struct LongPaper {
  var context: Context
  var screen: DocumentScreen
  let papers: Papers
  private(set) var notices: [Words] = []
  private(set) var isClosed = false
  /// The orders that were given up.
  private(set) var dropped: [PaperOrder.ID] = []

  init(_ folder: DocumentsFolder = DocumentsFolder("/nonexistent"), longFrom: Int = 1) {
    context = Demo.context()
    context.moment = 1
    screen = DocumentScreen(LongPaper.request, context, longFrom: longFrom)
    papers = Papers(folder)
  }

  static let request = DocumentRequest(.workers, Demo.unit("10"), Period(year: 2024))

  /// What the paper says when it is made at once.
  func lines(_ request: DocumentRequest = request) -> [String] {
    TextRendering(width: 78) { Frame.width(of: $0) }.lines(
      request.document(context.census, isSynthetic: true))
  }

  var text: String { text(.unicode) }

  func text(_ glyphs: Glyphs) -> String {
    Frame.drawn(80, 22, glyphs) { screen.draw(in: &$0, $0.bounds, context) }.text
  }

  mutating func send(_ input: Input) {
    context.moment += 1
    run(screen.update(input, context))
  }

  mutating func run(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .makePaper(let order): papers.make(order).forEach { take($0) }
      case .dropPaper(let id):
        dropped.append(id)
        papers.drop(id)
      case .notify(let words, _): notices.append(words)
      case .close: isClosed = true
      default: break
      }
    }
  }

  private mutating func take(_ message: Message) {
    if case .paper(let id, let answer) = message { run(screen.update(.paper(id, answer), context)) }
    if case .notice(let words, _) = message { notices.append(words) }
  }

  /// Asks until nothing is being made.
  mutating func wait() {
    for _ in 0..<2_000 where screen.isWaiting {
      send(.work)
      usleep(5_000)
    }
  }
}

private func shown(_ lines: some Sequence<String>) -> String {
  lines.map { $0.isEmpty ? "\n" : " \($0)\n" }.joined()
}

@Suite("A long paper is made beside the keys")
struct LongPaperStoryTests {
  @Test func itComesAsItWouldAtOnce() {
    var paper = LongPaper()
    #expect(paper.screen.isWaiting)
    paper.run(paper.screen.wishes(paper.context))
    paper.wait()
    let lines = paper.lines()
    #expect(paper.screen.facts(paper.context).contains("/\(lines.count)"))
    #expect(paper.text.hasPrefix(shown(lines.prefix(20))) && !paper.text.contains("Đang"), "\(paper.text)")
    paper.send(.command(.last))
    #expect(paper.text.contains("Mã số liệu"), "\(paper.text)")
    paper.send(.command(.first))
    paper.send(.command(.search))
    paper.send(.text(Typed("tong cong")))
    #expect(paper.text.contains("Tổng cộng"), "marks are ignored when it is searched: \(paper.text)")
  }

  @Test func howFarItIsStandsBelow() {
    var paper = LongPaper()
    let rows = LongPaper.request.rowCount(paper.context.census)
    #expect(rows > 20)
    #expect(paper.text.contains("Đang soạn 0/\(Numerals.text(rows, .vi)) (0 %) · Esc: thôi"), "\(paper.text)")
    let id = PaperOrder.ID(request: LongPaper.request, use: .reading(width: 78), moment: 1)
    _ = paper.screen.update(.paper(id, .underway(0.5)), paper.context)
    let half = "Đang soạn \(Numerals.text(rows / 2, .vi))/\(Numerals.text(rows, .vi)) (50 %) · Esc: thôi"
    #expect(paper.text.contains(half) && paper.text.contains("█"), "\(paper.text)")
    #expect(paper.text(.linear).contains(half) && !paper.text(.linear).contains("█"))
  }

  @Test func escStopsItAndLeaves() {
    var paper = LongPaper()
    paper.run(paper.screen.wishes(paper.context))
    paper.send(.command(.cancel))
    #expect(paper.isClosed && paper.dropped.map(\.moment) == [1])
    for _ in 0..<200 {
      #expect(paper.papers.done().isEmpty, "what was given up is never told")
      usleep(1_000)
    }
  }

  @Test func whatIsReadStaysUntilTheNextIsMade() {
    var paper = LongPaper()
    paper.wait()
    let before = paper.text
    paper.send(.reloaded)
    #expect(!paper.screen.isWaiting, "who does not look at it makes nothing")
    paper.send(.resumed)
    #expect(paper.screen.isWaiting)
    #expect(paper.text.hasPrefix(shown(paper.lines().prefix(20))), "\(paper.text)")
    #expect(paper.text.contains("Đang soạn"))
    paper.wait()
    #expect(paper.text == before)
    paper.send(.resumed)
    #expect(!paper.screen.isWaiting, "nothing has changed")
  }

  @Test func whoChangesTheirMindOftenGetsTheLast() {
    var paper = LongPaper()
    for width in 81...100 {
      paper.context.size = Size(width: width, height: 24)
      paper.send(.command(.down))
    }
    #expect(paper.dropped.count >= 19, "each is given up for the next")
    paper.wait()
    let text = Frame.drawn(100, 22) { paper.screen.draw(in: &$0, $0.bounds, paper.context) }.text
    let lines = TextRendering(width: 98) { Frame.width(of: $0) }.lines(
      LongPaper.request.document(paper.context.census, isSynthetic: true))
    #expect(!paper.screen.isWaiting && text.contains(shown(lines[2..<20])), "\(text)")
  }

  @Test func anotherWindowSetsItAnew() {
    var paper = LongPaper()
    paper.wait()
    paper.context.size = Size(width: 120, height: 24)
    paper.send(.command(.down))
    #expect(paper.screen.isWaiting)
    paper.send(.command(.down))
    #expect(paper.dropped.isEmpty, "it is on its way already")
    paper.wait()
    let text = Frame.drawn(120, 22) { paper.screen.draw(in: &$0, $0.bounds, paper.context) }.text
    let lines = TextRendering(width: 100) { Frame.width(of: $0) }.lines(
      LongPaper.request.document(paper.context.census, isSynthetic: true))
    #expect(text.contains(shown(lines[2..<20])), "\(text)")
  }

  @Test func hiddenNumbersGoAtOnce() {
    var paper = LongPaper()
    paper.wait()
    guard case .save(let change)? = paper.screen.update(.command(.unmask), paper.context).first else {
      Issue.record("nothing says that somebody looked")
      return
    }
    paper.send(.saved(change.id))
    paper.wait()
    #expect(paper.text.contains("Số định danh ghi đầy đủ"), "\(paper.text)")
    paper.send(.command(.unmask))
    #expect(paper.screen.isWaiting && !paper.text.contains("Số định danh"), "\(paper.text)")
    paper.wait()
    #expect(paper.text.contains("đã được che bớt"), "\(paper.text)")
  }

  @Test func itIsWrittenBesideTheKeys() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "lenduong-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var paper = LongPaper(DocumentsFolder(path))
    paper.wait()
    paper.send(.command(.exportFile))
    #expect(paper.screen.isWaiting && paper.text.contains("Đang ghi"), "\(paper.text)")
    paper.wait()
    let file = "\(path)/workers-10-2024.html"
    #expect(paper.notices.map(\.vi) == ["Đã ghi \(file)"])
    let document = LongPaper.request.document(paper.context.census, isSynthetic: true)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == HTMLRendering(document).text)
    #expect(!paper.text.contains("Đang ghi"), "\(paper.text)")
  }

  @Test func escStopsTheFileAndThePaperStays() throws {
    var paper = LongPaper()
    paper.wait()
    paper.send(.command(.exportFile))
    let id = PaperOrder.ID(request: LongPaper.request, use: .file, moment: paper.context.moment)
    paper.send(.command(.cancel))
    #expect(!paper.isClosed && paper.dropped == [id] && !paper.screen.isWaiting)
    #expect(paper.notices.last?.vi == "Đã thôi ghi tệp")
    paper.send(.command(.cancel))
    #expect(paper.isClosed)
  }

  @Test func whoIsElsewhereIsToldToo() {
    var paper = LongPaper()
    paper.run(paper.screen.wishes(paper.context))
    var told: [Message] = []
    for _ in 0..<2_000 where told.isEmpty {
      told = paper.papers.done()
      usleep(5_000)
    }
    guard case .paper(_, .made(let text))? = told.first else {
      Issue.record("\(told)")
      return
    }
    #expect((0..<text.count).map { text[$0] } == paper.lines())
  }

  @Test func leavingTheProgramWaitsForNothing() {
    var paper = LongPaper()
    paper.run(paper.screen.wishes(paper.context))
    paper.papers.close()
    #expect(paper.papers.done().isEmpty)
  }

  @Test func aShortPaperIsThereAtOnce() {
    var paper = LongPaper(longFrom: 100_000)
    #expect(!paper.screen.isWaiting && paper.screen.wishes(paper.context).isEmpty)
    #expect(paper.text.contains(shown(paper.lines().prefix(22))), "\(paper.text)")
    paper.send(.reloaded)
    #expect(!paper.screen.isWaiting && paper.dropped.isEmpty)
  }
}
