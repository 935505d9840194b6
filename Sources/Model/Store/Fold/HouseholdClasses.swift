extension Register {
  /// The class of a household in a year, else the latest before it, else the first after it.
  public func householdClass(_ household: Int, year: Int) -> (year: Int, code: String)? {
    let known = reviews(of: household).compactMap { row in
      integer(HouseholdReview.year, row).flatMap { year in
        code(HouseholdReview.outcome, row).map { (year, $0) }
      }
    }
    return known.first { $0.0 == year } ?? known.filter { $0.0 < year }.max { $0.0 < $1.0 }
      ?? known.min { $0.0 < $1.0 }
  }

  /// What the review of a household found in one year, as a cell.
  func outcomeCell(_ household: Int, year: Int) -> Int32 {
    let (years, outcomes) = (column(HouseholdReview.year), column(HouseholdReview.outcome))
    var first: Int?
    backlinks[Backlinks.Relation.reviewsOfHousehold.rawValue].each(of: household) { row in
      if years[row] == year, outcomes[row] != Table.none, row < first ?? .max, isRecord(.review, row) {
        first = row
      }
    }
    return first.map { outcomes[$0] } ?? Table.none
  }
}
