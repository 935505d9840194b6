import Model

/// The class of a household in the few words that a column has room for, and the key that says it.
enum HouseholdWords {
  /// The keys of the classes, in the order of the code list.
  static let commands: [Command] = [.class1, .class2, .class3, .class4, .class5]

  /// The class that a key says.
  static func code(of command: Command) -> String? {
    commands.firstIndex(of: command).flatMap { CodeList.householdClasses.code(at: $0) }
  }

  /// The keys that say a class, out of order for a reason.
  static func actions(disabled: Words?) -> [Binding] {
    commands.map { .action($0, disabled: disabled) }
  }

  static func short(_ code: String, _ language: Language) -> String {
    guard let index = CodeList.householdClasses.index(of: code), commands.indices.contains(index) else {
      return code
    }
    return Binding.action(commands[index]).label[language]
  }

  /// What stands in the column of a year: the class, two classes beside each other, or that nobody has said.
  static func cell(_ household: Int, _ year: Int, _ context: Context) -> Table.Row.Cell {
    guard let code = context.register.reviewedClass(household, in: year) else {
      return Table.Row.Cell("?", .warning)
    }
    let isDisputed = context.register.reviewConflicts(household, in: year) > 0
    return Table.Row.Cell(
      (isDisputed ? "! " : "") + short(code, context.language), isDisputed ? .warning : .plain)
  }
}

/// One household as a line of a list.
struct HouseholdRow: Sendable {
  let row: Int
  /// What clerks call it; empty where nobody has named it.
  let name: String
  let members: String
  let village: String

  init(_ row: Int, _ context: Context) {
    let register = context.register
    self.row = row
    let key = register.text(Household.key, row) ?? ""
    name = LineID(key) == nil ? key : ""
    members = register.members(of: row).compactMap { register.text(Worker.fullName, ofPerson: $0) }
      .joined(separator: ", ")
    village =
      register.departures(ofHousehold: row).lazy.compactMap { register.text(Departure.village, $0) }.first
      ?? ""
  }

  /// The households of a commune that people have left from, by village, then by name.
  static func rows(_ unit: UnitID, _ context: Context) -> [HouseholdRow] {
    let query = PeopleQuery(context.census, Scope(unit), year: context.today.year)
    let register = context.register
    let found = register.records(.household)
      .filter { query.contains(register.unit(Household.commune, $0)) }
      .filter { !register.departures(ofHousehold: $0).isEmpty }
      .map { HouseholdRow($0, context) }
    let keys = found.map { row in
      [
        VietnameseOrder.key(row.village), VietnameseOrder.nameKey(row.members), VietnameseOrder.key(row.name),
        Array(register.key(.household, row.row).utf8),
      ]
    }
    return found.indices.sorted { one, other in
      for (left, right) in zip(keys[one], keys[other]) where left != right {
        return left.lexicographicallyPrecedes(right)
      }
      return false
    }.map { found[$0] }
  }
}
