import Model

@testable import App
@testable import Model

/// The synthetic province, folded once for all tests of screens.
enum Demo {
  static let register: Register = {
    var register = Register()
    var province = DemoProvince()
    for entry in province.departures() {
      register.anticipate(register.change(register.edits(adding: entry, today: DemoProvince.today)))
    }
    for edits in province.edits(after: register) { register.anticipate(register.change(edits)) }
    return register
  }()

  static func unit(_ code: String) -> UnitID {
    guard let unit = Places.standard.unit(code: code, catalogue: .y2023) else {
      return Places.standard.province(of: .y2023)
    }
    return unit.id
  }

  static func context(
    _ code: String = "10", role: Office.Role = .supervisor, language: Language = .vi,
    glyphs: Glyphs = .unicode, register: Register = Demo.register
  ) -> Context {
    var context = Context(register: register, today: DemoProvince.today)
    let unit = unit(code)
    context.office = Office(unit: unit, name: Places.standard[unit].fullName(language), role: role)
    context.language = language
    context.glyphs = glyphs
    context.isSynthetic = true
    return context
  }
}

/// A world in memory that saves as the disk does: a line comes back to be folded.
final class LineWorld: World {
  var refusal: Words?
  private(set) var drafts: [String: DraftRecord] = [:]
  /// How often a draft was taken off.
  private(set) var dropped = 0
  /// The papers that were written to files.
  private(set) var exported: [Document] = []
  /// What records took.
  private(set) var efforts: [KeptEffort] = []
  /// What this account has written.
  private(set) var journal: [UInt8] = []

  func perform(_ effect: Effect) -> [Message] {
    switch effect {
    case .save(let change), .saveUnlessNewer(let change):
      if let refusal { return [.failed(change.id, refusal)] }
      return [.arrived(write([change])), .saved(change.id)]
    case .saveAll(let changes):
      guard let first = changes.first else { return [] }
      if let refusal { return [.failed(first.id, refusal)] }
      return [.arrived(write(changes)), .saved(first.id)]
    case .undoLast: return [.step(.undo, Steps(journal)[.undo])]
    case .redoLast: return [.step(.redo, Steps(journal)[.redo])]
    case .lookUp(let lines):
      return [
        .authors(
          Dictionary(
            uniqueKeysWithValues: Set(lines).map { line in
              let number = lines.firstIndex(of: line) ?? 0
              return (
                line,
                LineAuthor(
                  user: ["lan.nt", "binh.tv"][number % 2], time: "2024-09-28T07:1\(number % 10):00.000Z",
                  reversal: line == Remembered.undo ? .undo : nil)
              )
            }))
      ]
    case .keepDraft(let draft): drafts[draft.id] = draft
    case .dropDraft(let id):
      drafts[id] = nil
      dropped += 1
    case .keepEffort(let effort): efforts.append(KeptEffort(on: DemoProvince.today, effort: effort))
    case .readEfforts: return [.efforts(efforts)]
    case .setOffice(let office): return [.officeSet(office)]
    case .export(let document):
      exported.append(document)
      let path = "/home/mau/lenduong/\(document.fileName).html"
      return [.notice(Words("Đã ghi \(path)", "Wrote \(path)"), .good)]
    default: break
    }
    return []
  }

  private func write(_ changes: [Change]) -> [[UInt8]] {
    let lines = changes.compactMap(LineWorld.line)
    journal += lines.flatMap { $0 }
    return lines
  }

  static func line(_ change: Change) -> [UInt8]? {
    var bytes: [UInt8] = []
    do throws(JournalFault) {
      _ = try LineEncoder.append(
        change.line, n: change.highest + 1, at: Timestamp(seconds: 0), user: "t", previous: nil, to: &bytes)
    } catch { return nil }
    return bytes
  }
}

/// Plays keys on the real screens, beginning on the first one.
struct Desk {
  private(set) var state: AppState
  /// How often something was refused.
  private(set) var beeps = 0
  /// Half a second passes before every message.
  private var moment = 0
  let world: LineWorld

  /// - Parameter world: what an earlier run has left, where there was one.
  init(_ context: Context = Demo.context(), size: Size = .minimum, world: LineWorld = LineWorld()) {
    self.world = world
    var context = context
    context.size = size
    let first: any Screen = context.office.unit == nil ? SetupScreen(context) : HomeScreen(context)
    state = AppState(
      context: context, first: first, route: context.office.unit == nil ? .setup : .home, router: .standard)
  }

  var frame: Frame { state.frame() }
  var text: String { frame.text }

  mutating func press(_ script: String) { Key.script(script).forEach { send(.key($0)) } }

  mutating func send(_ message: Message) {
    moment += 500
    var waiting = state.update(message, at: moment)
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .beep: beeps += 1
      case .quit, .redraw, .suspend: break
      default: for answer in world.perform(effect) { waiting += state.update(answer) }
      }
    }
  }

  /// Opens a place through the palette.
  mutating func find(_ text: String) { press("<F9>\(text)<Enter>") }
}
