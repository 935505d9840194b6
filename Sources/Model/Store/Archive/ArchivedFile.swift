/// What an archive holds besides the lines of the writers, and how its files are named.
enum ArchivedFile {
  /// The SHA-256 of every other file, as `sha256sum --check` reads it; the last file of an archive.
  static let sums = "SHA256SUMS"

  /// Whether an archive of ours may hold a file of this name: nothing can be written outside the new folder.
  static func isKnown(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1:
      return [
        DataFolder.formatName, Format.planName, ReplacedLines.fileName, DataFolder.syntheticName,
        DataFolder.viewersName,
      ].contains(name)
    case 2:
      return parts[0] == Format.placesFolder && Format.isPlaceName(parts[1])
    case 3:
      guard parts[0] == DataFolder.journalName, let writer = WriterID(parts[1]) else { return false }
      let segment = parts[2].hasSuffix(".jsonl") ? SegmentName(parts[2].dropLast(6)) : nil
      return segment.map { writer.description == parts[1] && $0.file == parts[2] } ?? false
    default:
      return false
    }
  }

  /// One line of `SHA256SUMS`.
  static func sum(_ hash: SHA256, of name: String) -> String {
    "\(hash.digest().hexadecimal)  \(name)\n"
  }
}

/// How much was written into an archive, or out of one.
public struct ArchiveReport: Hashable, Sendable {
  public internal(set) var segments = 0
  /// Lines of all writers that end with a line break.
  public internal(set) var lines = 0
  /// Bytes of all files, without what the archive itself adds.
  public internal(set) var bytes = 0

  mutating func count(_ name: String, _ content: [UInt8]) {
    bytes += content.count
    guard name.hasPrefix("\(DataFolder.journalName)/") else { return }
    segments += 1
    lines += content.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  /// The form of `backup --json` and `restore --json`.
  public func json(_ path: String) -> JSON {
    [
      "schema": 1, "path": .string(path), "segments": .integer(segments), "lines": .integer(lines),
      "bytes": .integer(bytes),
    ]
  }
}
