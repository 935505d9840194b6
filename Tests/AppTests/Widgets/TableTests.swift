import Model
import Testing

@testable import App

private let columns = [
  Column(Words("Xã", "Commune")), Column(Words("Đã đi", "Left"), width: 6, .right),
  Column(Words("Tiến độ", "Progress"), width: 10),
]

private func row(_ index: Int) -> Table.Row {
  Table.Row([
    .init("Xã mẫu \(index)"), .init("\(index * 100)"),
    .init(ProgressBar(share: Double(index) / 8, tick: 0.5)),
  ])
}

private let area = Rect(x: 0, y: 0, width: 40, height: 6)

@Test func columnsStandUnderTheirHeads() throws {
  var table = Table(columns)
  _ = table.handle(.command(.down), count: 4, area: area)
  let frame = Frame.drawn(40, 6) { table.draw(in: &$0, $0.bounds, .vi, count: 4, row: row) }
  try expectGolden(frame, "table")
  #expect(frame.cursor == Point(x: 0, y: 2))
}

@Test func onlyTheRowsOnTheScreenAreAskedFor() {
  var table = Table(columns)
  _ = table.handle(.command(.last), count: 1_000_000, area: area)
  var asked: [Int] = []
  _ = Frame.drawn(40, 6) {
    table.draw(in: &$0, $0.bounds, .vi, count: 1_000_000) { index in
      asked.append(index)
      return row(index)
    }
  }
  #expect(asked == Array(999_995...999_999))
}

@Test func listsTurnPageByPage() {
  var table = Table(columns)
  var asked: [Int] = []
  func shown() -> ClosedRange<Int> {
    asked = []
    _ = Frame.drawn(40, 6) {
      table.draw(in: &$0, $0.bounds, .vi, count: 12) { index in
        asked.append(index)
        return row(index)
      }
    }
    return (asked.first ?? 0)...(asked.last ?? 0)
  }
  for _ in 0..<4 { _ = table.handle(.command(.down), count: 12, area: area) }
  #expect(shown() == 0...4)
  _ = table.handle(.command(.down), count: 12, area: area)
  #expect(shown() == 5...9)
  _ = table.handle(.command(.pageDown), count: 12, area: area)
  #expect(shown() == 10...11)
}

@Test func theSelectionNeverLeavesTheRows() {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = SeededNumbers(seed: seed)
  let commands: [Command] = [.up, .down, .pageUp, .pageDown, .first, .last, .search, .nextMatch]
  var table = Table(columns)
  for _ in 0..<2000 {
    let count = Int.random(in: 0...20, using: &numbers)
    let command = commands.randomElement(using: &numbers) ?? .up
    let height = Int.random(in: 0...9, using: &numbers)
    _ = table.handle(
      .command(command), count: count, area: Rect(x: 0, y: 0, width: 10, height: height),
      finds: { index, _ in index % 3 == 0 })
    #expect(table.selection == 0 || table.selection < count, "seed \(seed)")
    let frame = Frame.drawn(10, height) { table.draw(in: &$0, $0.bounds, .vi, count: count, row: row) }
    #expect(height == 0 || frame.bounds.contains(frame.cursor), "seed \(seed)")
  }
}

@Test func anEmptyTableSaysSo() {
  let table = Table(columns, emptyWords: Words("Chưa có lượt nào", "No departures"))
  let text = Frame.drawn(40, 6) { table.draw(in: &$0, $0.bounds, .en, count: 0, row: row) }.text
  #expect(text.contains("No departures"))
}

@Test func searchGoesRoundAndSaysWhenNothingIsFound() {
  let names = ["Bát Xát", "Bảo Thắng", "Bảo Yên", "Bắc Hà"]
  var table = Table([Column(Words("", ""))])
  func press(_ input: Input) {
    _ = table.handle(input, count: names.count, area: area) { names[$0].folded.contains($1.folded) }
  }
  press(.command(.search))
  #expect(table.isTyping)
  for letter in "bao" { press(.text(Typed(String(letter)))) }
  #expect(table.selection == 1)
  press(.command(.confirm))
  #expect(!table.isTyping)
  press(.command(.nextMatch))
  #expect(table.selection == 2)
  press(.command(.nextMatch))
  #expect(table.selection == 1)
  press(.command(.previousMatch))
  #expect(table.selection == 2)
  press(.command(.search))
  press(.text("z"))
  #expect(table.search.hasFailed)
  #expect(table.selection == 2)
  press(.command(.cancel))
  #expect(!table.isTyping)
}

@Test func aClickChoosesTheRowUnderIt() {
  var table = Table(columns)
  #expect(table.handle(.click(Point(x: 3, y: 3)), count: 4, area: area) == true)
  #expect(table.selection == 2)
  #expect(table.handle(.click(Point(x: 3, y: 0)), count: 4, area: area) == false, "the head is no row")
  #expect(table.handle(.click(Point(x: 3, y: 5)), count: 4, area: area) == false)
}

@Test func aFoldedRowHidesWhatIsBelowIt() {
  var tree = Tree(depths: [0, 1, 1, 2, 0, 1])
  #expect(tree.visible == [0, 1, 2, 3, 4, 5])
  tree.toggle(0)
  #expect(tree.visible == [0, 4, 5])
  tree.toggle(5)
  #expect(tree.visible == [0, 4, 5], "a row without any below stays")
  tree.toggle(0)
  tree.toggle(2)
  #expect(tree.visible == [0, 1, 2, 4, 5])
}
