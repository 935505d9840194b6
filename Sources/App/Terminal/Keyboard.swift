import Glibc

/// The bytes of a keyboard as events, waited for together with another file that can wake us.
struct Keyboard {
  /// What ended the waiting.
  enum Arrival: Equatable {
    case events([TerminalEvent])
    /// The other file can be read.
    case wake
    /// The time has passed.
    case silence
    /// No byte will ever come.
    case end
  }

  private let input: Int32
  private let wake: Int32
  private var decoder = InputDecoder()
  private var lastByte = Keyboard.now

  init(input: Int32, wake: Int32) {
    self.input = input
    self.wake = wake
  }

  /// Milliseconds on a clock that nobody sets.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Waits until something comes or a moment of `now` is reached; `nil` waits for ever.
  ///
  /// An arrival of events may hold none, when a sequence is not complete.
  mutating func wait(until deadline: Int?) -> Arrival {
    let decision = decoder.patience.map { lastByte + $0 }
    let end = [deadline, decision].compactMap { $0 }.min()
    var files = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = end.map { Int32(clamping: max(0, $0 - Keyboard.now)) } ?? -1
    let ready = poll(&files, 2, milliseconds)
    if ready < 0 { return errno == EINTR ? .wake : .end }
    if files[1].revents != 0 { return .wake }
    if files[0].revents != 0 { return read() }
    if let decision, Keyboard.now >= decision { return .events(decoder.flush()) }
    return .silence
  }

  private mutating func read() -> Arrival {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      let count = Glibc.read(input, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return .events([]) }
      guard count > 0 else { return .end }
      lastByte = Keyboard.now
      return .events(decoder.feed(buffer.prefix(count)))
    }
  }
}
