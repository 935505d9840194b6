import Glibc

/// Makes a new data folder from an archive of `Backup`, byte for byte.
///
/// Nothing is written before the whole archive was checked. One file more, `restored`, tells the new folder from
/// the old one: whoever writes there next is a new writer.
public struct Restoring {
  private let archive: Descriptor
  private let path: String
  private var files: [(header: TapeHeader, offset: Int)] = []

  /// Reads an archive and writes what it holds into a folder that does not exist or is empty.
  ///
  /// - Throws: `damagedArchive` where the file is no archive of ours, is cut short or was changed; as
  ///   `DataFolder.create` for the folder.
  public static func run(_ archivePath: String, into path: String) throws(StoreProblem) -> ArchiveReport {
    let archive: Descriptor
    let length: Int
    do throws(SystemError) {
      archive = try Descriptor.open(archivePath, O_RDONLY)
      let status = try archive.status()
      guard status.isFile else { throw SystemError(code: status.isFolder ? EISDIR : ESPIPE) }
      length = status.length
    } catch {
      throw .unreadable(archivePath, error)
    }
    var restoring = Restoring(archive: archive, path: archivePath)
    try restoring.readHeaders(upTo: length)
    try restoring.checkSums()
    return try restoring.write(into: path)
  }

  /// So many bytes are summed at once.
  private static let piece = 1 << 20

  private init(archive: Descriptor, path: String) {
    self.archive = archive
    self.path = path
  }

  private func damaged(_ place: String) -> StoreProblem {
    StoreProblem(
      .damagedArchive, path, "“\(path)” không phải bản sao lưu của lenduong, hoặc bị hỏng ở \(place).",
      "“\(path)” is no backup of lenduong, or is damaged at \(place).")
  }

  private func read(_ offset: Int, _ length: Int) throws(StoreProblem) -> [UInt8] {
    do throws(SystemError) { return try archive.read(from: offset, length: length) } catch {
      throw .unreadable(path, error)
    }
  }

  private mutating func readHeaders(upTo length: Int) throws(StoreProblem) {
    var offset = 0
    var names: Set<String> = []
    while true {
      let block = try read(offset, TapeHeader.block)
      if block.count == TapeHeader.block, block.allSatisfy({ $0 == 0 }) { break }
      guard let header = TapeHeader(block),
        header.name == ArchivedFile.sums || ArchivedFile.isKnown(header.name),
        names.insert(header.name).inserted, header.length >= 0,
        header.length <= min(length - offset - TapeHeader.block, Descriptor.mostBytes)
      else { throw damaged("byte \(offset)") }
      offset += TapeHeader.block
      files.append((header, offset))
      offset += header.length + TapeHeader.padding(after: header.length)
    }
    guard files.last?.header.name == ArchivedFile.sums, names.contains(DataFolder.formatName) else {
      throw damaged("byte \(offset)")
    }
  }

  /// Compares every file with the sum that the archive states.
  private func checkSums() throws(StoreProblem) {
    guard let last = files.last else { return }
    let stated = String(decoding: try read(last.offset, last.header.length), as: UTF8.self)
    var found = ""
    for file in files.dropLast() {
      var hash = SHA256()
      for start in stride(from: 0, to: file.header.length, by: Restoring.piece) {
        let bytes = try read(file.offset + start, min(Restoring.piece, file.header.length - start))
        bytes.withUnsafeBytes { hash.update($0) }
      }
      let sum = ArchivedFile.sum(hash, of: file.header.name)
      guard stated.contains(sum) else { throw damaged("“\(file.header.name)”") }
      found += sum
    }
    guard found == stated else { throw damaged("“\(ArchivedFile.sums)”") }
  }

  private func write(into path: String) throws(StoreProblem) -> ArchiveReport {
    let contents = files.dropLast().filter { $0.header.name != DataFolder.formatName }
    guard let format = files.first(where: { $0.header.name == DataFolder.formatName }) else {
      throw damaged("“\(DataFolder.formatName)”")
    }
    // Before anything is made: a newer version's archive is left alone.
    let formatBytes = try read(format.offset, format.header.length)
    _ = try Format(formatBytes, path: "\(self.path):\(DataFolder.formatName)")
    var report = ArchiveReport()
    let checked = try DataFolder.emptyFolder(path)
    let maker = FolderMaker(folder: checked.folder, isShared: checked.status.isShared)
    do throws(SystemError) {
      // First, so that what an interrupted restoring leaves can be told from anything else.
      try maker.write(DataFolder.restoredName, Array("\(LineID.random())\n".utf8))
      try maker.makeJournal()
    } catch {
      throw .notSaved(path, error)
    }
    for file in contents {
      let bytes = try read(file.offset, file.header.length)
      report.count(file.header.name, bytes)
      do throws(SystemError) { try maker.writeDeep(file.header.name, bytes) } catch {
        throw .notSaved("\(path)/\(file.header.name)", error)
      }
    }
    report.count(DataFolder.formatName, formatBytes)
    do throws(SystemError) {
      try maker.begin(format: formatBytes)
      try maker.publish()
    } catch {
      throw .notSaved("\(path)/\(DataFolder.formatName)", error)
    }
    return report
  }
}
