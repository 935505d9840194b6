import Glibc

/// Who this account writes as, and how its segment stood when it was last said (`writer.json`).
///
/// The identity is bound to the machine, the account and the open segment's device and inode. Any doubt gives
/// a new writer. Lines written under the old id stay where they are: they are in this folder, they are folded
/// like anybody's, and as long as nothing is exchanged no other copy could miss them, so none is made.
struct WriterState: Hashable, Sendable {
  /// The open segment.
  struct Open: Hashable, Sendable {
    let name: SegmentName
    let device: UInt64
    let inode: UInt64
    /// Bytes that are known to be acknowledged.
    var length: Int
    /// The hash of the last of these lines.
    var hash: LineHash
    /// The number of that line.
    var n: Int
    /// Whether it may not be appended to any more: saving to it failed.
    var isSealed = false
  }

  let writer: WriterID
  let machine: String
  let uid: UInt32
  /// The inode of the folder `j` of the data folder in which it stood: copies of a data folder share this state.
  let home: UInt64?
  var open: Open?

  static let fileName = "writer.json"

  init(writer: WriterID, account: Account, home: UInt64? = nil, open: Open? = nil) {
    self.writer = writer
    self.home = home
    machine = account.machine
    uid = account.uid
    self.open = open
  }

  /// Reads `writer.json`; `nil` where it is not what we write, which is a doubt like any other.
  init?(_ bytes: [UInt8]) {
    guard let json = WriterState.json(bytes), let writer = json["writer"]?.text.flatMap({ WriterID($0) }),
      let machine = json["machine"]?.text, let uid = json["uid"]?.whole.flatMap({ UInt32(exactly: $0) })
    else { return nil }
    self.writer = writer
    self.machine = machine
    self.uid = uid
    home = json["home"]?.text.flatMap { UInt64($0) }
    guard let segment = json["segment"] else { return }
    guard let name = segment.text.flatMap({ SegmentName($0) }),
      let device = json["dev"]?.text.flatMap({ UInt64($0) }),
      let inode = json["ino"]?.text.flatMap({ UInt64($0) }), let length = json["length"]?.whole,
      length > 0, let hash = json["h"]?.text.flatMap({ LineHash($0) }), let n = json["n"]?.whole,
      let sealed = json["sealed"]?.flag
    else { return nil }
    open = Open(
      name: name, device: device, inode: inode, length: length, hash: hash, n: n, isSealed: sealed)
  }

  private static func json(_ bytes: [UInt8]) -> JSON? {
    do throws(JSONError) {
      return try JSON.parse(bytes)
    } catch {
      return nil
    }
  }

  var bytes: [UInt8] {
    var members: [JSON.Member] = [
      JSON.Member("writer", .string(writer.description)), JSON.Member("machine", .string(machine)),
      JSON.Member("uid", .integer(Int(uid))),
    ]
    if let home { members.append(JSON.Member("home", .string(String(home)))) }
    if let open {
      members += [
        JSON.Member("segment", .string(open.name.description)),
        JSON.Member("dev", .string(String(open.device))), JSON.Member("ino", .string(String(open.inode))),
        JSON.Member("length", .integer(open.length)), JSON.Member("h", .string(open.hash.description)),
        JSON.Member("n", .integer(open.n)), JSON.Member("sealed", .bool(open.isSealed)),
      ]
    }
    return JSON.object(members).bytes + [0x0A]
  }

  func isOf(_ account: Account) -> Bool { machine == account.machine && uid == account.uid }

  /// Puts this in the place of the old `writer.json`, durably; gives the new file, open.
  ///
  /// Who replaces it holds the lock of `folder`. The old file then has no link any more: that is how others
  /// who hold it open see that it is no longer in force.
  @discardableResult
  func publish(in folder: Descriptor) throws(SystemError) -> Descriptor {
    let new = "\(WriterState.fileName).new"
    if unlinkat(folder.fd, new, 0) != 0 && errno != ENOENT { throw .last }
    let file = try Descriptor.open(new, in: folder, O_RDWR | O_CREAT | O_EXCL, mode: 0o600)
    try file.setMode(0o600)
    try file.write(bytes)
    try file.sync()
    guard renameat(folder.fd, new, folder.fd, WriterState.fileName) == 0 else { throw .last }
    try folder.sync()
    return file
  }
}

extension Descriptor {
  /// Writes all of `bytes` with one call.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemError) {
        try write(buffer)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }
}
