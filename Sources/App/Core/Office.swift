import Model

/// Whose desk this is: the account's unit and role.
struct Office: Hashable, Sendable {
  enum Role: String, CaseIterable, Hashable, Sendable {
    case clerk, supervisor, reader
  }

  var unit: UnitID?
  var name = ""
  var role = Role.clerk
}
