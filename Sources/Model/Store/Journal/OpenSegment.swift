import Glibc

/// The segment to which this process appends, open, with what is known of its end.
struct OpenSegment {
  let file: Descriptor
  /// The writer's folder.
  let folder: Descriptor
  let writer: WriterID
  var known: WriterState.Open
  /// Whether a write of this process failed here: it may go on in the next segment only.
  var isBroken = false

  /// Why a segment cannot be gone on with.
  enum Refusal: Error {
    /// It is not what was remembered: the writer's identity is in doubt.
    case doubt
    /// Its end is not whole, or it may not be appended to: it stays as it is.
    case seal
    case failed(SystemError)
  }

  /// Bytes at the end that are looked at when what is remembered is old.
  private static let window = 4 * LineLimits.bytes

  /// Opens the segment that `writer.json` names.
  ///
  /// - Throws: `doubt` also where it lies in a folder of another account's, which could remove it.
  init(_ known: WriterState.Open, of writer: WriterID, in journal: Descriptor) throws(Refusal) {
    self.writer = writer
    self.known = known
    let owner: UInt32
    do throws(SystemError) {
      folder = try Descriptor.folder(writer.description, in: journal)
      owner = try folder.status().owner
      file = try Descriptor.open(known.name.file, in: folder, O_RDWR | O_APPEND)
    } catch {
      switch error.code {
      case ENOENT, ENOTDIR, ELOOP: throw .doubt
      default: throw .failed(error)
      }
    }
    guard owner == geteuid() else { throw .doubt }
  }

  /// Takes over a segment that was just made.
  init(new file: Descriptor, in folder: Descriptor, of writer: WriterID, _ known: WriterState.Open) {
    self.file = file
    self.folder = folder
    self.writer = writer
    self.known = known
  }

  /// Checks, under the lock, that the file is still ours and takes in what other processes appended.
  mutating func catchUp(uid: UInt32) throws(Refusal) {
    let status: FileStatus
    let named: FileStatus?
    do throws(SystemError) {
      status = try file.status()
      named = try folder.status(of: known.name.file)
    } catch {
      throw .failed(error)
    }
    guard status.isFile, status.owner == uid, status.device == known.device, status.inode == known.inode,
      named?.inode == status.inode, named?.device == status.device, status.length >= known.length
    else { throw .doubt }
    guard status.links == 1 else { throw .seal }
    guard status.length > known.length else { return }
    try read(to: status.length)
  }

  /// Checks that the line that ends at the known length is the one that is remembered.
  func checkRemembered() throws(Refusal) {
    let length = min(known.length, LineEncoder.tailLength + 2)
    let bytes = try bytes(from: known.length - length, to: known.length)
    guard DataFolder.lastHash(in: bytes) == known.hash else { throw .doubt }
  }

  /// Reads and verifies what follows the known length; of very much, only the end.
  private mutating func read(to end: Int) throws(Refusal) {
    var start = known.length
    var previous: LineHash? = known.hash
    if end - start > OpenSegment.window {
      let tail = try bytes(from: end - OpenSegment.window, to: end)
      guard let first = tail.firstIndex(of: 0x0A),
        let second = tail[(first + 1)...].firstIndex(of: 0x0A)
      else { throw .seal }
      start = end - OpenSegment.window + second + 1
      previous = DataFolder.lastHash(in: Array(tail[...second]))
      guard previous != nil else { throw .seal }
    }
    let bytes = try bytes(from: start, to: end)
    let scan = bytes.withUnsafeBytes { SegmentScan($0, after: previous, verifying: true) }
    if let hash = scan.last, let range = scan.lines.last {
      known.length = start + scan.lastEnd
      known.hash = hash
      do throws(JournalFault) {
        known.n = max(known.n, try Line.read(bytes[range]).n)
      } catch {
        throw .seal
      }
    }
    guard scan.faults.isEmpty else { throw .seal }
  }

  private func bytes(from start: Int, to end: Int) throws(Refusal) -> [UInt8] {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try file.read(from: start, length: end - start)
    } catch {
      throw .failed(error)
    }
    guard bytes.count == end - start else { throw .doubt }
    return bytes
  }

  /// The segments before this one, as its head line names them, and this one.
  ///
  /// A head that cannot be read names nothing: the chain still ties this segment to the next.
  func marks() throws(SystemError) -> [SegmentMark] {
    let bytes = try file.read(from: 0, length: min(known.length, LineLimits.bytes))
    let this = SegmentMark(writer: writer, segment: known.name, length: known.length, hash: known.hash)
    do throws(JournalFault) {
      return SegmentMark.marks(in: try Line.read(bytes.prefix { $0 != 0x0A })) + [this]
    } catch {
      return [this]
    }
  }
}
