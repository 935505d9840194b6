import Glibc

/// The fold as it was last time, with how far it had read; disposable, and always equal to folding anew.
struct FoldCache {
  /// What was kept: the register, how far it had read, and the figures, which are read by those who make them.
  struct Kept {
    let register: Register
    let reaches: [Reach]
    /// Inode and device of the folder of the journals.
    let home: [UInt64]
    /// Whether every chain had been verified.
    let isVerified: Bool
    let figures: Unpacker
    /// Looks through the file, beside other work.
    let check: Unpacker.Check
  }

  let path: String
  private let folder: String

  init(in folder: String) { (self.folder, path) = (folder, folder + "/fold") }

  /// Changes whenever a field, a code or a unit does: numbers in a cache mean what they meant when it was written.
  private static let schema: UInt64 = {
    var hash = Checksum()
    for kind in EntityKind.allCases {
      hash.add(kind.rawValue)
      for number in EntityKind.fieldNumbers[kind.index] { withUnsafeBytes(of: number) { hash.add($0) } }
    }
    withUnsafeBytes(of: Embedded.fingerprint) { hash.add($0) }
    hash.add("format 10")
    return hash.value
  }()

  /// So many lines that are not kept are folded at a start sooner than all are kept anew.
  ///
  /// - Parameter isWaitedFor: whether many commands may follow one another, each waited for: then they fold lines until
  ///   that has cost as much as keeping all once, which goes by the square root of the lines that are kept.
  static func few(beside lines: Int, isWaitedFor: Bool) -> Int {
    isWaitedFor ? max(32, Int(Double(max(0, lines)).squareRoot() / 2)) : 32
  }

  /// Keeps a fold in the place of the one before; what goes wrong costs only time at the next start.
  ///
  /// - Returns: whether it is kept; not where another process of this account is just keeping one.
  @discardableResult
  func write(
    _ register: Register, _ reaches: [Reach], home: [UInt64] = [], isVerified: Bool = true,
    figures: (Packer) -> Void
  ) -> Bool {
    // Two that write beside each other would take each other's half-written file for their own.
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard lock >= 0 else { return false }
    defer { close(lock) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { return false }
    let fresh = path + ".new"
    unlink(fresh)
    let fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard fd >= 0 else { return false }
    let packer = Packer(to: fd)
    packer.put([isVerified ? UInt8(1) : 0])
    packer.put(home)
    packer.put(reaches.flatMap(\.words))
    register.pack(into: packer)
    figures(packer)
    var isWhole = packer.finish(schema: FoldCache.schema)
    // Without this a power cut may leave the name of a file whose bytes never reached the disk.
    isWhole = isWhole && fdatasync(fd) == 0
    guard close(fd) == 0, isWhole, rename(fresh, path) == 0 else {
      unlink(fresh)
      return false
    }
    return true
  }

  /// What was kept, if it is whole, as far as can be seen at once, and of this version.
  func read() -> Kept? {
    guard let file = MappedFile(path), var unpacker = Unpacker(file, schema: FoldCache.schema),
      let verified = unpacker.array(UInt8.self), let home = unpacker.array(UInt64.self),
      let words = unpacker.array(UInt64.self),
      words.count % Reach.size == 0
    else { return nil }
    let reaches = stride(from: 0, to: words.count, by: Reach.size).map { Reach(words[$0..<$0 + Reach.size]) }
    let check = unpacker.check
    guard let register = Register(&unpacker) else { return nil }
    return Kept(
      register: register, reaches: reaches, home: home, isVerified: verified == [1], figures: unpacker,
      check: check)
  }

  /// The same, looked through to its end.
  func readWhole() -> Kept? {
    guard let kept = read() else { return nil }
    var check = kept.check
    while true {
      if let answer = check.isWhole() { return answer ? kept : nil }
    }
  }

  /// Throws away what turned out not to be what was written.
  func forget() { unlink(path) }
}
