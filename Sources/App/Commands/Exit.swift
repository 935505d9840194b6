import Glibc

/// The end of the process: with a status, and not by a file-size limit.
enum Exit {
  static func now(_ status: Int32) -> Never { exit(status) }

  /// Lets a write beyond the limit fail with `EFBIG`, so that it can be said that nothing was saved.
  static func survivesFileSizeLimit() { signal(SIGXFSZ, SIG_IGN) }

  /// No core is written when the program dies, nor handed to another program: it would hold people's data.
  ///
  /// A limit of one byte forbids both, where zero, which is left where nobody may have more, forbids files only (core(5),
  /// fs/coredump.c).
  static func leavesNoCore() {
    let core = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    var least = rlimit(rlim_cur: 1, rlim_max: 1)
    if setrlimit(core, &least) == 0 { return }
    least = rlimit()
    setrlimit(core, &least)
  }
}
