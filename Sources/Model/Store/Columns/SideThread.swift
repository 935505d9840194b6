import Glibc

/// Some work on a thread of its own.
final class SideThread: @unchecked Sendable {
  private let work: () -> Void
  private var thread = pthread_t()

  init(_ work: @escaping () -> Void) { self.work = work }

  /// Begins; false where no thread can be had. It must be joined then, or live as long as the program.
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
