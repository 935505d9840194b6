import Glibc

/// The end of the process: with a status, and not by a file-size limit.
enum Exit {
  static func now(_ status: Int32) -> Never { exit(status) }

  /// Lets a write beyond the limit fail with `EFBIG`, so that it can be said that nothing was saved.
  static func survivesFileSizeLimit() { signal(SIGXFSZ, SIG_IGN) }

  /// No core file is written when the program dies: it would hold people's data (core(5), `RLIMIT_CORE`).
  static func leavesNoCore() {
    var none = rlimit()
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
