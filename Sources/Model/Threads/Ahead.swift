import Glibc

/// Makes things on a thread of its own, a few ahead of the one who takes them in their order and helps where it waits.
///
/// What `make` refers to must stay as it is until all have been taken or this is gone.
final class Ahead<Item: Sendable>: @unchecked Sendable {
  private let count: Int
  private let ahead: Int
  private let make: @Sendable (Int) -> Item
  /// By their number, until they are taken.
  private var made: [Int: Item] = [:]
  /// The next that nobody has begun to make.
  private var begun = 0
  private var taken = 0
  private var isGone = false
  private var thread: SideThread?
  private var isRunning = false
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Begins at once; where no thread can be had, things are made when they are taken.
  ///
  /// - Parameters:
  ///   - isAlways: whether a single thing is made there, too.
  ///   - isPatient: whether nobody waits for it, so that everything else comes first.
  init(
    _ count: Int, ahead: Int, isAlways: Bool = false, isPatient: Bool = false,
    make: @escaping @Sendable (Int) -> Item
  ) {
    (self.count, self.ahead, self.make) = (count, ahead, make)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
    guard count > 1 || isAlways else { return }
    thread = SideThread(isPatient: isPatient) { [unowned(unsafe) self] in self.run() }
    isRunning = thread?.start() ?? false
  }

  deinit {
    finish()
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// The next thing; `nil` after the last.
  ///
  /// Makes later ones as long as it is not there.
  func next() -> Item? {
    guard taken < count else {
      finish()
      return nil
    }
    guard isRunning else {
      taken += 1
      return make(taken - 1)
    }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let item = made.removeValue(forKey: taken) {
        taken += 1
        pthread_cond_signal(changed)
        return item
      }
      if !makeOne() { pthread_cond_wait(changed, lock) }
    }
  }

  /// The next thing, if it has been made already.
  func ready() -> Item? {
    guard isRunning, taken < count else { return isOver ? nil : next() }
    pthread_mutex_lock(lock)
    let isMade = made[taken] != nil
    pthread_mutex_unlock(lock)
    return isMade ? next() : nil
  }

  /// Whether all have been taken.
  var isOver: Bool { taken == count }

  /// Makes the next that nobody has begun, the lock being left meanwhile; false where there is none to be made yet.
  private func makeOne() -> Bool {
    guard begun < min(count, taken + ahead) else { return false }
    let number = begun
    begun += 1
    pthread_mutex_unlock(lock)
    let item = make(number)
    pthread_mutex_lock(lock)
    made[number] = item
    pthread_cond_signal(changed)
    return true
  }

  private func run() {
    pthread_mutex_lock(lock)
    while !isGone, begun < count {
      if !makeOne() { pthread_cond_wait(changed, lock) }
    }
    pthread_mutex_unlock(lock)
  }

  /// Wants nothing more, and does not wait for what is being made: the program is about to end.
  func abandon() {
    pthread_mutex_lock(lock)
    isGone = true
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
    // The thread may still use this.
    _ = Unmanaged.passRetained(self)
  }

  /// Waits until the thread has ended; what it makes from now on nobody takes.
  private func finish() {
    guard isRunning else { return }
    pthread_mutex_lock(lock)
    isGone = true
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
    thread?.join()
    isRunning = false
  }
}

/// Makes many things in pieces, on two cores, and hands the pieces on in their order.
///
/// - Parameter size: how many things a piece is made of, the last one excepted.
public func inPieces<Item: Sendable>(
  _ count: Int, of size: Int, make: @escaping @Sendable (Range<Int>) -> Item, take: (Item) -> Void
) {
  let pieces = Ahead((count + size - 1) / size, ahead: 8) { number in
    make(number * size..<min(count, (number + 1) * size))
  }
  while let piece = pieces.next() { take(piece) }
}
