import Model
import Testing

@testable import App

/// An action on a list without rows says why nothing happens.
@Suite("Keys on empty lists")
struct EmptyListStoryTests {
  /// What is done with a row of a list.
  private static let ofARow: Set<Command> = [
    .edit, .changeStatus, .household, .incident, .history, .giveBack, .choose, .merge, .unmask, .confirm,
    .class1, .class5, .updateTask, .deadline,
  ]

  private static let lists: [Route] = [
    .departures(DepartureFilter(unit: Demo.unit("02728"), period: Period(year: 2024))),
    .incidents(IncidentFilter(unit: Demo.unit("10"), period: Period(year: 2024))),
    .review(Demo.unit("02728"), 2024),
    .attention(.returned), .attention(.conflicts), .warnings(Demo.unit("10"), 2024),
  ]

  @Test(arguments: lists)
  func everyActionSaysThatNoRowIsChosen(route: Route) {
    let context = Demo.context("02728", register: Register())
    guard let screen = Router.standard(route, context, below: Keymap(bindings: [])) else {
      Issue.record("\(route) does not open")
      return
    }
    for binding in screen.keymap(context).bindings where EmptyListStoryTests.ofARow.contains(binding.command)
    {
      var state = AppState(context: context, first: screen, route: route, router: .standard)
      while state.isWorking { _ = state.update(.work) }
      let effects = state.update(.key(binding.keys[0]))
      #expect(effects.contains(.beep), "\(route): \(binding.command)")
      #expect(state.notice?.words == .nothingChosen, "\(route): \(binding.command)")
    }
  }

  @Test func aFilterThatHoldsNoClauseLeavesNothingToAct() {
    var desk = Desk(Demo.context("10", register: Register()))
    desk.press("<F9>nhiem vu<Enter>f")
    #expect(desk.text.contains("Không có mục nào"), "\(desk.text)")
    for key in ["u", "D", "L", "d", "<Enter>"] {
      desk.press("<Left>")
      desk.press("<F9>nhiem vu<Enter>f" + key)
      #expect(desk.text.contains("Không có dòng nào được chọn"), "\(key): \(desk.text)")
    }
  }
}
