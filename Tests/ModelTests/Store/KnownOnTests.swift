import Testing

@testable import Model

@Suite("What was known on a day")
struct KnownOnTests {
  /// Three days, a line each; the second changes what the first said.
  @Test func isWhatTheLinesUntilThenSay() throws {
    let scratch = try ScratchFolder()
    try Ledger.create(scratch.data, privateRoot: scratch.state)
    // 17:00 on the 30th in Hà Nội; 01:00 on the 1st, when it is still the 30th in Greenwich; 01:00 on the 2nd.
    let instants = [1_727_690_400, 1_727_719_200, 1_727_805_600]
    for (index, name) in ["Một", "Hai", "Ba"].enumerated() {
      let ledger = try Ledger.open(
        scratch.data, privateRoot: scratch.state, clock: { Timestamp(seconds: instants[index]) }
      ).ledger
      _ = try ledger.save(
        Change(operations: [Operation(entity: "worker/1", fields: [("fullName", .text(name))])]))
      ledger.close()
    }
    let ledger = try Ledger.open(scratch.data, privateRoot: scratch.state).ledger
    func name(_ day: String) throws -> String? {
      let register = try ledger.register(knownOn: aDay(day))
      return register.row(of: "worker/1").flatMap { register.text(Worker.fullName, $0.row) }
    }
    // Zeros would look like figures.
    #expect(throws: StoreProblem.self) { try name("2024-09-29") }
    #expect(try name("2024-09-30") == "Một")
    #expect(try name("2024-10-01") == "Hai")
    #expect(try ledger.register(knownOn: aDay("2030-01-01")).lineCount == 3)
  }
}
