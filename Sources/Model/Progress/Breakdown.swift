/// The departures of a unit and year, told apart by one thing.
public enum Breakdown: String, CaseIterable, Hashable, Sendable {
  case unit, month, market, sector, contractForm, programme, sex, age
  case householdClass = "class"
  case ethnicGroup, enterprise

  /// One part, with the departures behind it.
  public struct Part: Sendable, Equatable {
    /// The code; empty for those of whom it is not known.
    public let code: String
    public let name: Words
    public let departures: [Int]

    public init(code: String, name: Words, departures: [Int]) {
      (self.code, self.name, self.departures) = (code, name, departures)
    }
  }

  public var words: Words {
    switch self {
    case .unit: Words("Đơn vị", "Unit")
    case .month: Words("Tháng", "Month")
    case .age: Words("Tuổi khi đi", "Age on leaving")
    case .householdClass: DepartureEntry.householdClass.label
    default: field?.label ?? Words("", "")
    }
  }

  /// The field that tells the parts apart, where it is one of the departure or of its person.
  var field: Field? {
    switch self {
    case .market: Departure.market
    case .sector: Departure.sector
    case .contractForm: Departure.contractForm
    case .programme: Departure.programme
    case .enterprise: Departure.enterprise
    case .sex: Worker.sex
    case .ethnicGroup: Worker.ethnicGroup
    case .unit, .month, .age, .householdClass: nil
    }
  }

  /// The list that names the parts, where there is one.
  private var list: CodeList? {
    if case .code(let list)? = field?.kind { return list }
    return self == .householdClass ? .householdClasses : nil
  }

  static let unknown = Words("không rõ", "not known")

  /// The parts in the order of the catalogue, the calendar or the list, enterprises by number; their sum is T1.
  public func parts(_ query: PeopleQuery) -> [Part] {
    parts(of: query.departures(.departed), query)
  }

  /// The same of some of the departures.
  public func parts(of departures: [Int], _ query: PeopleQuery) -> [Part] {
    let rows = told(departures, query)
    let known = codes(query)
    let listed = known.map { Part(code: $0.code, name: $0.name, departures: rows[$0.code] ?? []) }
    let codes = Set(known.map(\.code))
    let others = rows.keys.filter { !codes.contains($0) }.sorted { left, right in
      let (one, two) = (rows[left]?.count ?? 0, rows[right]?.count ?? 0)
      return left.isEmpty != right.isEmpty ? right.isEmpty : one != two ? one > two : left < right
    }
    return listed.filter { self == .month || self == .unit || !$0.departures.isEmpty }
      + others.map {
        Part(code: $0, name: $0.isEmpty ? Breakdown.unknown : Words($0, $0), departures: rows[$0] ?? [])
      }
  }

  private func codes(_ query: PeopleQuery) -> [(code: String, name: Words)] {
    switch self {
    case .unit:
      let places = query.census.places
      return query.spread.children.map { (places[$0].code, Words(places[$0].name, places[$0].name)) }
    case .month:
      return query.period.parts.map { month in
        (month.code, Words("tháng \(month.months.lowerBound)", month.code))
      }
    case .age: return Breakdown.ages.map { ($0.code, $0.words) }
    default: return list?.codes.map { ($0.code, $0.words) } ?? []
    }
  }

  /// What a part is called; a unit by the catalogue in which it was asked for.
  public func name(of code: String, in catalogue: Catalogue, places: Places = .standard) -> Words {
    if code.isEmpty { return Breakdown.unknown }
    switch self {
    case .unit:
      let name = places.unit(code: code, catalogue: catalogue)?.name ?? code
      return Words(name, name)
    case .month: return Words("tháng \(Period(code: code)?.months.lowerBound ?? 0)", code)
    case .age: return Breakdown.ages.first { $0.code == code }?.words ?? Words(code, code)
    default: return list?.codes.first { $0.code == code }?.words ?? Words(code, code)
    }
  }

  /// The bands of age on the day of departure, in whole years.
  static let ages: [(code: String, words: Words, years: ClosedRange<Int>)] = [
    ("<18", Words("dưới 18", "under 18"), 0...17), ("18-24", Words("18–24", "18–24"), 18...24),
    ("25-29", Words("25–29", "25–29"), 25...29), ("30-34", Words("30–34", "30–34"), 30...34),
    ("35-44", Words("35–44", "35–44"), 35...44), ("45+", Words("từ 45", "45 and over"), 45...150),
  ]
}

/// One part of a breakdown by its name: what a list of people is narrowed to.
public struct PartName: Hashable, Sendable {
  public let breakdown: Breakdown
  public let code: String

  public init(_ breakdown: Breakdown, _ code: String) {
    self.breakdown = breakdown
    self.code = code
  }
}

extension PeopleQuery {
  /// Those behind a figure who belong to all of these parts.
  public func departures(_ figure: Figure, in parts: [PartName]) -> [Int] {
    parts.reduce(departures(figure)) { $1.breakdown.told($0, self)[$1.code] ?? [] }
  }
}
