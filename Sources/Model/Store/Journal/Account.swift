import Glibc

/// The operating-system account at work, on its machine.
public struct Account: Hashable, Sendable {
  public let uid: UInt32
  /// The name in the password file, else `uid:1000`; shown beside each line, never obeyed.
  public let name: String
  /// What tells this installation from a copy of its disk; empty where the machine has no id.
  public let machine: String

  public init(uid: UInt32, name: String, machine: String) {
    self.uid = uid
    self.name = name
    self.machine = machine
  }

  /// The account that runs this program; reads `/etc/passwd` and `/etc/machine-id`, nothing else.
  public static func current() -> Account {
    let uid = geteuid()
    let machine = text(of: "/etc/machine-id").prefix { $0 != "\n" }
    return Account(uid: uid, name: name(of: uid, passwd: text(of: "/etc/passwd")), machine: String(machine))
  }

  /// The name of `uid` in the text of a password file (passwd(5)), else `uid:` and the number.
  static func name(of uid: UInt32, passwd: String) -> String {
    let wanted = String(uid)
    for line in passwd.utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count >= 3, parts[2].elementsEqual(wanted.utf8), !parts[0].isEmpty else { continue }
      return String(decoding: parts[0], as: UTF8.self)
    }
    return "uid:\(uid)"
  }

  /// A file's text; empty where it cannot be read, which is an answer here.
  private static func text(of path: String) -> String {
    do throws(SystemError) {
      return try Descriptor.text(of: path)
    } catch {
      return ""
    }
  }
}
