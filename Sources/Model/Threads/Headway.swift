import Glibc

/// How far something is that is made on a thread of its own; whoever waits for it reads that, and may stop it.
public final class Headway: @unchecked Sendable {
  /// Of how many steps it is.
  private let whole: Int
  private var done = 0
  private var isOver = false
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  public init(of whole: Int) {
    self.whole = whole
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// From 0 for nothing to 1 for all.
  public var share: Double { locked { whole > 0 ? min(1, Double(done) / Double(whole)) : 0 } }

  /// Whether nobody wants it any more; what is made from then on is not whole.
  public var isStopped: Bool { locked { isOver } }

  /// Says that nobody wants it; who makes it gives up at the next step.
  public func stop() { locked { isOver = true } }

  /// Says that a step is made; false where nobody wants the next one.
  func step() -> Bool {
    locked {
      done += 1
      return !isOver
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}

extension Headway? {
  /// Says that a step is made; false where nobody wants the next one, true where nobody watches.
  func step() -> Bool { self?.step() ?? true }
}
