import Model
import Testing

@testable import App

/// Plays key scripts on the real program, with a world made of memory.
struct Pilot {
  private(set) var state: AppState
  let world: TestWorld
  private(set) var effects: [Effect] = []
  /// Whether the program would have ended.
  private(set) var hasEnded = false

  init(state: AppState, world: TestWorld = TestWorld()) {
    self.state = state
    self.world = world
  }

  init(
    _ first: any Screen, context: Context = .sample, world: TestWorld = TestWorld(),
    router: Router = Router { _, _, _ in nil }
  ) {
    self.init(state: AppState(context: context, first: first, router: router), world: world)
  }

  var frame: Frame { state.frame() }
  var text: String { frame.text }
  var notice: String? { state.notice?.words.vi }

  /// Presses keys, written as in `Key.script`.
  mutating func press(_ script: String) { Key.script(script).forEach { send(.key($0)) } }

  /// Carries effects out as the loop does, in the order in which they were asked for.
  mutating func send(_ message: Message) {
    var waiting = state.update(message)
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      effects.append(effect)
      switch effect {
      case .quit: hasEnded = hasEnded || state.isLeaving
      case .beep, .redraw, .suspend: break
      default: for answer in world.perform(effect) { waiting += state.update(answer) }
      }
    }
  }
}

/// A world for tests: it keeps what it was asked for, and fails when told to.
final class TestWorld: World {
  var savesFail = false
  var draftsFail = false
  private(set) var drafts: [String: DraftRecord] = [:]
  private(set) var saved: [Change] = []
  private(set) var refreshes = 0

  func perform(_ effect: Effect) -> [Message] {
    switch effect {
    case .save(let change), .saveUnlessNewer(let change):
      if savesFail { return [.failed(change.id, Words("CHƯA LƯU: đĩa đầy", "NOT SAVED: disk full"))] }
      saved.append(change)
      return [.loaded(Register()), .saved(change.id)]
    case .keepDraft(let draft):
      if draftsFail { return [.draftFailed(draft.id, Words("Chưa giữ được nháp", "Draft not kept"))] }
      drafts[draft.id] = draft
    case .dropDraft(let id): drafts[id] = nil
    case .refresh: refreshes += 1
    case .setOffice(let office): return [.officeSet(office)]
    default: break
    }
    return []
  }
}

extension Context {
  /// The day and window on which the tests play.
  static let sample = Context(register: Register(), today: Day(year: 2024, month: 9, day: 30) ?? .first)

  static func sample(_ width: Int, _ height: Int, _ glyphs: Glyphs = .unicode) -> Context {
    var context = Context.sample
    context.size = Size(width: width, height: height)
    context.glyphs = glyphs
    return context
  }
}

extension Day {
  static func of(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? .first
  }
}
