import Model

extension Period {
  /// Whether a key asks for another period.
  static func isMove(_ command: Command) -> Bool {
    [.earlier, .later, .longer, .shorter, .otherReckoning].contains(command)
  }

  /// The period that a key asks for; `nil` where there is none.
  ///
  /// What becomes shorter stays about today, where it was.
  func after(_ command: Command, _ today: Day) -> Period? {
    let next: Period?
    switch command {
    case .earlier: next = moved(by: -1)
    case .later: next = moved(by: 1)
    case .longer: next = neighbour(1).map { resized($0, on: today) }
    case .shorter: next = neighbour(-1).map { resized($0, on: today) }
    case .otherReckoning: next = counted(reckoning == .calendar ? .state : .calendar)
    default: next = nil
    }
    return next.flatMap { (2019...2100).contains($0.year) ? $0 : nil }
  }

  private func neighbour(_ step: Int) -> Length? {
    let all = Length.allCases
    let index = (all.firstIndex(of: length) ?? 0) + step
    return all.indices.contains(index) ? all[index] : nil
  }
}
