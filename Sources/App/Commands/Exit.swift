import Glibc

/// The end of the process: with a status, and not by a file-size limit.
enum Exit {
  static func now(_ status: Int32) -> Never { exit(status) }

  /// Lets a write beyond the limit fail with `EFBIG`, so that it can be said that nothing was saved.
  static func survivesFileSizeLimit() { signal(SIGXFSZ, SIG_IGN) }
}
