/// When two ways of writing a name are one name.
enum PersonName {
  /// Case and the place of a tone mark (hoà, hòa) make no difference, and what was written without any marks may be
  /// either; other marks do: Hà and Hạ are two names.
  static func isSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let isWithoutMarks = one.utf8.allSatisfy { $0 < 0x80 } || other.utf8.allSatisfy { $0 < 0x80 }
    return isWithoutMarks
      ? one.folded == other.folded : VietnameseOrder.isSameSpelling(one, other)
  }
}
