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

  let path: String

  init(in folder: String) { path = folder + "/fold" }

  /// Changes whenever a field, a code or a unit does: numbers in a cache mean what they meant when it was written.
  private static let schema: [UInt64] = {
    var hash = Checksum()
    for kind in EntityKind.allCases {
      for field in kind.fields { hash.add("\(kind.rawValue).\(field.key)") }
    }
    for list in CodeList.all { for code in list.codes { hash.add(code.code) } }
    hash.add("units \(Places.standard.count) format 1")
    return [hash.value]
  }()

  func write(_ register: Register, _ marks: [Mark]) {
    var packer = Packer()
    packer.put(FoldCache.schema)
    packer.put([marks.count])
    for mark in marks {
      packer.put(mark.file)
      packer.put(mark.hash)
      packer.put([UInt64(mark.length), mark.inode, mark.device, UInt64(mark.modified)])
    }
    guard register.packed(into: &packer) else { return }
    var hash = Checksum()
    packer.bytes.withUnsafeBytes { hash.add($0) }
    packer.put([hash.value])
    replace(packer.bytes)
  }

  /// What was kept, if it is whole and of this version.
  func read() -> (register: Register, marks: [Mark])? {
    let fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var status = stat()
    guard fstat(fd, &status) == 0, status.st_uid == geteuid(), status.st_size > 32 else { return nil }
    let size = Int(status.st_size)
    guard let map = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0), map != MAP_FAILED else {
      return nil
    }
    defer { munmap(map, size) }
    return read(UnsafeRawBufferPointer(start: map, count: size))
  }

  private func read(_ bytes: UnsafeRawBufferPointer) -> (register: Register, marks: [Mark])? {
    let body = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 16)])
    var hash = Checksum()
    hash.add(body)
    guard bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self) == hash.value else {
      return nil
    }
    var unpacker = Unpacker(body)
    guard unpacker.take(UInt64.self) == FoldCache.schema, let count = unpacker.take(Int.self)?.first else {
      return nil
    }
    var marks: [Mark] = []
    for _ in 0..<max(0, count) {
      guard let file = unpacker.takeText(), let hash = unpacker.takeText(),
        let numbers = unpacker.take(UInt64.self),
        numbers.count == 4
      else { return nil }
      marks.append(
        Mark(
          file: file, length: Int(truncatingIfNeeded: numbers[0]), inode: numbers[1], device: numbers[2],
          modified: Int(truncatingIfNeeded: numbers[3]), hash: hash))
    }
    guard let register = Register(&unpacker) else { return nil }
    return (register, marks)
  }

  /// Puts the new cache in the place of the old one; what goes wrong costs only time at the next start.
  private func replace(_ bytes: [UInt8]) {
    let fresh = path + ".new"
    unlink(fresh)
    let fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard fd >= 0 else { return }
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(fd, $0.baseAddress.map { $0 + offset }, $0.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      offset += count
    }
    guard close(fd) == 0, offset == bytes.count, rename(fresh, path) == 0 else {
      unlink(fresh)
      return
    }
  }
}

/// Tells whether bytes are the ones that were written; against accidents, not against enemies.
struct Checksum {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest = UInt64(bytes.count)
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 32
  }
}
