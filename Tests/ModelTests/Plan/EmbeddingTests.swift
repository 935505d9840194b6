import Foundation
import Testing

@testable import Model

@Suite struct EmbeddingTests {
  @Test(arguments: [
    ("plan.json", "plan-280.json"), ("places/2023.json", "units-2023.json"),
    ("places/2025.json", "units-2025.json"),
    ("places/2023-to-2025.json", "units-2023-to-2025.json"),
  ])
  func theFilesOfANewFolderSayWhatTheDataSay(path: String, source: String) throws {
    let file = try #require(FolderFile.all.first { $0.path == path })
    let embedded = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? NSDictionary
    let data = try JSONSerialization.jsonObject(with: DataFile.bytes(source)) as? NSDictionary
    #expect(embedded != nil && embedded == data)
    #expect(file.text.hasSuffix("}\n") && !file.text.dropLast().contains("\n"))
  }

  @Test func eachFileIsNamedByItsHash() throws {
    let sha256sum = URL(filePath: "/usr/bin/sha256sum")
    try #require(FileManager.default.isExecutableFile(atPath: sha256sum.path), "sha256sum is missing")
    for file in FolderFile.all {
      let copy = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data(file.bytes).write(to: copy)
      defer { try? FileManager.default.removeItem(at: copy) }
      let (status, output) = try run(sha256sum, [copy.path])
      #expect(status == 0)
      #expect(output.prefix(64) == file.sha256)
    }
  }

  @Test func theEmbeddedTablesWereMadeFromTheData() throws {
    let script = DataFile.project.appending(path: "Scripts/embed.py")
    let (status, output) = try run(URL(filePath: "/usr/bin/env"), ["python3", "-B", script.path, "--check"])
    #expect(status == 0, "\(output)")
  }

  @Test func theTemplateTasksNameKnownAgenciesGroupsAndSources() throws {
    struct Template: Decodable {
      struct Group: Decodable { let code: String }
      struct Task: Decodable {
        let id, group: String
        let typicalLead, typicalCoordinating: [String]?
      }
      let groups: [Group]
      let tasks: [Task]
    }
    let template = try DataFile.read(Template.self, "plan-template-common-tasks.json")
    #expect(!template.tasks.isEmpty)
    #expect(Set(template.tasks.map(\.id)).count == template.tasks.count)
    for task in template.tasks {
      #expect(template.groups.contains { $0.code == task.group }, "\(task.id)")
      for agency in (task.typicalLead ?? []) + (task.typicalCoordinating ?? []) {
        #expect(CodeList.agencies.contains(agency), "\(task.id): \(agency)")
      }
    }
  }

  private func run(_ program: URL, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
