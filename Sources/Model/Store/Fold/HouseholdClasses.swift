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
    for row in reviews(of: household) where cell(HouseholdReview.year, row) == year {
      let outcome = cell(HouseholdReview.outcome, row)
      if outcome != Table.none { return outcome }
    }
    return Table.none
  }
}
