import Model

/// What a list says once a save that it asked for is on the disk.
struct SaveNotice: Sendable {
  private let change: Change.ID
  private let words: Words

  init(_ change: Change.ID, _ words: Words) { (self.change, self.words) = (change, words) }

  /// Says what waits for this save, once.
  static func take(_ waiting: inout SaveNotice?, saved id: Change.ID) -> [Effect] {
    guard let notice = waiting, notice.change == id else { return [] }
    waiting = nil
    return [.notify(notice.words, .good)]
  }
}
