import Glibc
import Model

/// What this account's records have taken it lately; 0600, a line a record, never exchanged.
struct OwnStatistics {
  private let path: String

  init(in folder: String) { path = folder + "/statistics.jsonl" }

  /// What is kept of the last days; a line that cannot be read is none.
  func kept(today: Day) -> [KeptEffort] {
    let lines = PrivateFile(path: path).read()?.split(separator: 10) ?? []
    return lines.compactMap { OwnStatistics.effort(Array($0)) }.filter { $0.on > today - KeptEffort.days }
  }

  /// Keeps one more; where the disk refuses, it is not kept: nothing rests on it.
  func keep(_ effort: EntryEffort, on today: Day) {
    let line = OwnStatistics.line(KeptEffort(on: today, effort: effort))
    var status = stat()
    if lstat(path, &status) == 0, status.st_size > OwnStatistics.mostBytes {
      let recent = kept(today: today).suffix(OwnStatistics.mostRecords).flatMap(OwnStatistics.line)
      _ = PrivateFile(path: path).write(recent + line)
      return
    }
    let fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard fd >= 0 else { return }
    _ = line.withUnsafeBytes { write(fd, $0.baseAddress, $0.count) }
    close(fd)
  }

  /// Beyond these the file is written anew with the last days' latest.
  private static let mostBytes = 1 << 20
  private static let mostRecords = 5_000

  private static func line(_ kept: KeptEffort) -> [UInt8] {
    let corrections = kept.effort.corrections.sorted { $0.key < $1.key }
    return JSON.object([
      JSON.Member("on", .string(kept.on.iso)), JSON.Member("keys", .integer(kept.effort.keys)),
      JSON.Member("ms", .integer(kept.effort.milliseconds)),
      JSON.Member("corrections", .object(corrections.map { JSON.Member($0.key, .integer($0.value)) })),
    ]).bytes + [10]
  }

  private static func effort(_ line: [UInt8]) -> KeptEffort? {
    guard case .success(let json) = Result(catching: { () throws(JSONError) in try JSON.parse(line) }),
      let on = json["on"]?.text.flatMap({ Day(iso: $0) }), let keys = json["keys"]?.whole,
      let milliseconds = json["ms"]?.whole, keys >= 0, milliseconds >= 0
    else { return nil }
    let corrections = (json["corrections"]?.members ?? []).compactMap { member in
      member.value.whole.map { (member.key, $0) }
    }
    return KeptEffort(
      on: on,
      effort: EntryEffort(
        keys: keys, milliseconds: milliseconds,
        corrections: Dictionary(corrections, uniquingKeysWith: { $1 })))
  }
}
