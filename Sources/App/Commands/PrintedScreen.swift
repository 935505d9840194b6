import ArgumentParser
import Model

/// A screen that is printed as plain lines, for a mail or to be read aloud.
enum PrintedScreen: String, CaseIterable, ExpressibleByArgument {
  case home, entry, departures, progress, breakdown
  case crossTable = "cross-table"
  case trend, map, targets, reports, matrix, missing, grid, tasks
  case taskMonths = "task-months"
  case warnings, incidents

  static var names: String { allCases.map(\.rawValue).joined(separator: " | ") }

  private func route(_ context: Context) -> Route {
    let year = Period(year: context.today.year)
    return switch self {
    case .home: .home
    case .entry: .entry(context.unit)
    case .departures: .departures(DepartureFilter(unit: context.unit, period: year))
    case .progress: .progress(context.unit, year)
    case .breakdown, .crossTable: .breakdown(context.unit, year, .market)
    case .trend: .breakdown(context.unit, year, .month)
    case .map: .map(context.unit, year)
    case .targets: .targets(context.unit, year.year)
    case .reports: .reports(context.unit, year.year)
    case .matrix: .reports(PrintedScreen.withUnits(context.unit), year.year)
    case .missing:
      .missingReports(
        context.unit, ReportingPeriod.lastDue(on: context.today, dueDay: context.plan.reportDueDay))
    case .grid: .grid(context.unit, year.year)
    case .tasks, .taskMonths: .tasks()
    case .warnings: .warnings(context.unit, year.year)
    case .incidents: .incidents(IncidentFilter(unit: context.unit, period: year))
    }
  }

  /// The key by which the screen is reached from the one of its route.
  private var key: Key? {
    switch self {
    case .crossTable: .backTab
    case .taskMonths: .tab
    default: nil
    }
  }

  /// A commune has no units below it: it is shown among those beside it.
  private static func withUnits(_ unit: UnitID) -> UnitID {
    let places = Places.standard
    return places[unit].level == .commune ? places[unit].parent ?? unit : unit
  }

  /// The lines; none where the screen cannot be opened.
  func lines(_ context: Context) -> [String] {
    let route = route(context)
    guard let screen = Router.standard(route, context, below: Keymap(bindings: [])) else { return [] }
    var state = AppState(context: context, first: screen, route: route, router: .standard)
    if let key { _ = state.update(.key(key)) }
    while state.isWorking { _ = state.update(.work) }
    // What can be done with keys is nothing for paper.
    return Array(state.linear.lines.dropLast())
  }

  func print(_ context: Context) {
    for line in lines(context) { Console.line(line) }
  }
}
