import Testing

@testable import Model

/// Long lists are written without a value of JSON of each departure: the bytes are the same.
@Suite("Departures as lines")
struct DepartureLinesTests {
  private func expectAgreement(_ register: Register, _ note: String, unmasked: Bool = false) {
    var census = Census(register, today: DemoProvince.today)
    let unread = census
    census.take(NameIndex(register), readAt: register.lineCount)
    for catalogue in [nil, Catalogue.y2025] {
      let records = RecordsJSON(census, isUnmasked: unmasked, asOf: catalogue).ready(for: 100)
      let rows = register.records(.departure)
      // Each by itself, with nothing made ready for many.
      let plain = RecordsJSON(unread, isUnmasked: unmasked, asOf: catalogue)
      let values = rows.map { plain.departure($0).harmlessBytes }
      let joined = Array(values.joined(separator: Array(", ".utf8)))
      let bytes = records.bytes(departures: rows, isFirst: true, between: Array(", ".utf8), end: [])
      #expect(bytes == joined, "\(note): \(String(decoding: bytes.prefix(400), as: UTF8.self))")
      let later = records.bytes(departures: rows.prefix(1), isFirst: false, between: [1], end: [2])
      let first: [UInt8] = rows.isEmpty ? [] : [1] + values[0] + [2]
      #expect(later == first, "\(note)")
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func anInventedProvinceReadsTheSame(_ seed: UInt64) {
    var province = DemoProvince(seed: seed)
    var register = Register()
    for entry in province.departures().prefix(300) {
      register.fold(
        register.change(register.edits(adding: entry, today: DemoProvince.today)).line.bytes(n: 1))
    }
    expectAgreement(register, "seed \(seed)")
    expectAgreement(register, "seed \(seed), unmasked", unmasked: true)
  }

  @Test func historiesOfSeveralWritersReadTheSame() {
    let seed = UInt64.random(in: 0..<1_000_000)
    for seed in seed..<seed + 200 {
      expectAgreement(Register(folding: RandomHistory(seed: seed).lines), "seed \(seed)")
    }
  }

  @Test func whatNeedsAnEscapeGetsOne() {
    var book = Book()
    let texts = [
      "Lao \"động\" mẫu", "Lao\\động", "a\u{202E}b\u{200B}c", "\u{9B}31m", "Ѐ中文 \u{1F600}", "•", "“ngoặc”",
      "ỹ\u{FEFF}",
      "c\u{1}d\n\te", "b12 345 678", "B 1234567", "12345678", "123456789",
    ]
    for text in texts {
      var entry = DepartureEntry(unit: Places.standard.unit(code: "02728", catalogue: .y2023)?.id)
      entry[Worker.fullName] = .text(text)
      entry[Worker.passport] = .text(text)
      entry[Departure.occupation] = .text(text)
      entry[Departure.contractMonths] = .integer(24)
      entry[DepartureEntry.status] = .code("REGISTERED")
      entry.overrides = ["W13": text]
      book.add(entry)
    }
    #expect(book.register.records(.departure).count == texts.count)
    expectAgreement(book.register, "masked")
    expectAgreement(book.register, "unmasked", unmasked: true)
  }
}
