import Foundation
import Model
import Testing

@testable import App

/// What docs/json.md promises of the records that are given out.
@Suite struct DocumentedJSONTests {
  private func examples() throws -> [JSON] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("docs/json.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("{") }.compactMap { try? JSON.parse($0.utf8) }
  }

  @Test(arguments: ListCommand.Kind.allCases)
  func everyKindHasAnExampleWithAllItsKeys(kind: ListCommand.Kind) throws {
    #expect(try examples().contains { $0.members?.map(\.key) == kind.keys }, "\(kind.keys)")
  }
}
