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
    [review(key(.household, household), year, code)]
  }

  private func review(_ household: String, _ year: Int, _ code: String) -> Edit {
    let entity = HouseholdReview.entity(household: household, year: year)
    return Edit(
      entity,
      [
        (HouseholdReview.household.key, .link(household)), (HouseholdReview.year.key, .integer(year)),
        (HouseholdReview.outcome.key, .code(code)),
      ], basis: basis(of: entity))
  }

  /// The classes that go along when the only departure of a household leaves it for one that nobody knows yet.
  ///
  /// It is the same household under another name or in another commune. What `edits` say already is left to them.
  func reviewsCarried(_ departure: Int, to household: String, besides edits: [Edit]) -> [Edit] {
    guard let old = link(Departure.household, departure), key(.household, old) != household,
      departures(ofHousehold: old) == [departure],
      row(of: household).map({ !isRecord(.household, $0.row) }) ?? true
    else { return [] }
    let said = Set(edits.map(\.entity))
    return reviews(of: old).compactMap { row in
      guard let year = integer(HouseholdReview.year, row), let code = code(HouseholdReview.outcome, row)
      else { return nil }
      let edit = review(household, year, code)
      return said.contains(edit.entity) ? nil : edit
    }
  }

  /// The people of a household: those of its departures, each once.
  public func members(of household: Int) -> [Int] {
    var seen: Set<Int> = []
    return departures(ofHousehold: household).compactMap { link(Departure.worker, $0) }
      .map { merged($0).first ?? $0 }.filter { seen.insert($0).inserted }
  }
}
