/// The outside: files, clock, processes.
///
/// One effect in, its answers back.
protocol World {
  func perform(_ effect: Effect) -> [Message]
}
