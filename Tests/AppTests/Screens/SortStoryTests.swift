import Model
import Testing

@testable import App

@Suite("A list of people is put in another order")
struct SortStoryTests {
  private func days(_ desk: Desk) -> [Day] {
    desk.text.split(separator: "\n").compactMap { line in
      line.split(separator: " ").compactMap { word in
        let parts = word.split(separator: "/").compactMap { Int($0) }
        return parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
      }.first
    }
  }

  @Test func whoLeftLastComesFirstAndTheOrderOfNamesComesBack() {
    var desk = Desk(Demo.context("082"))
    desk.press("<F9>tien do<Enter><Home><Enter>")
    let named = desk.text
    let chosen = desk.text.split(separator: "\n").first { $0.contains("▸") }
    desk.press("S")
    #expect(desk.text.contains("mới đi trước"), "\(desk.text)")
    #expect(desk.text.split(separator: "\n").contains { $0 == chosen ?? "" }, "who was chosen stays so")
    desk.press("<Home>")
    let shown = days(desk)
    #expect(shown.count > 10 && shown == shown.sorted(by: >), "\(shown)")
    desk.press("S<Home>")
    #expect(desk.text.contains("Theo tên") || desk.text == named, "\(desk.text)")
    #expect(!desk.text.contains("mới đi trước"))
  }
}
