import Model
import Testing

@testable import App

private let names = ["Lao động mẫu 01", "Lao động mẫu 02", "Người mẫu 03"]
private let opensForm = Router { route, _, _ in
  route == .tasks() ? FormScreen() : nil
}

@Test func theFrameShowsWhereWeAreAndTheLiveKeys() throws {
  var context = Context.sample
  context.isSynthetic = true
  let pilot = Pilot(ListScreen(names: names, extra: [.action(.add)]), context: context)
  try expectGolden(pilot.frame, "list")
}

@Test func helpListsTheKeysOfTheScreenBelowAndClosesWithItsOwnKey() throws {
  var pilot = Pilot(
    ListScreen(names: names, extra: [.action(.send, disabled: Words("chỉ xem", "read only"))]))
  pilot.press("?")
  try expectGolden(pilot.frame, "help")
  pilot.press("<F1>")
  #expect(pilot.state.stack.count == 1)
}

@Test func aDisabledActionSaysWhyAndDoesNothing() {
  var pilot = Pilot(ListScreen(names: names, extra: [.action(.add, disabled: Words("chỉ xem", "read only"))]))
  pilot.press("a")
  #expect(pilot.notice == "chỉ xem")
  #expect(pilot.effects == [.beep])
  pilot.press("j")
  #expect(pilot.notice == nil)
}

@Test func thePaletteFindsAnActionByUnmarkedLettersAndDoesIt() {
  var pilot = Pilot(ListScreen(names: names, extra: [.action(.add)]))
  pilot.press(":nhap<Enter>")
  #expect(pilot.state.stack.count == 1)
  #expect(pilot.notice == "thêm")
}

@Test func thePaletteOpensOverAFormAndEscLeavesItAsItWas() {
  var pilot = Pilot(ListScreen(names: names), router: opensForm)
  pilot.press("<Enter>Lan<F9>luu<Esc>")
  #expect(pilot.text.contains("Lan"))
  #expect(pilot.state.stack.count == 2)
}

@Test func backspaceAndLeftGoBackWhereThereAreNoLevels() {
  for key in ["<BS>", "<Left>", "h", "q", "<Esc>"] {
    var pilot = Pilot(ListScreen(names: names), router: Router { _, _, _ in ListScreen(names: []) })
    pilot.press("<Enter>")
    #expect(pilot.state.stack.count == 2)
    pilot.press(key)
    #expect(pilot.state.stack.count == 1, "\(key)")
  }
}

@Test func theLastScreenStaysAndSaysHowToQuit() {
  var pilot = Pilot(ListScreen(names: names))
  pilot.press("q")
  #expect(pilot.notice == "Nhấn F10 để thoát")
  pilot.press("<F10>")
  #expect(pilot.hasEnded)
}

@Test func aRouteWithoutAScreenSaysSo() {
  var pilot = Pilot(ListScreen(names: names))
  pilot.press("<Enter>")
  #expect(pilot.notice == "Màn hình này chưa mở được")
}

@Test func aSavingScreenClosesOnlyWhenItIsOnDisk() {
  var pilot = Pilot(ListScreen(names: names), router: opensForm)
  pilot.world.savesFail = true
  pilot.press("<Enter>Lan<F2>")
  #expect(pilot.state.stack.count == 2)
  #expect(pilot.notice == "CHƯA LƯU: đĩa đầy")
  #expect(pilot.text.contains("Lan"))
  pilot.world.savesFail = false
  pilot.press("<F2>")
  #expect(pilot.state.stack.count == 1)
  #expect(pilot.notice == "Đã lưu")
  #expect(pilot.world.saved.count == 1)
}

@Test func theScreenThatAskedIsAnsweredThoughAnotherLiesOverIt() throws {
  var pilot = Pilot(ListScreen(names: names), router: opensForm)
  pilot.press("<Enter>Lan")
  let effects = pilot.state.stack.top.screen.draft
  #expect(effects != nil)
  var state = pilot.state
  let asked = state.update(.key(.function(2)))
  let change = try #require(
    asked.lazy.compactMap { effect -> Change? in
      if case .save(let change) = effect { change } else { nil }
    }.first)
  _ = state.update(.key(.function(1)))
  #expect(state.stack.count == 3)
  _ = state.update(.saved(change.id))
  #expect(state.stack.places.map(\.route) == [.home, .help])
}

@Test func searchingInAListTypesLettersThatAreCommandsElsewhere() {
  var pilot = Pilot(ListScreen(names: names, extra: [.action(.add)]))
  pilot.press("/nguoiq<BS> a<BS><BS><Enter>")
  #expect(pilot.text.contains("▸ Người mẫu 03"))
  #expect(pilot.notice == nil)
  pilot.press("a")
  #expect(pilot.notice == "thêm")
}

@Test func pasteReachesOnlyWhereTextCanBeTyped() {
  var pilot = Pilot(ListScreen(names: names, extra: [.action(.add)]), router: opensForm)
  pilot.send(.paste("a"))
  #expect(pilot.notice == nil)
  pilot.press("<Enter>")
  pilot.send(.paste("Lao động\nmẫu 04"))
  #expect(pilot.text.contains("Lao động mẫu 04"))
}

@Test func aSmallWindowSaysSoAndKeepsWorking() {
  var pilot = Pilot(ListScreen(names: names), context: .sample(60, 20))
  #expect(pilot.text.contains("cửa sổ 60×20 < 80×24"))
  pilot.press("j")
  #expect(pilot.text.contains("▸ Lao động mẫu 02"))
}

@Test(arguments: [true, false])
func inventedDataAreMarkedOnEveryScreen(isLow: Bool) {
  var context = Context.sample(80, isLow ? 4 : 24)
  context.isSynthetic = true
  var pilot = Pilot(ListScreen(names: names), context: context, router: opensForm)
  for key in ["", "<Enter>", "<F1>", "<F9>"] {
    pilot.press(key)
    #expect(pilot.text.contains("DỮ LIỆU MẪU"), "\(key)")
  }
  context.language = .en
  #expect(Pilot(ListScreen(names: names), context: context).text.contains("SYNTHETIC DATA"))
}

@Test func othersSavesAreLookedForWhileNothingIsPressed() {
  var pilot = Pilot(ListScreen(names: names))
  pilot.send(.tick)
  #expect(pilot.effects == [.refresh])
}

@Test func everyWindowSizeCanBeDrawn() {
  for width in [0, 1, 2, 5, 20, 79, 80, 200] {
    for height in [0, 1, 2, 3, 4, 5, 6, 7, 24, 60] {
      var pilot = Pilot(ListScreen(names: names), context: .sample(width, height), router: opensForm)
      for step in ["", "/ng", "<Enter><Enter>Lan<Tab>12", "<Tab>5<Tab><Tab>m", "<F1>", "<F9>x"] {
        pilot.press(step)
        #expect(pilot.frame.cells.count == width * height)
      }
    }
  }
}
