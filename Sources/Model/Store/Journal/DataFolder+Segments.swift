import Glibc

extension DataFolder {
  /// Looks at the files of all writers, without reading them.
  ///
  /// - Throws: also where one writer's folder cannot be looked at: without it every figure would be short of people.
  public func segments() throws(StoreProblem) -> SegmentList {
    let list = try listing()
    if let (file, error) = list.unreadable.first { throw .unreadable("\(path)/\(file)", error) }
    return list
  }

  /// The same, with the names of what cannot be looked at.
  func listing() throws(StoreProblem) -> SegmentList {
    let journalPath = "\(path)/\(DataFolder.journalName)"
    var list = SegmentList()
    let names: [String]
    do throws(SystemError) {
      names = try journal.names()
    } catch {
      throw .unreadable(journalPath, error)
    }
    for name in names {
      guard let writer = WriterID(name) else {
        list.odd.append("\(DataFolder.journalName)/\(name)")
        continue
      }
      do throws(SystemError) {
        try list.look(at: writer, name, in: journal)
      } catch {
        list.unreadable.append(("\(DataFolder.journalName)/\(name)", error))
      }
    }
    return list
  }

  /// The segments of one writer, in order; empty where it has no folder.
  func segments(of writer: WriterID) throws(SystemError) -> [Segment] {
    guard try journal.status(of: writer.description) != nil else { return [] }
    var list = SegmentList()
    try list.look(at: writer, writer.description, in: journal)
    return list.segments
  }

  /// The bytes of a segment from `offset` on: to its end as it is now, or at most `length`.
  public func read(
    _ segment: Segment, from offset: Int = 0, length: Int? = nil
  ) throws(StoreProblem) -> [UInt8] {
    try look(at: segment.id, from: offset, length: length).bytes
  }

  /// The bytes of a part of a segment, as a receipt names them.
  public func read(_ span: SegmentSpan) throws(StoreProblem) -> [UInt8] {
    try look(at: span.id, from: span.offset, length: span.length).bytes
  }

  /// The hash that the last line of a segment states; `nil` where the segment does not end in a whole line.
  public func lastHash(of segment: Segment) throws(StoreProblem) -> LineHash? {
    try lastHash(of: segment, upTo: segment.length)
  }

  /// The hash of the last complete line among the first `end` bytes, or `nil` where there is none.
  func lastHash(of segment: Segment, upTo end: Int) throws(StoreProblem) -> LineHash? {
    let length = LineEncoder.tailLength + 2
    let start = max(0, end - length)
    return DataFolder.lastHash(in: try read(segment, from: start, length: end - start))
  }

  /// What the first line of a segment says of those before it.
  static func marks(in bytes: [UInt8]) -> [SegmentMark] {
    do throws(JournalFault) {
      return SegmentMark.marks(in: try Line.read(bytes.prefix(LineLimits.bytes).prefix { $0 != 0x0A }))
    } catch {
      return []
    }
  }

  /// The hash at the end of bytes that end with a line; the line's start need not be among them.
  static func lastHash(in bytes: [UInt8]) -> LineHash? {
    let tail = bytes.suffix(LineEncoder.tailLength + 1)
    guard tail.count == LineEncoder.tailLength + 1, tail.last == 0x0A else { return nil }
    let line = [UInt8(ascii: "{")] + tail.dropLast()
    return line.withUnsafeBytes { LineShape(line: $0)?.hash }
  }

  /// The same, with the status that the file had before it was read.
  func look(
    at segment: SegmentID, from offset: Int, length: Int? = nil
  ) throws(StoreProblem) -> (bytes: [UInt8], status: FileStatus) {
    do throws(SystemError) {
      let folder = try Descriptor.folder(segment.writer.description, in: journal)
      let file = try Descriptor.open(segment.name.file, in: folder, O_RDONLY)
      let status = try file.status()
      guard status.isFile else { throw SystemError(code: EACCES) }
      let bytes = try file.readLines(from: offset, length: length ?? max(0, status.length - offset))
      return (bytes, status)
    } catch {
      throw .unreadable("\(path)/\(segment.file)", error)
    }
  }
}

extension SegmentList {
  /// Adds what lies in the folder of `writer`, which is called `file`.
  fileprivate mutating func look(
    at writer: WriterID, _ file: String, in journal: Descriptor
  ) throws(SystemError) {
    let folder: Listing
    do { folder = try Listing(file, in: journal) } catch {
      guard [ENOTDIR, ELOOP].contains(error.code) else { throw error }
      odd.append("\(DataFolder.journalName)/\(file)")
      return
    }
    var found: [Segment] = []
    for name in try folder.names() {
      // Nothing takes a segment away: one that has a name and is not there cannot be read.
      guard let status = try folder.status(of: name) else { throw SystemError(code: ENOENT) }
      guard status.isFile, name.hasSuffix(".jsonl"), let segment = SegmentName(name.dropLast(6)) else {
        odd.append("\(DataFolder.journalName)/\(file)/\(name)")
        continue
      }
      found.append(Segment(writer: writer, name: segment, status: status))
    }
    segments += found.sorted { $0.name < $1.name }
    let owner = try folder.status().owner
    removable += found.filter { $0.status.owner != owner }.map(\.file)
  }
}
