import Testing

@testable import Model

@Suite("Records as JSON")
struct RecordsJSONTests {
  private func records(_ register: Register, isUnmasked: Bool = false) -> RecordsJSON {
    RecordsJSON(Census(register, today: aDay("2024-09-30")), isUnmasked: isUnmasked)
  }

  @Test func citizenIdsAndPassportsAreMaskedUnlessAskedForWhole() {
    var book = Book()
    book.add(.sample { $0[Worker.passport] = .text("C12345678") })
    let (masked, whole) = (records(book.register), records(book.register, isUnmasked: true))
    for json in [masked.departure(0), masked.worker(0)] {
      #expect(json["citizenId"] == "010•••••0104" && json["passport"] == "C12••5678")
    }
    for json in [whole.departure(0), whole.worker(0)] {
      #expect(json["citizenId"] == "010204000104" && json["passport"] == "C12345678")
    }
  }

  @Test func noMaskedRecordHoldsTheIdAnywhere() throws {
    var book = Book.withOne
    try book.add(
      .incident,
      #"{"type":"HOST_LAW","on":"2024-08-01","commune":"02728","catalogue":"2023","citizenId":"010204000104"}"#
    )
    let records = records(book.register)
    for json in [records.departure(0), records.worker(0), records.household(0), records.incident(0)] {
      #expect(!String(decoding: json.bytes, as: UTF8.self).contains("010204000104"))
    }
  }

  @Test func aDepartureThatIsListedCanBeAddedElsewhere() {
    var book = Book()
    let entry = DepartureEntry.sample { $0.overrides = ["W12": "đã kiểm tra"] }
    book.add(entry)
    let json = records(book.register, isUnmasked: true).departure(0)
    let (read, findings) = DepartureEntry.read(json, asOf: aDay("2024-09-30"))
    #expect(findings.isEmpty && read == entry)
    for key in ["id", "worker", "batch", "conflicts", "warnings"] { #expect(json[key] != nil, "\(key)") }
    #expect(json["id"]?.text?.hasPrefix("departure/") == true)
  }

  @Test func warningsWithoutAReasonAreListed() {
    var book = Book()
    let late = { (entry: inout DepartureEntry) in
      entry[Departure.orientationDate] = .day(aDay("2024-07-09"))
      entry[Departure.orientationCertificate] = .none
    }
    book.add(.sample(late))
    book.add(
      .sample {
        late(&$0)
        $0[Departure.departedOn] = .day(aDay("2024-07-08"))
        $0.overrides = ["W12": "đã kiểm tra"]
      })
    let records = records(book.register)
    #expect(records.departure(0)["warnings"] == ["W12", "W15"])
    #expect(records.departure(1)["warnings"] == ["W15", "W11"])
  }

  @Test func fieldsInConflictAreListed() {
    var book = Book.withOne
    let departure = book.register.key(.departure, 0)
    let basis = book.register.basis(of: departure)
    for market in ["KR", "TW"] { book.save([Edit(departure, [("market", .code(market))], basis: basis)]) }
    let worker = book.register.key(.worker, 0)
    let known = book.register.basis(of: worker)
    for phone in ["1", "2"] { book.save([Edit(worker, [("phone", .text(phone))], basis: known)]) }
    #expect(records(book.register).departure(0)["conflicts"] == ["market", "phone"])
  }

  @Test func aHouseholdHasItsMembersAndItsClassByYear() throws {
    var book = Book.withOne
    try book.add(
      .householdReview,
      #"{"household":"h1","commune":"02728","catalogue":"2023","year":2025,"class":"NEAR_POOR"}"#)
    let json = records(book.register).household(0)
    #expect(json["household"] == "h1" && json["commune"] == "02728" && json["catalogue"] == "2023")
    #expect(json["classes"] == ["2024": "POOR", "2025": "NEAR_POOR"])
    #expect(json["members"] == [.string(book.register.key(.worker, 0))])
  }

  @Test func aReportAndATaskAreListed() throws {
    var book = Book()
    try book.add(
      .report, #"{"unit":"02728","catalogue":"2023","period":"2024-08","state":"sent","on":"2024-09-05"}"#)
    try book.add(
      .taskUpdate,
      #"{"task":"III.1.1","unit":"10","catalogue":"2023","on":"2024-09-12","percent":50,"note":"…"}"#)
    let report = records(book.register).report(0)
    #expect(report["unit"] == "02728" && report["state"] == "sent" && report["receivedOn"] == "2024-09-05")
    let tasks = records(book.register).tasks(.standard)
    #expect(tasks.map { $0["task"]?.text } == Plan.standard.tasks.map(\.id))
    let task = tasks.first { $0["task"] == "III.1.1" }
    #expect(task?["percent"] == 50 && task?["updates"]?.elements?.count == 1)
  }
}

@Suite("The heads of lists")
struct RecordKeysTests {
  @Test func everyRecordSaysWhatItsHeadNames() throws {
    var book = Book.withOne
    try book.add(
      .incident, #"{"type":"HOST_LAW","on":"2024-08-01","commune":"02728","catalogue":"2023"}"#)
    try book.add(
      .report, #"{"unit":"02728","catalogue":"2023","period":"2024-08","state":"nil","on":"2024-09-02"}"#)
    let records = RecordsJSON(Census(book.register, today: aDay("2024-09-30")), isUnmasked: false)
    func keys(_ json: JSON?) -> [String] { json?.members?.map(\.key) ?? [] }
    #expect(keys(records.departure(0)) == RecordsJSON.departureKeys)
    #expect(keys(records.worker(0)) == RecordsJSON.workerKeys)
    #expect(keys(records.household(0)) == RecordsJSON.householdKeys)
    #expect(keys(records.incident(0)) == RecordsJSON.incidentKeys)
    #expect(keys(records.report(0)) == RecordsJSON.reportKeys)
    #expect(keys(records.tasks(.standard).first) == RecordsJSON.taskKeys)
  }
}
