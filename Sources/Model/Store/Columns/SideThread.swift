import Glibc

/// Some work on a thread of its own.
final class SideThread: @unchecked Sendable {
  private let work: () -> Void
  private var thread = pthread_t()

  init(_ work: @escaping () -> Void) { self.work = work }

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
