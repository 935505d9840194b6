import Model
import Testing

@testable import App

@Suite("The list of warnings is read piece by piece")
struct WarningsStoryTests {
  private let context = Demo.context(Warned.commune, register: Warned.register)

  /// So long that four workers and one departure fill it.
  private static let piece = 10_001

  /// The list after its first piece, which looks at one departure.
  private var screen: WarningsScreen { WarningsScreen(context.unit, year: 2024, context, piece: Self.piece) }

  private func text(_ screen: WarningsScreen) -> String {
    Frame.drawn(80, 20) { screen.draw(in: &$0, $0.bounds, context) }.text
  }

  @Test func howFarItIsStandsAboveAndTheRowsFillIn() {
    var screen = screen
    var said = [screen.facts(context)]
    #expect(text(screen).contains("Đang xem từng lượt"), "\(text(screen))")
    #expect(text(screen).contains("Esc: thôi xem  ███"), "\(text(screen))")
    while screen.isWorking, said.count < 9 {
      #expect(screen.update(.work, context) == [])
      said.append(screen.facts(context))
    }
    #expect(
      said == [
        "0 cảnh báo · đã xem 62 %", "1 cảnh báo · đã xem 75 %", "2 cảnh báo · đã xem 87 %",
        "3 cảnh báo, 2 chưa có lý do · năm 2024",
      ])
    #expect(text(screen).contains("Lao động mẫu 02"), "\(text(screen))")
  }

  @Test func escLeavesAtOnce() {
    var screen = screen
    #expect(screen.isWorking)
    #expect(screen.update(.command(.cancel), context) == [.close])
  }

  @Test func anotherYearBeginsAnew() {
    var screen = screen
    _ = screen.update(.command(.earlier), context)
    while screen.isWorking { _ = screen.update(.work, context) }
    #expect(screen.facts(context) == "0 cảnh báo, 0 chưa có lý do · năm 2023")
    #expect(text(screen).contains("Không có cảnh báo nào"), "\(text(screen))")
  }

  @Test func whatIsShownStaysWhileItIsReadAgain() {
    var screen = screen
    while screen.isWorking { _ = screen.update(.work, context) }
    let before = text(screen)
    _ = screen.update(.reloaded, context)
    _ = screen.update(.tick, context)
    #expect(screen.isWorking && text(screen) == before)
    while screen.isWorking { _ = screen.update(.work, context) }
    #expect(text(screen) == before)
  }

  @Test func whoLooksAtARowGoesOnLookingAtIt() {
    // The one that was passed over is entered first, so that those without a reason come in above it.
    var register = Register()
    for row in Warned.register.records(.departure).reversed() {
      let entry = Warned.register.entry(row, today: DemoProvince.today)
      register.anticipate(register.change(register.edits(adding: entry, today: DemoProvince.today)))
    }
    let context = Demo.context(Warned.commune, register: register)
    var screen = WarningsScreen(context.unit, year: 2024, context, piece: Self.piece)
    while screen.isWorking { _ = screen.update(.work, context) }
    let last = Frame.drawn(80, 20) { screen.draw(in: &$0, $0.bounds, context) }.text.split(separator: "\n")
    let chosen = last.first { $0.contains("▸") } ?? ""
    #expect(chosen.contains("Giấy xác nhận ghi nhầm"), "\(last)")
  }
}
