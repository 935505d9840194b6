import Model

/// By which places a list of records names its communes, and of which area it then is.
struct ListedPlaces: Sendable {
  private let asked: UnitID
  /// Whether the area stays as it was asked for, whatever its places are called.
  private let isFixed: Bool
  private(set) var catalogue: Catalogue

  init(_ unit: UnitID, isFixed: Bool = false) {
    (asked, self.isFixed) = (unit, isFixed)
    catalogue = Places.standard[unit].catalogue
  }

  /// The asked area by the catalogue; itself where nothing of that catalogue is certainly the same.
  var unit: UnitID {
    guard !isFixed, case .unit(let unit) = Places.standard.project(asked, to: catalogue) else { return asked }
    return unit
  }

  /// The next catalogue, behind the last one the first.
  mutating func turn() { catalogue = catalogue.next }

  subscript(typed: UnitID) -> PlaceAsOf { PlaceAsOf(typed, catalogue) }

  /// What a commune is called in a narrow column.
  func name(_ typed: UnitID?, _ language: Language) -> String {
    typed.map { self[$0].name[language] } ?? ""
  }

  /// Whether any unit under which something was typed here had another name, or belongs to nothing certain.
  func tellsMore(_ context: Context) -> Bool {
    PeopleQuery(context.census, Scope(unit), year: context.today.year).typedUnits.contains {
      Places.standard[$0].level == .commune && self[$0].words != nil
    }
  }

  /// Why nothing can be entered here; `nil` where it can.
  func notYet(_ today: Day) -> Words? {
    guard let first = Places.standard[unit].catalogue.validFrom, first > today else { return nil }
    return Words(
      "Nơi này có từ ngày \(first.text); Z về địa danh nay", "Exists from \(first.text); Z for today's places"
    )
  }

  static let key = Binding.action(.otherPlaces, inFooter: false)
}
