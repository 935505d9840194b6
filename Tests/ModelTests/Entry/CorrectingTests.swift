import Testing

@testable import Model

@Suite("A departure is corrected")
struct CorrectingTests {
  private let today = aDay("2024-09-30")

  /// Corrects the first departure as the form does: opened, changed, saved.
  private func correct(_ book: inout Book, _ change: (inout DepartureEntry) -> Void) {
    let register = book.register
    var entry = register.entry(0, today: today)
    change(&entry)
    book.save(register.edits(correcting: 0, to: entry, basis: register.entryBasis(0), today: today))
  }

  private func conflicts(_ register: Register) -> Int {
    EntityKind.allCases.reduce(0) { sum, kind in
      sum + (0..<register.count(kind)).reduce(0) { $0 + register.conflictCount(kind, $1) }
    }
  }

  private func corrected(
    from entry: DepartureEntry = .sample(), _ change: (inout DepartureEntry) -> Void
  ) -> (Register, expected: DepartureEntry) {
    var book = Book()
    book.add(entry)
    var expected = entry
    change(&expected)
    correct(&book, change)
    #expect(conflicts(book.register) == 0)
    #expect(book.register.records(.departure) == [0])
    return (book.register, expected)
  }

  @Test func nothingChangedIsNothingSaved() {
    var book = Book()
    book.add(.sample())
    correct(&book) { _ in }
    #expect(book.lines.count == 1)
  }

  @Test func theNameOfThePersonIsCorrected() {
    let (register, expected) = corrected { $0[Worker.fullName] = .text("Lao động mẫu 40") }
    #expect(register.entry(0, today: today) == expected)
    #expect(register.records(.worker) == [0])
  }

  @Test func aCorrectedIdIsFoundFromThenOn() {
    let (register, _) = corrected { $0[Worker.citizenId] = .text("010204000999") }
    #expect(register.person(citizenId: "010204000999", passport: nil) == 0)
  }

  @Test func aReasonIsKeptWithTheRecordAndTakenOff() {
    var (register, expected) = corrected { $0.overrides = ["W12": "đã kiểm tra"] }
    #expect(register.entry(0, today: today) == expected)
    (register, expected) = corrected(from: .sample { $0.overrides = ["W12": "cũ", "W13": "giấy mất"] }) {
      $0.overrides = ["W12": "mới"]
    }
    #expect(register.entry(0, today: today) == expected)
  }

  @Test func aFieldIsEmptied() {
    let (register, expected) = corrected { $0[Departure.village] = .none }
    #expect(register.text(Departure.village, 0) == nil)
    #expect(register.entry(0, today: today) == expected)
  }

  @Test func whoIsBackAndRegistersAgainKeepsTheDayOfThat() {
    var book = Book()
    book.add(.sample())
    for (status, on) in [("RETURNED_EARLY", "2024-08-01"), ("REGISTERED", "2024-09-01")] {
      let event = Edit(
        "event/\(LineID.random())",
        [
          (StatusEvent.departure.key, .link(book.register.key(.departure, 0))),
          (StatusEvent.status.key, .code(status)), (StatusEvent.on.key, .day(aDay(on))),
        ])
      book.save([event])
    }
    correct(&book) { $0[DepartureEntry.status] = .code("LIQUIDATED") }
    let again = book.register.events(of: 0).filter {
      book.register.code(StatusEvent.status, $0) == "REGISTERED"
    }
    #expect(again.map { book.register.day(StatusEvent.on, $0) } == [aDay("2024-09-01")])
  }

  @Test func theStatusFollowsTheDateOfDeparture() {
    let (register, expected) = corrected { $0[Departure.departedOn] = .day(aDay("2024-08-05")) }
    #expect(register.entry(0, today: today) == expected)
    #expect(Census(register, today: aDay("2024-07-31")).status(of: 0) == nil)
    #expect(register.records(.event) == [0])
  }

  @Test func aReturnIsAnEventOfItsOwnDay() {
    let (register, expected) = corrected {
      $0[DepartureEntry.status] = .code("RETURNED_EARLY")
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
    }
    #expect(register.entry(0, today: today) == expected)
    #expect(register.entry(0, today: aDay("2024-08-31")).code(DepartureEntry.status) == "ABROAD")
    #expect(register.records(.event).count == 2)
  }

  @Test func theDateOfTheReturnIsCorrected() {
    let entry = DepartureEntry.sample {
      $0[DepartureEntry.status] = .code("RETURNED_EARLY")
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
    }
    let (register, expected) = corrected(from: entry) {
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-10"))
    }
    #expect(register.entry(0, today: today) == expected)
    #expect(Census(register, today: aDay("2024-09-05")).status(of: 0) == "ABROAD")
  }

  @Test func anEmptiedDateOfReturnTakesTheReturnBack() {
    let entry = DepartureEntry.sample {
      $0[DepartureEntry.status] = .code("RETURNED_EARLY")
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
    }
    let (register, expected) = corrected(from: entry) {
      $0[DepartureEntry.status] = .code("ABROAD")
      $0[DepartureEntry.returnedOn] = .none
    }
    #expect(register.entry(0, today: today) == expected)
    #expect(register.records(.event).count == 1)
  }

  @Test func whoHasNotLeftAfterAllWaitsAgainAndIsNotCounted() {
    let (register, expected) = corrected {
      $0[DepartureEntry.status] = .code("VISA_GRANTED")
      $0[Departure.departedOn] = .none
    }
    #expect(register.entry(0, today: today) == expected)
    let progress = Progress(Census(register, today: today), Scope(aUnit("10@2023")), year: 2024)
    #expect(progress.t1.achieved == 0)
    #expect(progress.t1.pipeline == 1)
  }

  @Test func theClassOfTheHouseholdIsCorrectedWithoutAConflict() {
    let (register, expected) = corrected { $0[DepartureEntry.householdClass] = .code("NEAR_POOR") }
    #expect(register.entry(0, today: today) == expected)
  }

  @Test func aHouseholdThatIsNamedLaterKeepsItsClasses() throws {
    var book = Book()
    book.add(.sample { $0[Household.key] = .none })
    book.save(book.register.edits(reviewing: 0, in: 2023, as: "NEAR_POOR"))
    correct(&book) { $0[Household.key] = .text("h9") }
    let household = try #require(book.register.link(Departure.household, 0))
    #expect(book.register.text(Household.key, household) == "h9")
    #expect(book.register.reviewedClass(household, in: 2023) == "NEAR_POOR")
    #expect(book.register.reviewedClass(household, in: 2024) == "POOR")
    #expect(conflicts(book.register) == 0)
  }

  @Test func whoMovesToAKnownHouseholdBringsNoClassOfOtherYears() throws {
    var book = Book()
    book.add(.sample())
    book.add(
      .sample {
        $0[Household.key] = .text("h2"); $0[Worker.citizenId] = .text("010204000105")
      })
    book.save(book.register.edits(reviewing: 0, in: 2023, as: "NEAR_POOR"))
    correct(&book) { $0[Household.key] = .text("h2") }
    let household = try #require(book.register.link(Departure.household, 0))
    #expect(book.register.text(Household.key, household) == "h2")
    #expect(book.register.reviewedClass(household, in: 2023) == nil)
  }

  @Test func theCommuneIsCorrectedAndTheHouseholdWithIt() {
    let (register, _) = corrected { $0.unit = aUnit("02731@2023") }
    #expect(register.unit(Departure.commune, 0) == aUnit("02731@2023"))
    #expect(
      register.link(Departure.household, 0).map { register.key(.household, $0) } == "household/02731@2023:h1")
  }

  @Test func whatSomebodyElseCorrectedMeanwhileIsKept() {
    var book = Book()
    book.add(.sample())
    let opened = book.register
    var mine = opened.entry(0, today: today)
    mine[Departure.village] = .text("Thôn mẫu 2")
    correct(&book) { $0[Departure.market] = .code("KR") }
    book.save(book.register.edits(correcting: 0, to: mine, basis: opened.entryBasis(0), today: today))
    #expect(book.register.code(Departure.market, 0) == "KR")
    #expect(book.register.text(Departure.village, 0) == "Thôn mẫu 2")
    #expect(conflicts(book.register) == 0)
  }

  @Test func twoCorrectionsOfOneFieldAreAConflict() {
    var book = Book()
    book.add(.sample())
    let opened = book.register
    var mine = opened.entry(0, today: today)
    mine[Departure.market] = .code("TW")
    correct(&book) { $0[Departure.market] = .code("KR") }
    book.save(book.register.edits(correcting: 0, to: mine, basis: opened.entryBasis(0), today: today))
    #expect(
      book.register.conflicts(of: book.register.key(.departure, 0)).first?.values == [
        .code("TW"), .code("KR"),
      ])
  }
}
