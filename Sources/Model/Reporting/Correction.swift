/// What a change makes of figures that were published: of months that are sealed, and of their years (đính chính).
public struct Correction: Sendable, Equatable {
  /// One figure of one unit and period, before and after.
  public struct Figure: Sendable, Equatable {
    public let unit: UnitID
    public let period: Period
    /// `T1`, `T2` or `T3`.
    public let target: String
    public let before: String
    public let after: String
  }

  /// Those that change, the commune's first.
  public let figures: [Figure]

  /// - Parameters:
  ///   - departure: the record that is changed.
  ///   - change: what is about to be saved.
  public init(_ change: Change, of departure: Int, _ census: Census) {
    var later = census
    later.fold([change.anticipated(after: census.register.highestNumber)])
    var seen: Set<Place> = []
    var found: [Figure] = []
    let places = Correction.places(departure, census) + Correction.places(departure, later)
    for place in places where seen.insert(place).inserted {
      found += Correction.figures(place, census, later)
    }
    figures = found
  }

  private struct Place: Hashable {
    let unit: UnitID
    let period: Period
  }

  /// The month and the year of a departure in a sealed month, of its commune and of what that lies in.
  private static func places(_ departure: Int, _ census: Census) -> [Place] {
    let register = census.register
    guard let typed = register.unit(Departure.commune, departure),
      let left = register.day(Departure.departedOn, departure),
      register.isSealed(typed, left, places: census.places)
    else { return [] }
    let month = Period(year: left.year, month: left.month)
    var unit: UnitID? = census.places.inForce(typed, month.last)
    var places: [Place] = []
    while let here = unit {
      places += [Place(unit: here, period: month), Place(unit: here, period: month.wholeYear)]
      unit = census.places[here].parent
    }
    return places
  }

  private static func figures(_ place: Place, _ census: Census, _ later: Census) -> [Figure] {
    let scope = Scope(place.unit, places: census.places)
    let (one, other) = (Progress(census, scope, place.period), Progress(later, scope, place.period))
    func words(_ part: Progress.Part) -> String { "\(part.numerator)/\(part.denominator)" }
    // T2 is reviewed by the year.
    let all =
      [
        ("T1", String(one.t1.achieved), String(other.t1.achieved)), ("T3", words(one.t3), words(other.t3)),
      ] + (place.period.isYear ? [("T2", words(one.t2.part), words(other.t2.part))] : [])
    return all.filter { $0.1 != $0.2 }.map { target, before, after in
      Figure(unit: place.unit, period: place.period, target: target, before: before, after: after)
    }
  }
}
