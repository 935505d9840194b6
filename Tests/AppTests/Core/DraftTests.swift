import Model
import Testing

@testable import App

private let opensForm = Router { _, _, _ in FormScreen() }

private func form(_ script: String) -> Pilot {
  var pilot = Pilot(ListScreen(names: ["Lao động mẫu 01"]), router: opensForm)
  pilot.press("<Enter>" + script)
  return pilot
}

@Test func eachFinishedFieldIsOnDisk() {
  var pilot = form("Lan")
  let kept = pilot.world.drafts["one"]
  #expect(kept?.texts == ["name": "L"], "the first letter makes the draft")
  pilot.press("<Tab>")
  #expect(pilot.world.drafts["one"]?.texts == ["name": "Lan"])
  #expect(pilot.world.drafts["one"]?.focus == "id")
}

@Test func whatIsBeingTypedIsKeptWithinASecond() {
  var pilot = form("Lan")
  pilot.send(.tick)
  #expect(pilot.world.drafts["one"]?.texts == ["name": "Lan"])
}

@Test func aLostTerminalKeepsTheDraftAndEnds() {
  var pilot = form("Lan")
  pilot.send(.hangup)
  #expect(pilot.world.drafts["one"]?.texts == ["name": "Lan"])
  #expect(pilot.hasEnded)
}

@Test func quittingKeepsTheDraft() {
  var pilot = form("Lan")
  pilot.press("<F10>")
  #expect(pilot.world.drafts["one"]?.texts == ["name": "Lan"])
  #expect(pilot.hasEnded)
}

@Test func quittingStopsOnceWhenTheDraftCannotBeKept() {
  var pilot = form("Lan")
  pilot.world.draftsFail = true
  pilot.press("<F10>")
  #expect(!pilot.hasEnded)
  #expect(pilot.notice == "Chưa giữ được nháp")
  pilot.press("<F10>")
  #expect(pilot.hasEnded)
}

@Test func anotherKeyTakesTheSecondThoughtBack() {
  var pilot = form("Lan")
  pilot.world.draftsFail = true
  pilot.press("<F10><Tab><F10>")
  #expect(!pilot.hasEnded)
}

@Test func aLostTerminalEndsThoughTheDraftCannotBeKept() {
  var pilot = form("Lan")
  pilot.world.draftsFail = true
  pilot.send(.hangup)
  #expect(pilot.hasEnded)
}

@Test func leavingAFormKeepsItsDraft() {
  var pilot = form("Lan")
  pilot.press("<Esc>")
  #expect(pilot.state.stack.count == 1)
  #expect(pilot.world.drafts["one"]?.texts == ["name": "Lan"])
}

@Test func aSavedFormLeavesNoDraft() {
  var pilot = form("Lan<Tab>")
  #expect(pilot.world.drafts.count == 1)
  pilot.press("<F2>")
  #expect(pilot.world.drafts.isEmpty)
}

@Test func aFailedSaveKeepsTheDraft() {
  var pilot = form("Lan<Tab>")
  pilot.world.savesFail = true
  pilot.press("<F2>")
  #expect(pilot.world.drafts["one"]?.texts["name"] == "Lan")
}
