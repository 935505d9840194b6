import ArgumentParser
import Model

/// A screen that is printed as plain lines, for a mail or to be read aloud.
enum PrintedScreen: String, CaseIterable, ExpressibleByArgument {
  case home, entry, progress, breakdown, trend, reports, grid, tasks, warnings, incidents

  private func route(_ context: Context) -> Route {
    let year = Period(year: context.today.year)
    return switch self {
    case .home: .home
    case .entry: .entry(context.unit)
    case .progress: .progress(context.unit, year)
    case .breakdown: .breakdown(context.unit, year, .market)
    case .trend: .breakdown(context.unit, year, .month)
    case .reports: .reports(context.unit, year.year)
    case .grid: .grid(context.unit, year.year)
    case .tasks: .tasks()
    case .warnings: .warnings(context.unit, year.year)
    case .incidents: .incidents(IncidentFilter(unit: context.unit, period: year))
    }
  }

  func print(_ context: Context) {
    let route = route(context)
    guard let screen = Router.standard(route, context, below: Keymap(bindings: [])) else { return }
    var state = AppState(context: context, first: screen, route: route, router: .standard)
    while state.isWorking { _ = state.update(.work) }
    // What can be done with keys is nothing for paper.
    for line in state.linear.lines.dropLast() { Console.line(line) }
  }
}
