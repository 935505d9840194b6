import Foundation

@testable import Model

/// A place on the disk for one test, with a data folder and an account; it is removed afterwards.
final class ScratchFolder {
  let path: String
  let account = Account(uid: geteuid(), name: "lan.nt", machine: "machine-1")

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/lenduong-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var data: String { path + "/data" }
  var state: String { path + "/state" }
  static let plan = Array(#"{"plan":"280"}"#.utf8)
  static let places = [(name: "2023.json", bytes: Array("[]".utf8))]
  static let today = Timestamp(seconds: 1_727_658_123)

  @discardableResult
  func create() throws -> DataFolder {
    try DataFolder.create(
      data, privateRoot: state, plan: ScratchFolder.plan, places: ScratchFolder.places, account: account,
      made: ScratchFolder.today)
  }

  func journal(
    account: Account? = nil, patience: Int = 5, clock: @escaping () -> Timestamp = { ScratchFolder.today }
  ) throws -> Journal {
    try Journal(
      DataFolder(data), privateRoot: state, account: account ?? self.account, clock: clock,
      patience: patience)
  }

  /// The segments' files in order, by their full paths.
  func files() throws -> [String] { try DataFolder(data).segments().segments.map { data + "/" + $0.file } }

  func bytes(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: file))) }

  /// Overwrites a file in place, as a faulty disk or a stranger would.
  func write(_ bytes: [UInt8], to file: String) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    defer { try? handle.close() }
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
  }

  /// What `verify` says of the folder, notices and all.
  func findings(remembered: (mark: SegmentMark, isHere: Bool)? = nil) throws -> [VerifyReport.Finding] {
    try Verify.run(DataFolder(data), remembered: remembered).problems
  }

  /// All lines of all segments that a fold would take, each id once.
  func folded() throws -> [LineID: Line] {
    var lines: [LineID: Line] = [:]
    for file in try files() {
      let bytes = try bytes(file)
      let scan = bytes.withUnsafeBytes { SegmentScan($0, verifying: false) }
      for range in scan.lines {
        let line = try Line.read(bytes[range])
        lines[line.id] = lines[line.id] ?? line
      }
    }
    return lines
  }

  static func line(_ number: Int, id: LineID = .random()) -> NewLine {
    .set(
      Operation(
        entity: "worker/w\(number)",
        fields: [("fullName", .text("Lao động mẫu \(number)")), ("n", .integer(number))]),
      id: id)
  }
}
