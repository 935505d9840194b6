import Testing

@testable import Model

@Suite("One record, an array, or lines")
struct RecordInputTests {
  private func read(_ text: String) -> [(position: Int, json: JSON?)] {
    RecordInput.read(Array(text.utf8)).map { input in
      if case .success(let json) = input.json { (input.position, json) } else { (input.position, nil) }
    }
  }

  @Test func oneObjectIsOneRecord() {
    let found = read("{\n  \"a\": 1\n}\n")
    #expect(found.map(\.position) == [1] && found.map(\.json) == [["a": 1]])
  }

  @Test func anArrayIsCountedByPlace() {
    let found = read("[{\"a\":1},\n\n{\"a\":2}]")
    #expect(found.map(\.position) == [1, 2] && found.map(\.json) == [["a": 1], ["a": 2]])
  }

  @Test func linesAreCountedAsTheyStandInTheFile() {
    let found = read("{\"a\":1}\n\n  \r\n{\"a\":2}\r\n{\"a\":3}")
    #expect(found.map(\.position) == [1, 4, 5] && found.map(\.json) == [["a": 1], ["a": 2], ["a": 3]])
  }

  @Test func aBrokenLineDoesNotSpoilTheOthers() {
    let found = read("{\"a\":1}\n{\"a\":\n{\"a\":3}\n")
    #expect(found.map(\.position) == [1, 2, 3] && found.map(\.json) == [["a": 1], nil, ["a": 3]])
  }

  @Test func brokenJSONIsOneRefusalWithItsLine() {
    let found = read("{\n  \"a\": 1,\n  \"b\": x\n}")
    #expect(found.map(\.position) == [3] && found.map(\.json) == [nil])
  }

  @Test func nothingIsARefusalAndAnEmptyArrayIsNone() {
    #expect(read("").map(\.json) == [nil])
    #expect(read("[]").isEmpty)
  }
}
