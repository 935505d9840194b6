import Glibc

/// A program of the machine, found on its path, run without a terminal and not for ever.
struct OutsideProgram {
  let path: String

  /// `nil` where it is not installed.
  init?(_ name: String) {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let places = folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    guard let found = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    path = found
  }

  /// How long it may take, in seconds.
  private static let patience = 180

  /// Runs it to its end; false where it failed, took too long and was ended, or is ended with this program.
  func run(_ words: [String], _ signals: EndingSignals) -> Bool {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return false }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    guard posix_spawnattr_init(&attributes) == 0 else { return false }
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what it has started ends with it; it hears the signals that are put off here.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setsigmask(&attributes, &signals.before)
    var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + words).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, &attributes, &arguments, environ) == 0 else { return false }
    return OutsideProgram.isDone(child, signals)
  }

  private static func isDone(_ child: pid_t, _ signals: EndingSignals) -> Bool {
    let end = Monotonic.milliseconds() + patience * 1000
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status == 0 }
      if ended < 0, errno != EINTR { return false }
      if signals.haveCome(within: 20_000_000) || Monotonic.milliseconds() > end {
        kill(-child, SIGKILL)
        waitpid(child, &status, 0)
        return false
      }
    }
  }
}

/// Signals that end the program, put off until what it has begun is cleared away.
final class EndingSignals {
  /// What was put off before.
  fileprivate(set) var before = sigset_t()
  private var signals = sigset_t()
  private var arrived: Int32 = 0

  init() {
    sigemptyset(&signals)
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] where !EndingSignals.isIgnored(signal) {
      sigaddset(&signals, signal)
    }
    pthread_sigmask(SIG_BLOCK, &signals, &before)
  }

  /// Whether it ends nothing, as in a program started by nohup.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var now = sigaction()
    sigaction(signal, nil, &now)
    return unsafeBitCast(now.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Whether one has come, or comes in so many nanoseconds (less than a second).
  func haveCome(within nanoseconds: Int = 0) -> Bool {
    guard arrived == 0 else { return true }
    var time = timespec(tv_sec: 0, tv_nsec: nanoseconds)
    arrived = max(0, sigtimedwait(&signals, nil, &time))
    return arrived != 0
  }

  /// Lets them through again; one that has come ends the program now.
  func letThrough() {
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if arrived != 0 { raise(arrived) }
  }
}

/// A folder of this account's own for one conversion, which leaves nothing behind.
struct TemporaryFolder {
  let path: String

  init?() {
    let root = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(root)/lenduong-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() {
    TemporaryFolder.remove(path)
  }

  /// Takes away a folder with all that is in it, following no link.
  private static func remove(_ path: String) {
    for name in FolderNames.all(path) {
      let place = "\(path)/\(name)"
      if unlink(place) != 0 { remove(place) }
    }
    rmdir(path)
  }
}
