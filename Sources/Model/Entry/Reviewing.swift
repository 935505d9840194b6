extension Register {
  /// The class of a household in exactly one review year.
  public func reviewedClass(_ household: Int, in year: Int) -> String? {
    review(of: household, in: year).flatMap { code(HouseholdReview.outcome, $0) }
  }

  /// The latest class of a household before a year.
  public func classBefore(_ year: Int, of household: Int) -> (year: Int, code: String)? {
    reviews(of: household).compactMap { review in
      integer(HouseholdReview.year, review).flatMap { year in
        code(HouseholdReview.outcome, review).map { (year: year, code: $0) }
      }
    }.filter { $0.year < year }.max { $0.year < $1.year }
  }

  /// How many values stand beside each other for the class of a household in one year.
  public func reviewConflicts(_ household: Int, in year: Int) -> Int {
    review(of: household, in: year).map { conflictCount(.review, $0) } ?? 0
  }

  private func review(of household: Int, in year: Int) -> Int? {
    reviews(of: household).last { integer(HouseholdReview.year, $0) == year }
  }

  /// What is kept when a household is given its class of one review year; it replaces whatever was said of that year.
  public func edits(reviewing household: Int, in year: Int, as code: String) -> [Edit] {
    let key = key(.household, household)
    let entity = HouseholdReview.entity(household: key, year: year)
    return [
      Edit(
        entity,
        [
          (HouseholdReview.household.key, .link(key)), (HouseholdReview.year.key, .integer(year)),
          (HouseholdReview.outcome.key, .code(code)),
        ], basis: basis(of: entity))
    ]
  }

  /// The people of a household: those of its departures, each once.
  public func members(of household: Int) -> [Int] {
    var seen: Set<Int> = []
    return departures(ofHousehold: household).compactMap { link(Departure.worker, $0) }
      .map { merged($0).first ?? $0 }.filter { seen.insert($0).inserted }
  }
}
