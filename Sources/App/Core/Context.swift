import Model

/// What every screen may read and none may change.
struct Context: Sendable {
  var register: Register
  var today: Day
  var language = Language.vi
  var size = Size.minimum
  var glyphs = Glyphs.unicode
  var office = Office()
  /// The account's name, shown and never trusted.
  var user = ""
  /// Whether the people are invented; every screen says so.
  var isSynthetic = false
  var isReadOnly = false
  /// How many lines of the journal could not be trusted and were left out.
  var faults = 0
  /// What was typed and not saved yet, the latest first.
  var drafts: [DraftRecord] = []
  /// What is true of every departure today; made anew whenever the register or the day changes.
  private(set) var census: Census

  /// The plan that is carried out.
  let plan: Plan

  init(register: Register, today: Day, plan: Plan = .standard) {
    self.plan = plan
    self.register = register
    self.today = today
    census = Census(register, today: today, plan: plan)
  }

  /// Counts anew, after the register or the day has changed.
  mutating func takeCensus() { census = Census(register, today: today, plan: plan) }
}

extension Context {
  /// The unit one works for, or the province while none is chosen.
  var unit: UnitID {
    office.unit ?? Places.standard.province(of: Places.standard.catalogue(on: today))
  }

  /// The names from the province down to a unit.
  func path(of unit: UnitID) -> [String] {
    var names: [String] = []
    var here: UnitID? = unit
    while let id = here {
      names.insert(Places.standard[id].name, at: 0)
      here = Places.standard[id].parent
    }
    return names
  }

  /// The part of the window that a screen draws on.
  var body: Rect { Layout(size).body }
}
