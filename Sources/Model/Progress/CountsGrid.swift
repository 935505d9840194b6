/// Departures by unit and month, from records and from counts, which are never mixed silently.
///
/// A commune's month counts its records if it has any, else its count; a count of a unit above communes is used only
/// where nothing stands below it. Wherever both exist the difference is known.
public struct CountsGrid: Sendable {
  public struct Cell: Equatable, Sendable {
    /// What a number is made of.
    public enum Origin: Equatable, Sendable { case nothing, records, counts, mixed }

    /// What the records amount to; above communes, what the communes amount to, their counts included.
    public internal(set) var standing = 0
    /// How many of these come from counts of communes.
    public internal(set) var fromCounts = 0
    /// Whether there is any record, or any count below.
    public internal(set) var stands = false
    /// The number typed for this very unit and month.
    public internal(set) var count: Int?
    public internal(set) var source: String?

    /// What counts.
    public var value: Int { stands ? standing : count ?? 0 }

    public var origin: Origin {
      guard stands else { return count == nil ? .nothing : .counts }
      return fromCounts == 0 && standing > 0 ? .records : fromCounts == standing ? .counts : .mixed
    }

    /// How many of `value` no record stands behind.
    public var unrecorded: Int { stands ? fromCounts : count ?? 0 }

    /// By how much the count exceeds what counts, where both exist and differ.
    public var difference: Int? {
      guard stands, let count, count != standing else { return nil }
      return count - standing
    }
  }

  /// The units below, or the commune itself; `nil` for what cannot be told apart any more.
  public let units: [UnitID?]
  /// By unit, the twelve months.
  public private(set) var cells: [[Cell]]
  /// By month, what was counted for the asked unit as a whole, where anything lies below it.
  private let own: [Int?]
  private let ownSources: [String?]

  public init(_ census: Census, _ unit: UnitID, year: Int) {
    let query = PeopleQuery(census, Scope(unit), year: year)
    let reader = Reader(census, query, unit, year)
    let found = reader.parts
    let rows = reader.rows
    let hasUnknown = found.keys.contains { $0.row == rows.count }
    own = reader.own
    ownSources = reader.ownSources
    units = rows.map { $0 } + (hasUnknown ? [nil] : [])
    cells = units.map { _ in Array(repeating: Cell(), count: 12) }
    for (place, part) in found.sorted(by: { $0.key < $1.key }) {
      for month in 0..<12 { add(part, place, rows, month) }
    }
  }

  private mutating func add(_ part: Part, _ place: PartPlace, _ rows: [UnitID], _ month: Int) {
    let isRow = rows.indices.contains(place.row) && rows[place.row].index == place.unit
    let (records, count) = (part.records[month], part.count(month))
    if isRow {
      cells[place.row][month].count = count
      cells[place.row][month].source = count.flatMap { _ in part.sources[month] }
    }
    if records > 0 {
      cells[place.row][month].standing += records
      cells[place.row][month].stands = true
    } else if !isRow, let count {
      cells[place.row][month].standing += count
      cells[place.row][month].fromCounts += count
      cells[place.row][month].stands = true
    }
  }

  /// How many departures are known by a count of the asked unit alone: nothing stands below it in those months.
  public var undivided: Int { own.indices.reduce(0) { $0 + undivided(month: $1) } }

  /// What was counted for the asked unit as a whole in a month, 0 to 11, and from where, whether it counts or not.
  public func whole(month: Int) -> (count: Int, source: String?)? {
    own[month].map { (count: $0, source: ownSources[month]) }
  }

  /// Whether anything was counted for the asked unit as a whole.
  public var hasWhole: Bool { own.contains { $0 != nil } }

  /// The same of one month, 0 to 11.
  public func undivided(month: Int) -> Int {
    cells.contains { $0[month].stands || $0[month].count != nil } ? 0 : own[month] ?? 0
  }

  /// What counts in a month, all units together.
  public func total(month: Int) -> Int { cells.reduce(0) { $0 + $1[month].value } }

  /// By unit, how many no record stands behind in the months that lie in a period of this year as a whole.
  func unrecorded(_ period: Period) -> [(unit: UnitID?, count: Int)] {
    let months = period.wholeMonths
    return zip(units, cells).map { unit, cells in
      (unit: unit, count: months.reduce(0) { $0 + cells[$1 - 1].unrecorded })
    } + [(unit: nil, count: months.reduce(0) { $0 + undivided(month: $1 - 1) })]
  }

  /// How many no record stands behind in the months of which only a part lies in a period of this year.
  func astride(_ period: Period, _ yearBefore: @autoclosure () -> CountsGrid) -> Int {
    guard period.reckoning == .state else { return 0 }
    func unrecorded(_ grid: CountsGrid, _ month: Int) -> Int {
      grid.cells.reduce(grid.undivided(month: month - 1)) { $0 + $1[month - 1].unrecorded }
    }
    let before = period.months.lowerBound - 1
    return unrecorded(self, period.months.upperBound)
      + (before == 0 ? unrecorded(yearBefore(), 12) : unrecorded(self, before))
  }

  /// What counts in the year for one unit.
  public func total(row: Int) -> Int { cells[row].reduce(0) { $0 + $1.value } }
}

/// What is on file of one unit within a row of the grid.
struct PartPlace: Hashable, Comparable {
  let row: Int
  let unit: Int

  static func < (one: PartPlace, other: PartPlace) -> Bool { (one.row, one.unit) < (other.row, other.unit) }
}

struct Part {
  var records = [Int](repeating: 0, count: 12)
  var own = [Int?](repeating: nil, count: 12)
  /// Counts of units of other catalogues that this one came from.
  var earlier = [Int?](repeating: nil, count: 12)
  var sources = [String?](repeating: nil, count: 12)

  func count(_ month: Int) -> Int? { own[month] ?? earlier[month] }
}

/// Gathers records and counts by the unit of the asked catalogue in which they lie.
private struct Reader {
  let rows: [UnitID]
  private(set) var parts: [PartPlace: Part] = [:]
  private(set) var own = [Int?](repeating: nil, count: 12)
  private(set) var ownSources = [String?](repeating: nil, count: 12)

  init(_ census: Census, _ query: PeopleQuery, _ asked: UnitID, _ year: Int) {
    let (register, places) = (census.register, census.places)
    let children = query.spread.children
    rows = children.isEmpty ? [asked] : children
    func place(_ unit: UnitID) -> PartPlace? {
      let home: UnitID =
        if case .unit(let own) = places.project(unit, to: query.spread.scope.catalogue) { own } else { unit }
      switch query.spread.place(Int32(unit.index)) {
      case .outside: return nil
      case .row(let row): return PartPlace(row: row, unit: home.index)
      case .unknown: return PartPlace(row: children.isEmpty ? 0 : rows.count, unit: home.index)
      }
    }
    // By unit and month first: where a unit lies is asked once, not for each departure.
    let records = query.departuresByMonthAndUnit
    for unit in 0..<places.count {
      let months = records[unit * 12..<unit * 12 + 12]
      guard months.contains(where: { $0 > 0 }), let id = UnitID(index: unit), let place = place(id) else {
        continue
      }
      for (month, count) in months.enumerated() where count > 0 {
        parts[place, default: Part()].records[month] += count
      }
    }
    for row in register.records(.count) {
      guard let unit = register.unit(DepartureCount.unit, row), let place = place(unit),
        let value = register.integer(DepartureCount.value, row),
        let name = register.text(DepartureCount.month, row),
        let month = (0..<12).first(where: { DepartureCount.month($0 + 1, of: year) == name })
      else { continue }
      guard unit != asked || children.isEmpty else {
        (own[month], ownSources[month]) = (value, register.text(DepartureCount.source, row))
        continue
      }
      if unit.index == place.unit {
        parts[place, default: Part()].own[month] = value
      } else {
        parts[place, default: Part()].earlier[month, default: 0] += value
      }
      parts[place]?.sources[month] = register.text(DepartureCount.source, row)
    }
  }
}

extension [Int?] {
  fileprivate subscript(index: Int, default value: Int) -> Int {
    get { self[index] ?? value }
    set { self[index] = newValue }
  }
}

extension Register {
  /// What is kept when a count is typed, replaced, or emptied.
  public func edits(counting unit: UnitID, _ month: Int, of year: Int, as value: Int?, source: String)
    -> [Edit]
  {
    let month = DepartureCount.month(month, of: year)
    let entity = DepartureCount.entity(unit: Places.standard.key(of: unit), month: month)
    return [
      Edit(
        entity,
        [
          (DepartureCount.unit.key, .unit(unit)), (DepartureCount.month.key, .text(month)),
          (DepartureCount.value.key, value.map { .integer($0) } ?? .none),
          (DepartureCount.source.key, value == nil ? .none : .text(source)),
        ], basis: basis(of: entity))
    ]
  }
}
