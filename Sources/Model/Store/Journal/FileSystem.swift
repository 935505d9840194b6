/// The kinds of file system on which the truth may not lie, found by the device in the kernel's mount table.
enum FileSystem {
  private static let refused: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "ncpfs", "virtiofs", "fuse",
    "fuseblk",
  ]

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
    let wanted = "\(major(device)):\(minor(device))"
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 6, words[2] == wanted, let dash = words.firstIndex(of: "-"), dash + 1 < words.count
      else { continue }
      let kind = String(words[dash + 1])
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
