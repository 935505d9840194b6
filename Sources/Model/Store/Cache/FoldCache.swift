import Glibc

/// The fold as it was last time, with how far it had read; disposable, and always equal to folding anew.
struct FoldCache {
  /// How far one segment had been read, and what it looked like then.
  struct Mark: Equatable {
    let file: String
    let length: Int
    let inode: UInt64
    let device: UInt64
    /// Nanoseconds since 1970; 0 when the file had grown meanwhile.
    let modified: Int
    let hash: String
  }

  /// What was kept: the register, how far it had read, and the figures, which are read by those who make them.
  struct Kept {
    let register: Register
    let marks: [Mark]
    /// Whether every chain had been verified.
    let isVerified: Bool
    let figures: Unpacker
    /// Looks through the file, beside other work.
    let check: Unpacker.Check
  }

  let path: String

  init(in folder: String) { path = folder + "/fold" }

  /// Changes whenever a field, a code or a unit does: numbers in a cache mean what they meant when it was written.
  private static let schema: UInt64 = {
    var hash = Checksum()
    for kind in EntityKind.allCases {
      hash.add(kind.rawValue)
      for number in EntityKind.fieldNumbers[kind.index] { withUnsafeBytes(of: number) { hash.add($0) } }
    }
    withUnsafeBytes(of: Embedded.fingerprint) { hash.add($0) }
    hash.add("format 4")
    return hash.value
  }()

  /// Keeps a fold in the place of the one before; what goes wrong costs only time at the next start.
  func write(
    _ register: Register, _ marks: [Mark], isVerified: Bool = true, figures: (Packer) -> Void
  ) {
    let fresh = path + ".new"
    unlink(fresh)
    let fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard fd >= 0 else { return }
    let packer = Packer(to: fd)
    packer.put(marks.map { $0.file + "\n" + $0.hash + "\n" }.joined())
    packer.put([isVerified ? UInt8(1) : 0])
    packer.put(marks.flatMap { [UInt64($0.length), $0.inode, $0.device, UInt64($0.modified)] })
    var isWhole = register.pack(into: packer)
    if isWhole { figures(packer) }
    isWhole = packer.finish(schema: FoldCache.schema) && isWhole
    // Without this a power cut may leave the name of a file whose bytes never reached the disk.
    isWhole = isWhole && fdatasync(fd) == 0
    guard close(fd) == 0, isWhole, rename(fresh, path) == 0 else {
      unlink(fresh)
      return
    }
  }

  /// What was kept, if it is whole, as far as can be seen at once, and of this version.
  func read() -> Kept? {
    guard let file = MappedFile(path), var unpacker = Unpacker(file, schema: FoldCache.schema),
      let names = unpacker.text()?.split(separator: "\n", omittingEmptySubsequences: false),
      let verified = unpacker.array(UInt8.self), let numbers = unpacker.array(UInt64.self),
      names.count == numbers.count / 2 + 1, numbers.count % 4 == 0
    else { return nil }
    let marks = (0..<numbers.count / 4).map { index in
      Mark(
        file: String(names[2 * index]), length: Int(truncatingIfNeeded: numbers[4 * index]),
        inode: numbers[4 * index + 1], device: numbers[4 * index + 2],
        modified: Int(truncatingIfNeeded: numbers[4 * index + 3]), hash: String(names[2 * index + 1]))
    }
    let check = unpacker.check
    guard let register = Register(&unpacker) else { return nil }
    return Kept(
      register: register, marks: marks, isVerified: verified == [1], figures: unpacker, check: check)
  }

  /// Throws away what turned out not to be what was written.
  func forget() { unlink(path) }
}
