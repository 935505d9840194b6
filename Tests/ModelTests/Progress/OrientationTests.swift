import Testing

@testable import Model

@Suite("T3: trained before departure")
struct OrientationTests {
  @Test func orientationOnOrBeforeTheDayOfDepartureCounts() {
    var book = Book()
    for orientation in ["2024-02-28", "2024-03-01", "2024-03-02", nil] {
      book.leave("2024-03-01") { $0[Departure.orientationDate] = orientation.map { .day(aDay($0)) } ?? .none }
    }
    let progress = book.progress()
    #expect(progress.t3 == Progress.Part(numerator: 2, denominator: 4))
    #expect(progress.t3.percent?.json == "50.0")
    #expect(progress.t3Target == 100)
    #expect(progress.row("082@2023")?.training == Progress.Part(numerator: 2, denominator: 4))
  }

  @Test func aMissingCertificateChangesNothing() {
    var book = Book()
    book.leave("2024-03-01") { $0[Departure.orientationCertificate] = .none }
    #expect(book.progress().t3 == Progress.Part(numerator: 1, denominator: 1))
  }

  @Test func theDenominatorIsT1() {
    var book = Book()
    book.leave("2024-03-01")
    book.leave("2023-03-01")
    book.leave("2024-03-01") { $0[DepartureEntry.status] = .code("WITHDRAWN") }
    #expect(book.progress().t3.denominator == book.progress().t1.achieved)
  }

  @Test func withoutDeparturesThereIsNoPercentage() { #expect(Book().progress().t3.percent == nil) }
}
