import ArgumentParser
import Glibc
import Model

/// Opens the screens; a data folder is made on the first start.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Mở màn hình / open the screens.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "Dùng chuột / use the mouse.")
  var mouse = false

  @Flag(help: "Chỉ dùng ký tự ASCII cho khung, thanh / ASCII shapes only.")
  var ascii = false

  @Flag(
    help:
      "Chữ liền, để máy đọc; ra tệp hay đường ống thì in một màn hình / plain lines to be read aloud; prints one screen where the output is no terminal."
  )
  var linear = false

  @Option(help: "Màn hình in ra / the screen that is printed: \(PrintedScreen.names).")
  var screen = PrintedScreen.home

  @Option(help: "Mã đơn vị cho lần mở này / the unit to work as this time, e.g. 02728.")
  var unit: String?

  @Option(help: "clerk | supervisor | reader.")
  var role: Office.Role?

  @Option(help: CommonOptions.asOfHelp)
  var asOf: String?

  func run() throws {
    try common.reporting { () throws(Refusal) in
      let home = try common.home()
      let day = try CommonOptions.placesDay(asOf, or: home.day)
      let unit = try unit.map { code throws(Refusal) in try InitCommand.find(code, day) }
      try OpenCommand.open(
        home, unit: unit, asOf: asOf.map { _ in Catalogue(on: day) }, role: role, mouse: mouse, ascii: ascii,
        linear: linear, screen: screen)
    }
  }

  /// - Parameters:
  ///   - unit: what to work as this time instead of the office that was chosen.
  ///   - asOf: by which places the office is worked as where no unit is named.
  ///   - role: likewise.
  static func open(
    _ home: Home, unit: UnitID? = nil, asOf: Catalogue? = nil, role: Office.Role? = nil, mouse: Bool = false,
    ascii: Bool = false, linear: Bool = false, screen: PrintedScreen = .home
  ) throws(Refusal) {
    let terminal: NcursesTerminal
    let world: DiskWorld
    var context: Context
    let glyphs: Glyphs = ascii ? .ascii : .unicode
    var line = OpeningLine(home.language, glyphs)
    defer { line.clear() }
    do throws(StoreProblem) {
      let opened = try ledger(home) { line.tell($0) }
      line.clear()
      world = try DiskWorld(home, opened.ledger)
      context = Context(
        census: opened.ledger.census(opened.register, today: home.day), plan: opened.ledger.plan)
      context.mayOnlyView = opened.ledger.folder.isForViewing
      context.isFolderReadOnly = opened.ledger.folder.isReadOnly
      context.isSynthetic = opened.ledger.isSynthetic
      context.faults = opened.ledger.faults.filter { !$0.kind.isNotice }
    } catch { throw Refusal(error) }
    context.language = home.language
    context.glyphs = glyphs
    context.drafts = world.drafts(beside: context.register)
    context.office = world.office(home.language) ?? Office()
    if let unit = unit ?? asOf.map({ OpenCommand.own(context, $0) }) {
      context.office = Office(
        unit: unit, name: Places.standard[unit].fullName(home.language), role: context.office.role)
    }
    if let role { context.office.role = role }
    context.inputMethod = world.inputMethod
    context.isLinear = linear
    if linear, isatty(STDOUT_FILENO) == 0 {
      defer { world.close() }
      return screen.print(context)
    }
    do throws(TerminalProblem) { terminal = try NcursesTerminal(mouse: mouse) } catch {
      throw Refusal(error.words)
    }
    defer {
      terminal.close()
      world.close()
    }
    context.size = terminal.size
    let isNew = context.office.unit == nil
    let first: any Screen = isNew ? SetupScreen(context) : HomeScreen(context)
    let state = AppState(context: context, first: first, route: isNew ? .setup : .home, router: .standard)
    var runtime = Runtime(state: state, terminal: terminal, world: world, clock: Monotonic.milliseconds)
    runtime.run()
    world.keep(runtime.state.context.census)
  }

  /// The office's unit by the places of a catalogue; the province where none is certainly the same.
  private static func own(_ context: Context, _ catalogue: Catalogue) -> UnitID {
    let places = Places.standard
    guard case .unit(let unit) = places.project(context.unit, to: catalogue) else {
      return places.province(of: catalogue)
    }
    return unit
  }

  /// The folder, made on the first start with the embedded plan and places.
  private static func ledger(
    _ home: Home, tell: (Double) -> Void
  ) throws(StoreProblem) -> (ledger: Ledger, register: Register) {
    do throws(StoreProblem) {
      return try Ledger.open(
        home.dataPath, privateRoot: home.privateRoot, isHurried: true, clock: home.clock, tell: tell)
    } catch {
      guard error.kind == .missing else { throw error }
      try Ledger.create(home.dataPath, privateRoot: home.privateRoot)
      return try Ledger.open(home.dataPath, privateRoot: home.privateRoot, clock: home.clock)
    }
  }
}

/// The mark of a folder whose people are invented; every screen on it says so.
struct Synthetic {
  private let file: PrivateFile

  init(_ folder: String) { file = PrivateFile(path: "\(folder)/\(DataFolder.syntheticName)") }

  func mark() -> Bool { file.write(Array("DỮ LIỆU MẪU\n".utf8)) }
}
