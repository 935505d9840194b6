import Foundation
import Testing

@testable import App

@Test func aDraftThatIsDroppedLeavesNoHalfWrittenFileEither() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "drafts-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
  let drafts = Drafts(folder: folder.path)
  #expect(
    drafts.keep(DraftRecord(id: "one", kind: "departure", texts: ["fullName": "Lao động mẫu"], focus: "sex")))
  // What a program leaves that is killed while it writes.
  try Data("{".utf8).write(to: folder.appending(path: "one.json.new"))
  #expect(drafts.all().map(\.id) == ["one"])
  drafts.drop("one")
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
}
