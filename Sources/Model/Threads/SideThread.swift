import Glibc

/// Some work on a thread of its own.
final class SideThread: @unchecked Sendable {
  private let work: () -> Void
  private var thread = pthread_t()

  /// - Parameter isPatient: whether all other work comes first.
  init(isPatient: Bool = false, _ work: @escaping () -> Void) {
    self.work = {
      // On this system a thread has a niceness of its own, and 0 means itself.
      if isPatient { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, SideThread.patience) }
      work()
    }
  }

  /// How nice a thread is for which nobody waits, of at most 19.
  private static let patience: Int32 = 10

  /// Begins; false where no thread can be had.
  ///
  /// A thread that began is to be joined, or this to live as long as the program.
  func start() -> Bool {
    pthread_create(
      &thread, nil,
      { worker in
        if let worker { Unmanaged<SideThread>.fromOpaque(worker).takeUnretainedValue().work() }
        return nil
      }, Unmanaged.passUnretained(self).toOpaque()) == 0
  }

  func join() { pthread_join(thread, nil) }
}
