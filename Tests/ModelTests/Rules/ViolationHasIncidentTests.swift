import Testing

@testable import Model

@Suite("A violation has its incident")
struct ViolationHasIncidentTests {
  @Test(arguments: ["OVERSTAY", "ILLEGAL_DEPARTURE"])
  func aViolationWithoutOneIsSaid(status: String) {
    let findings = said { $0[DepartureEntry.status] = .code(status) }
    #expect(findings == [Said("N09", .hint, "status")])
  }

  @Test func anotherStatusNeedsNone() {
    #expect(said { $0[DepartureEntry.status] = .code("EXTENDED") } == [])
  }

  @Test func anIncidentOfThePersonIsEnough() throws {
    var book = Book()
    book.add(.sample { $0[DepartureEntry.status] = .code("OVERSTAY") })
    func codes() -> [String] {
      said(of: book.register, correcting: 0) { $0[DepartureEntry.status] = .code("OVERSTAY") }.map(\.code)
    }
    #expect(codes() == ["N09"])
    try book.add(
      .incident,
      #"{"type":"ILLEGAL_STAY","on":"2024-08-01","commune":"02728","catalogue":"2023","citizenId":"010204000104","state":"open"}"#
    )
    #expect(codes() == [])
  }
}
