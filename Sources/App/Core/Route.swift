import Model

/// The name of a screen: how the menu, an effect, a test or the command line points to one.
enum Route: Hashable, Sendable {
  case home
  case entry(UnitID?)
  case departures(DepartureFilter)
  case departureForm(DepartureRequest)
  case statusChange(departure: String)
  case household(String)
  /// The households of a commune in one review year.
  case review(UnitID, Int)
  /// What was changed of a record, and by whom; of a departure also of its person.
  case history(String)
  /// The same of a clause of the plan.
  case taskHistory(String)
  /// The conflicts of a record, one value of which is to be chosen for each.
  case choice(String)
  /// The records of one person, to be merged.
  case merge(worker: String)
  case attention(Attention)
  /// What of the data is damaged or missing.
  case damage
  /// The warnings on the departures of a unit and year.
  case warnings(UnitID, Int)
  case progress(UnitID, Period)
  /// The targets that were decided for a year.
  case targets(UnitID, Int)
  /// A figure of the units below, laid out as they lie.
  case map(UnitID, Period)
  /// What was reported of each month of a year: by the units below, or by one commune.
  case reports(UnitID, Int, month: Int? = nil)
  /// The communes within a unit that have to report a month and have not.
  case missingReports(UnitID, ReportingPeriod)
  /// The departures of a period, told apart by one thing.
  case breakdown(UnitID, Period, Breakdown)
  /// Departures by month, where counts are typed in too.
  case grid(UnitID, Int, month: Int? = nil)
  case incidents(IncidentFilter)
  case ownStatistics
  case incident(IncidentRequest)
  case tasks(at: String? = nil)
  case taskUpdate(task: String)
  /// A further task beside the plan's clauses.
  case ownTask
  /// A paper as it is printed.
  case document(DocumentRequest)
  case help
  case palette
  case setup
}

/// What a list of records is about that need a person's decision.
enum Attention: String, CaseIterable, Hashable, Sendable {
  /// Departures that a supervisor gave back.
  case returned
  /// Records with fields between whose values nobody has chosen.
  case conflicts
  /// People who stand in several records that nobody has merged.
  case doubles
}

/// Which incidents a list is about: those of a unit in a period, of one type perhaps, or those still open alone.
struct IncidentFilter: Hashable, Sendable {
  let unit: UnitID
  let period: Period
  /// The code of its type; `nil` where all are meant.
  var type: String?
  var isOpen = false
}

/// Which departures a list shows: those of a unit, or those behind one of its figures.
struct DepartureFilter: Hashable, Sendable {
  var unit: UnitID
  var period: Period
  var figure = PeopleQuery.Figure.all
  /// Whether only those are meant who had left by the day that it was a year ago.
  var isToSameDay = false
  /// The parts of breakdowns to which they belong, all of them.
  var parts: [PartName] = []
}

extension DepartureFilter {
  /// Those of a unit of which it is not known to what below it they belong.
  static func unplaced(in unit: UnitID, _ period: Period, _ figure: PeopleQuery.Figure) -> DepartureFilter {
    DepartureFilter(unit: unit, period: period, figure: figure, parts: [PartName(.unit, "")])
  }
}

/// What the form of an incident is opened for: one on file, one of a departure's person, or one of a unit.
struct IncidentRequest: Hashable, Sendable {
  var incident: String?
  var departure: String?
  var unit: UnitID?
  /// The type that is known beforehand.
  var type: String?
  /// Whether one means to close it.
  var isClosing = false
}

/// What the departure form is opened for.
struct DepartureRequest: Hashable, Sendable {
  var unit: UnitID?
  /// The departure to be changed; `nil` for a new one.
  var departure: String?
  /// The household that a new departure is from, as clerks call it.
  var household: String?
  /// The field on which one begins; the first where none is named.
  var focus: String?
  /// Whether a batch begins, whose shared values are typed first.
  var isBatch = false
  /// The draft to go on with.
  var draft: DraftRecord?
}
