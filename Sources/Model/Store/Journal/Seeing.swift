extension Change {
  /// The line that says that this account looked at identity numbers unmasked.
  ///
  /// - Parameters:
  ///   - entity: whose: `unit/02728@2023` for a list of a unit, else the key of a record.
  ///   - count: of how many records.
  ///   - place: where: the name of a screen or of a command.
  ///   - highest: the highest line number that is known.
  public static func seeing(_ entity: String, count: Int, place: String, highest: Int) -> Change {
    Change(
      operations: [
        Operation(
          entity: entity,
          fields: [("shown", .text("identity")), ("count", .integer(count)), ("place", .text(place))])
      ], highest: highest, action: .see)
  }
}
