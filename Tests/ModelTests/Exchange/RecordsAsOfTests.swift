import Testing

@testable import Model

@Suite("Records by the places of another day")
struct RecordsAsOfTests {
  private func records(_ register: Register, _ catalogue: Catalogue? = .y2025) -> RecordsJSON {
    RecordsJSON(Census(register, today: aDay("2024-09-30")), isUnmasked: true, asOf: catalogue)
  }

  private func keys(_ json: JSON?) -> [String] { json?.members?.map(\.key) ?? [] }

  @Test func theCommuneIsTodaysAndTheTypedOneStandsBeside() throws {
    let book = Book.withOne
    let places = Places.standard
    let typed = try #require(places.unit(key: "02728@2023"))
    let place = PlaceAsOf(typed.id, .y2025)
    let now = try #require(place.unit)
    for json in [records(book.register).departure(0), records(book.register).worker(0)] {
      #expect(json["commune"]?.text == places[now].code && json["catalogue"] == "2025")
      #expect(json["typedCommune"] == "02728@2023")
      #expect(json["formerCommune"]?.text == place.formerName)
    }
    #expect(records(book.register).household(0)["typedCommune"] == "02728@2023")
  }

  @Test func theHeadsOfTablesSayTheSameKeys() throws {
    var book = Book.withOne
    try book.add(
      .incident, #"{"type":"HOST_LAW","on":"2024-08-01","commune":"02728","catalogue":"2023"}"#)
    let records = records(book.register)
    #expect(keys(records.departure(0)) == RecordsJSON.asOf(RecordsJSON.departureKeys))
    #expect(keys(records.worker(0)) == RecordsJSON.asOf(RecordsJSON.workerKeys))
    #expect(keys(records.household(0)) == RecordsJSON.asOf(RecordsJSON.householdKeys))
    #expect(keys(records.incident(0)) == RecordsJSON.asOf(RecordsJSON.incidentKeys))
    #expect(RecordsJSON.asOf(RecordsJSON.reportKeys).contains("formerUnit"))
    #expect(RecordsJSON.asOf(RecordsJSON.taskKeys) == RecordsJSON.taskKeys)
  }

  @Test func suchADepartureCanBeAddedElsewhereAsItWasTyped() {
    var book = Book()
    let entry = DepartureEntry.sample { _ in }
    book.add(entry)
    let (read, findings) = DepartureEntry.read(
      records(book.register).departure(0), asOf: aDay("2024-09-30"))
    #expect(findings.isEmpty && read == entry)
  }

  @Test func clausesAreThoseOfAnAgencyOrAPlace() throws {
    let book = Book()
    let records = records(book.register, nil)
    let progress = TaskProgress(book.register, today: aDay("2024-09-30"))
    let district = try #require(Places.standard.unit(key: "082@2023")).id
    for party in [TaskParty.agency("SLDTBXH"), .place(district)] {
      let listed = records.tasks(.standard, of: party).compactMap { $0["task"]?.text }
      #expect(listed == progress.tasks.filter { progress.concerns($0, party) }.map(\.id))
      #expect(!listed.isEmpty && listed.count < Plan.standard.tasks.count, "\(listed)")
    }
    #expect(TaskParty.find("sldtbxh", on: aDay("2024-09-30")).first == .agency("SLDTBXH"))
    #expect(TaskParty.find("bat xat", on: aDay("2024-09-30")).first == .place(district))
  }

  @Test func whatWasSaidOfAClauseMakesItThePlaces() throws {
    var book = Book()
    let commune = try #require(Places.standard.unit(key: "02728@2023")).id
    let now = try #require(PlaceAsOf(commune, .y2025).unit)
    let before = TaskProgress(book.register, today: aDay("2024-09-30"))
    let clause = try #require(
      before.tasks.first { task in
        !before.concerns(task, .place(commune)) && Plan.standard.children(of: task.id).isEmpty
      })
    try book.add(
      .taskUpdate,
      #"{"task":"\#(clause.id)","unit":"02728","catalogue":"2023","on":"2024-09-12","percent":50,"note":"x"}"#
    )
    let after = TaskProgress(book.register, today: aDay("2024-09-30"))
    #expect(after.concerns(clause, .place(commune)) && after.concerns(clause, .place(now)))
  }
}
