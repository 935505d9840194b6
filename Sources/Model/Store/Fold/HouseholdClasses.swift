extension Register {
  /// The class of a household in a year, else the latest before it, else the first after it.
  public func householdClass(_ household: Int, year: Int) -> (year: Int, code: String)? {
    var nearest: (distance: Int, year: Int, code: String)?
    for row in reviews(of: household) {
      guard let reviewed = integer(HouseholdReview.year, row) else { continue }
      // Every year before comes before any after, whatever number somebody wrote.
      let distance = reviewed <= year ? year - reviewed : reviewed - year + 1 << 40
      if distance < nearest?.distance ?? .max, let code = code(HouseholdReview.outcome, row) {
        nearest = (distance, reviewed, code)
      }
    }
    return nearest.map { ($0.year, $0.code) }
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
