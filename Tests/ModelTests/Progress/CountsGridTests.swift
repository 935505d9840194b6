import Testing

@testable import Model

@Suite("Departures by month, from records and counts")
struct CountsGridTests {
  private let commune = aUnit("02728@2023")
  private let district = aUnit("082@2023")

  private func count(_ book: inout Book, _ unit: UnitID, _ month: Int, _ value: Int?, _ year: Int = 2024) {
    book.save(
      book.register.edits(counting: unit, month, of: year, as: value, source: "Báo cáo mẫu \(year)"))
  }

  private func cell(_ book: Book, _ asked: UnitID, _ row: UnitID, _ month: Int, _ year: Int = 2024)
    -> CountsGrid.Cell?
  {
    let grid = CountsGrid(Census(book.register, today: book.today), asked, year: year)
    return grid.units.firstIndex(of: row).map { grid.cells[$0][month - 1] }
  }

  @Test func aMonthWithRecordsCountsThemAndShowsTheDifference() throws {
    var book = Book()
    book.add(.sample())
    count(&book, commune, 7, 4)
    let found = try #require(cell(book, district, commune, 7))
    #expect(found.value == 1 && found.origin == .records)
    #expect(found.count == 4 && found.difference == 3 && found.source == "Báo cáo mẫu 2024")
  }

  @Test func aMonthWithoutRecordsIsItsCount() throws {
    var book = Book()
    book.add(.sample())
    count(&book, commune, 6, 4)
    let found = try #require(cell(book, district, commune, 6))
    #expect(found.value == 4 && found.origin == .counts && found.difference == nil)
    #expect(cell(book, district, commune, 6, 2023)?.origin == .nothing)
  }

  @Test func aDistrictAddsUpItsCommunesAndSaysWhatIsFromCounts() throws {
    var book = Book()
    book.add(.sample())
    count(&book, aUnit("02692@2023"), 7, 5)
    let found = try #require(cell(book, aUnit("10@2023"), district, 7))
    #expect(found.value == 6 && found.fromCounts == 5 && found.origin == .mixed)
  }

  @Test func aDistrictsCountIsUsedOnlyWhereNothingStandsBelow() throws {
    var book = Book()
    book.add(.sample())
    for month in [6, 7] { count(&book, district, month, 9) }
    let province = aUnit("10@2023")
    let june = try #require(cell(book, province, district, 6))
    #expect(june.value == 9 && june.origin == .counts && june.difference == nil)
    let july = try #require(cell(book, province, district, 7))
    #expect(july.value == 1 && july.origin == .records && july.difference == 8)
  }

  @Test func aCountIsReplacedEmptiedAndTakenBack() throws {
    var book = Book()
    count(&book, commune, 6, 4)
    count(&book, commune, 6, 7)
    #expect(cell(book, district, commune, 6)?.count == 7)
    let line = book.save(book.register.edits(counting: commune, 6, of: 2024, as: nil, source: ""))
    #expect(cell(book, district, commune, 6)?.origin == .nothing)
    book.save(try #require(book.register.undoing(line)))
    #expect(cell(book, district, commune, 6)?.count == 7)
  }

  @Test func totalsAgreeAcrossTheSwitchOfPlaces() {
    var book = Book()
    book.add(.sample())
    count(&book, commune, 6, 4)
    count(&book, aUnit("02692@2023"), 7, 5)
    let census = Census(book.register, today: book.today)
    let old = CountsGrid(census, aUnit("10@2023"), year: 2024)
    let new = CountsGrid(census, aUnit("15@2025"), year: 2024)
    for month in 0..<12 { #expect(old.total(month: month) == new.total(month: month), "\(month + 1)") }
    #expect((0..<12).map(new.total(month:)).reduce(0, +) == 10)
  }

  @Test func countsNeverEnterTrainingPovertyOrWorkers() {
    var book = Book()
    book.add(.sample())
    count(&book, commune, 6, 4)
    let progress = Progress(Census(book.register, today: book.today), Scope(district), year: 2024)
    #expect(progress.t1.workers == 1 && progress.t2.part.denominator == 1 && progress.t3.denominator == 1)
  }

  private func progress(_ book: Book, _ unit: UnitID) -> Progress {
    Progress(Census(book.register, today: book.today), Scope(unit), year: 2024)
  }

  @Test func theYearsDeparturesHoldCountsWhereThereAreNoRecords() {
    var book = Book()
    book.add(.sample())
    count(&book, commune, 7, 4)
    count(&book, commune, 6, 3)
    let found = progress(book, district)
    #expect(found.t1.achieved == 4 && found.t1.fromCounts == 3 && found.t1.workers == 1)
    #expect(found.t3.denominator == 1)
    #expect(found.rows.first { $0.unit == commune }?.departures == 4)
    #expect(found.rows.reduce(0) { $0 + $1.departures } == 4)
  }

  @Test func aDistrictsOwnCountIsTheSameFromAboveAndFromWithin() {
    var book = Book()
    count(&book, district, 5, 9)
    #expect(progress(book, aUnit("10@2023")).rows.first { $0.unit == district }?.departures == 9)
    #expect(progress(book, district).t1.achieved == 9)
    #expect(progress(book, district).rows.reduce(0) { $0 + $1.departures } == 9)
    count(&book, commune, 5, 2)
    #expect(progress(book, aUnit("10@2023")).t1.achieved == 2)
    #expect(progress(book, district).t1.achieved == 2)
  }
}
