import Testing

@testable import Model

@Suite("A departure is entered")
struct AddingTests {
  private let today = aDay("2024-09-30")

  @Test func oneSaveMakesPersonHouseholdClassDepartureAndStatus() {
    var book = Book()
    book.add(.sample())
    #expect(book.lines.count == 1)
    let register = book.register
    for kind in [EntityKind.worker, .household, .review, .departure, .event] {
      #expect(register.records(kind) == [0], "\(kind)")
    }
    #expect(register.text(Worker.fullName, 0) == "Lao động mẫu 04")
    #expect(register.link(Departure.worker, 0) == 0 && register.link(Departure.household, 0) == 0)
    #expect(register.unit(Departure.commune, 0) == aUnit("02728@2023"))
    #expect(register.key(.household, 0) == "household/02728@2023:h1")
    #expect(register.key(.review, 0) == "review/02728@2023:h1:2024")
    #expect(register.code(StatusEvent.status, 0) == "ABROAD")
    #expect(register.day(StatusEvent.on, 0) == aDay("2024-07-05"))
  }

  @Test func aDepartureThatIsGivenAnIdIsSavedOnce() {
    var book = Book()
    for _ in 0..<2 { book.save(book.register.edits(adding: .sample(), id: "d1", today: today)) }
    let register = book.register
    #expect(register.row(of: "departure/d1") != nil)
    #expect(register.records(.departure).count == 1)
  }

  @Test func whatWasEnteredIsReadBackWhole() {
    var book = Book()
    let entry = DepartureEntry.sample {
      $0[Departure.village] = .text("Thôn \"mẫu\" \\ 1")
      $0.overrides = ["W12": "đã kiểm tra"]
    }
    let row = book.add(entry)
    #expect(book.register.entry(row, today: today) == entry)
  }

  @Test func everyContractFormAndStatusIsReadBack() {
    for form in CodeList.contractForms.codes {
      var book = Book()
      let row = book.add(.sample { $0[Departure.contractForm] = .code(form.code) })
      #expect(book.register.code(Departure.contractForm, row) == form.code)
    }
    for status in CodeList.statuses.codes {
      var book = Book()
      let row = book.add(.sample { $0[DepartureEntry.status] = .code(status.code) })
      #expect(
        book.register.entry(row, today: today).code(DepartureEntry.status) == status.code, "\(status.code)")
    }
  }

  @Test func aKnownPersonIsFoundAndKeepsTheStoredName() {
    var book = Book()
    book.add(.sample())
    let second = book.add(
      .sample {
        $0[Worker.fullName] = .text("Lao động mẫu 05")
        $0[Worker.phone] = .text("0900000000")
        $0[Departure.departedOn] = .day(aDay("2024-09-05"))
      })
    let register = book.register
    #expect(register.records(.worker) == [0])
    #expect(register.link(Departure.worker, second) == 0)
    #expect(register.text(Worker.fullName, 0) == "Lao động mẫu 04")
    #expect(register.text(Worker.phone, 0) == "0900000000")
    #expect(register.conflictCount(.worker, 0) == 0)
  }

  @Test func aPersonIsFoundByThePassportToo() {
    var book = Book()
    for date in ["2024-07-05", "2024-09-05"] {
      book.add(
        .sample {
          $0[Worker.citizenId] = .none
          $0[Worker.passport] = .text("C1234567")
          $0[Departure.departedOn] = .day(aDay(date))
        })
    }
    #expect(book.register.records(.worker) == [0])
    #expect(book.register.departures(of: 0) == [0, 1])
  }

  @Test func workersOfOneHouseholdShareIt() {
    var book = Book()
    book.add(.sample())
    book.add(.sample { $0[Worker.citizenId] = .text("010204000105") })
    #expect(book.register.records(.worker) == [0, 1])
    #expect(book.register.records(.household) == [0])
  }

  @Test func oneNameInTwoCommunesIsTwoHouseholds() {
    var book = Book()
    book.add(.sample())
    book.add(
      .sample {
        $0[Worker.citizenId] = .text("010204000105")
        $0.unit = aUnit("02731@2023")
      })
    #expect(book.register.records(.household) == [0, 1])
  }

  @Test func whoNamesNoHouseholdHasOneAlone() {
    var book = Book()
    for number in ["010204000104", "010204000105"] {
      book.add(
        .sample {
          $0[Worker.citizenId] = .text(number)
          $0[Household.key] = .none
        })
    }
    #expect(book.register.records(.household) == [0, 1])
    #expect(book.register.link(Departure.household, 0) != book.register.link(Departure.household, 1))
  }

  @Test func theClassIsOfTheYearOfDepartureUnlessSaidOtherwise() {
    var book = Book()
    book.add(
      .sample {
        $0[DepartureEntry.householdYear] = .none
        $0[Departure.departedOn] = .day(aDay("2023-07-05"))
      })
    #expect(book.register.integer(HouseholdReview.year, 0) == 2023)
  }

  @Test func twoWorkersWhoDisagreeOnTheClassAreAConflict() {
    var book = Book()
    book.add(.sample())
    book.add(
      .sample {
        $0[Worker.citizenId] = .text("010204000105")
        $0[DepartureEntry.householdClass] = .code("NEAR_POOR")
      })
    #expect(book.register.conflictCount(.review, 0) == 1)
  }

  @Test func nothingIsMadeWithoutACommune() {
    #expect(Register().edits(adding: .sample { $0.unit = nil }, today: aDay("2024-09-30")).isEmpty)
  }
}
