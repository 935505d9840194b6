import Model

/// What typing one record has taken: keys, time, fields that were changed again; seen by that clerk alone.
struct EntryEffort: Equatable, Sendable {
  /// Keys as they arrive: an input method's corrections are keys too, what is pasted is one.
  var keys = 0
  /// Time in milliseconds; a longer pause counts as `longestPause`.
  var milliseconds = 0
  /// How often a field was changed that had been left with something in it, by the key of the field.
  var corrections: [String: Int] = [:]

  /// Who goes to the telephone is not slow at typing.
  static let longestPause = 30_000
}

/// Counts what one record takes while it is typed.
struct EffortCount: Sendable {
  private(set) var effort = EntryEffort()
  /// Whether all of the record was typed here: one from a draft or on file has no number of its own.
  let isWhole: Bool
  private var last: Int?
  /// What stood in each field when it was left.
  private var left: [String: String] = [:]

  init(isWhole: Bool) { self.isWhole = isWhole }

  /// - Parameter now: milliseconds that never go back.
  mutating func note(_ input: Input, at now: Int) {
    switch input {
    case .text, .command: effort.keys += 1
    default: return
    }
    if let last { effort.milliseconds += min(EntryEffort.longestPause, max(0, now - last)) }
    last = now
  }

  mutating func wasLeft(_ field: String, _ text: String) {
    if let before = left[field], !before.isEmpty, before != text {
      effort.corrections[field, default: 0] += 1
    }
    left[field] = text
  }
}

/// What a record took, and when it was saved.
struct KeptEffort: Equatable, Sendable {
  /// How many days back it is kept.
  static let days = 90

  let on: Day
  let effort: EntryEffort
}

/// What some records took together.
struct EffortSummary: Equatable, Sendable {
  let records: Int
  /// The keys of the record in the middle, and its seconds; `nil` where there is no record.
  let keys: Int?
  let seconds: Int?
  /// Fields changed again, by their keys.
  let corrections: [String: Int]

  init(_ kept: [KeptEffort]) {
    records = kept.count
    keys = EffortSummary.middle(kept.map(\.effort.keys))
    seconds = EffortSummary.middle(kept.map { ($0.effort.milliseconds + 500) / 1000 })
    corrections = kept.reduce(into: [:]) { $0.merge($1.effort.corrections, uniquingKeysWith: +) }
  }

  /// The lower of the two in the middle, where their number is even.
  private static func middle(_ numbers: [Int]) -> Int? {
    numbers.isEmpty ? nil : numbers.sorted()[(numbers.count - 1) / 2]
  }
}
