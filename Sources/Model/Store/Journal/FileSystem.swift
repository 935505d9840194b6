/// The kinds of file system on which the truth may not lie, found by the device in the kernel's mount table.
enum FileSystem {
  private static let refused = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "ncpfs", "virtiofs", "fuse",
    "fuseblk", "vboxsf", "prl_fs", "lustre", "ocfs2", "gfs2", "gpfs", "beegfs", "pvfs2",
  ]

  static func refuseNetwork(_ device: UInt64, _ path: String) throws(StoreProblem) {
    guard let kind = network(device) else { return }
    throw StoreProblem(
      .networkDisk, path,
      "“\(path)” nằm trên đĩa mạng (\(kind)); dữ liệu chỉ được để trên đĩa của máy này.",
      "“\(path)” lies on a network disk (\(kind)); the data may only lie on a disk of this machine.")
  }

  /// The kind of network or user-space file system of `device`; `nil` for a local one or an unknown one.
  static func network(_ device: UInt64) -> String? {
    do throws(SystemError) {
      return network(device, mounts: try Descriptor.text(of: "/proc/self/mountinfo"))
    } catch {
      return nil
    }
  }

  /// The same, by the text of `/proc/self/mountinfo` (proc(5)).
  static func network(_ device: UInt64, mounts: String) -> String? {
    let space = UInt8(ascii: " ")
    let wanted = Array(" \(major(device)):\(minor(device)) ".utf8)
    for line in mounts.utf8.split(separator: UInt8(ascii: "\n")) {
      // The device is the third word; what it is stands behind a dash of its own.
      guard let first = line.firstIndex(of: space),
        let second = line[line.index(after: first)...].firstIndex(of: space),
        line[second...].starts(with: wanted)
      else { continue }
      let words = line.split(separator: space)
      guard let dash = words.firstIndex(where: { $0.elementsEqual([UInt8(ascii: "-")]) }),
        dash + 1 < words.count
      else { continue }
      let kind = String(decoding: words[dash + 1], as: UTF8.self)
      return refused.contains(kind) || kind.hasPrefix("fuse.") ? kind : nil
    }
    return nil
  }

  private static func major(_ device: UInt64) -> UInt64 {
    (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
  }

  private static func minor(_ device: UInt64) -> UInt64 {
    device & 0xFF | (device >> 12) & ~0xFF
  }
}
