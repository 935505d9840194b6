import Testing

@testable import Model

@Suite("How far a paper is")
struct HeadwayTests {
  private let paper = TextRenderingTests.paper(rows: 40)

  @Test func allStepsAreToldOnce() {
    let headway = Headway(of: 40 * TextRendering.steps)
    #expect(headway.share == 0)
    let lines = TextRendering(width: 80, headway: headway).lines(paper)
    #expect(headway.share == 1 && lines == TextRendering(width: 80).lines(paper))
    let writing = Headway(of: 40 * HTMLRendering.steps)
    #expect(HTMLRendering(paper, headway: writing).text == HTMLRendering(paper).text && writing.share == 1)
    // One step more than there are rows would be seen here.
    let doubled = Headway(of: 80 * HTMLRendering.steps)
    _ = HTMLRendering(paper, headway: doubled).text
    #expect(doubled.share == 0.5)
  }

  @Test func whoIsStoppedGivesUpAtTheNextStep() {
    let headway = Headway(of: 40 * TextRendering.steps)
    headway.stop()
    let lines = TextRendering(width: 80, headway: headway).lines(paper)
    #expect(headway.isStopped && headway.share < 0.1 && lines.count < 30)
    #expect(Headway(of: 0).share == 0)
  }

  @Test(arguments: [false, true])
  func theLinesAreReadAndSearchedAsTheyAre(isLong: Bool) {
    let rendering = TextRendering(width: 80)
    let (text, lines) = (rendering.text(paper, isLong: isLong), rendering.lines(paper))
    #expect((0..<text.count).map { text[$0] } == lines)
    for wanted in ["lao dong mau 7", "nhan", "không có", "", "tong cong"] {
      let found = lines.indices.filter { text.line($0, contains: SoughtText(wanted)) }
      #expect(found == lines.indices.filter { wanted.isEmpty || lines[$0].folded.contains(wanted.folded) })
    }
  }
}
