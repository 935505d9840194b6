import Testing

@testable import Model

@Suite("The same figures by the places of another time")
struct CatalogueTests {
  /// Departures, reviews and incidents of random communes of all catalogues, outside the plan too.
  private func book(_ seed: UInt64) -> Book {
    var chance = Seeded(seed)
    var book = Book(today: "2025-12-31")
    let communes = Catalogue.allCases.flatMap { Places.standard.communes(of: $0) }
    let first = aDay("2023-01-01")
    for _ in 0..<120 {
      guard let place = communes.randomElement(using: &chance) else { continue }
      let date = first + Int.random(in: 0..<1_095, using: &chance)
      let row = book.leave(
        date.iso, from: Places.standard.key(of: place),
        poverty: Bool.random(using: &chance) ? "POOR" : "OTHER")
      if Bool.random(using: &chance) {
        book.review(row, date.year + 1, Bool.random(using: &chance) ? "POOR" : "NEAR_POOR")
      }
      if Bool.random(using: &chance) {
        book.save([
          Edit(
            "incident/\(book.lines.count)",
            [
              ("type", .code("HOST_LAW")), ("on", .day(date)), ("commune", .unit(place)),
              ("state", .text("open")),
            ])
        ])
      }
    }
    return book
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func totalsAgreeAndRowsAddUp(seed: UInt64) {
    let book = book(seed)
    for year in 2023...2025 {
      let all = ["10@2023", "10@2024-11", "15@2025"].map { book.progress($0, year: year) }
      #expect(all[0].t1.achieved > 0, "seed \(seed)")
      for progress in all {
        #expect(progress.t1.achieved == all[0].t1.achieved, "seed \(seed), \(year)")
        #expect(progress.t1.workers == all[0].t1.workers, "seed \(seed), \(year)")
        #expect(progress.t2 == all[0].t2, "seed \(seed), \(year)")
        #expect(progress.t3 == all[0].t3, "seed \(seed), \(year)")
        #expect(progress.t4 == all[0].t4, "seed \(seed), \(year)")
        #expect(
          progress.rows.reduce(0) { $0 + $1.departures } == progress.t1.achieved, "seed \(seed), \(year)")
        #expect(
          progress.rows.reduce(0) { $0 + $1.training.numerator } == progress.t3.numerator,
          "seed \(seed), \(year)")
        #expect(
          progress.rows.reduce(0) { $0 + $1.poverty.denominator } == progress.t2.part.denominator,
          "seed \(seed), \(year)")
      }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func districtsHaveWhatTheirRowsSay(seed: UInt64) {
    let book = book(seed)
    for row in book.progress("10@2023", year: 2024).rows {
      guard let district = row.unit else { continue }
      let own = book.progress(Places.standard.key(of: district), year: 2024)
      #expect(own.t1.achieved == row.departures, "seed \(seed), \(Places.standard[district].name)")
      #expect(own.rows.reduce(0) { $0 + $1.departures } == row.departures, "seed \(seed)")
    }
  }

  @Test func thoseOfOldYenBaiLieOutsideThePlan() {
    let outside = Places.standard.communes(of: .y2025).filter { !Places.standard[$0].isOfPlan }
    #expect(outside.count == 51)
    var book = Book(today: "2025-12-31")
    for place in outside { book.leave("2025-08-01", from: Places.standard.key(of: place)) }
    for scope in ["10@2023", "15@2025"] {
      let progress = book.progress(scope, year: 2025)
      #expect(progress.t1.achieved == 0 && progress.rows.allSatisfy { $0.departures == 0 })
    }
    #expect(book.progress("15@2025", year: 2025).rows.count == 48)
  }

  @Test func whatHasNoSingleFormerDistrictHasARowOfItsOwn() throws {
    let places = Places.standard
    let spanning = try #require(
      places.communes(of: .y2025).first {
        places[$0].isOfPlan && places.project($0, to: .y2023) == .unknown(district: nil)
      })
    var book = Book(today: "2025-12-31")
    book.leave("2025-08-01", from: places.key(of: spanning))
    let progress = book.progress("10@2023", year: 2025)
    #expect(progress.t1.achieved == 1)
    #expect(progress.rows.last?.unit == nil && progress.rows.last?.departures == 1)
  }

  @Test func aCommuneThatMovedIsCountedWhereItBelongs() {
    var book = Book(today: "2025-12-31")
    book.leave("2024-03-01", from: "02872@2023")
    #expect(book.progress("02872@2023").t1.achieved == 1)
    #expect(book.progress("02839@2024-11").t1.achieved == 1)
    #expect(book.progress("02839@2023").t1.achieved == 0)
    #expect(book.progress("02839@2025").t1.achieved == 1)
  }
}
