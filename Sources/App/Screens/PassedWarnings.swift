import Model

/// The warnings of a record being filled in that were passed over, each with its reason, and the one being asked about.
struct PassedWarnings: Sendable {
  private(set) var reasons: [String: String] = [:]
  /// What stood on the record when the form was opened.
  private var base: [String: String] = [:]
  /// The warnings that the record on file broke; their reasons go once they are put right.
  private var wereBroken: Set<String> = []
  private(set) var line: ReasonLine?
  /// Whether saving goes on once the reason is given, and then with the next person.
  private var isSavingNext: Bool?
  private var latest = ""
  /// The reasons that were typed since the form was opened.
  private var given: Set<String> = []

  init() {}

  /// What a record on file says, and which warnings it breaks.
  init(_ reasons: [String: String], broken findings: [Finding]) {
    (self.reasons, base) = (reasons, reasons)
    wereBroken = Set(findings.map(\.code))
  }

  /// The same for the next person: nothing passed, the reason given last at hand.
  var next: PassedWarnings {
    var next = PassedWarnings()
    next.latest = latest
    return next
  }

  var isChanged: Bool { reasons != base }

  /// The first warning that has no reason yet.
  func open(_ findings: [Finding]) -> Finding? {
    findings.first { $0.level == .warn && reasons[$0.code] == nil }
  }

  /// The reasons to be kept with the record.
  func kept(_ findings: [Finding]) -> [String: String] {
    let broken = Set(findings.map(\.code))
    return reasons.filter { code, _ in
      broken.contains(code) || base[code] != nil && !wereBroken.contains(code)
    }
  }

  func problem(_ finding: Finding, _ words: Words) -> Problem {
    Problem(level: finding.level, code: finding.code, words: words, reason: reasons[finding.code])
  }

  /// Asks for the reason of a warning.
  ///
  /// - Parameter isNext: whether saving goes on then, and with the next person; `nil` where nothing is being saved.
  mutating func ask(_ finding: Finding, saving isNext: Bool?) {
    line = ReasonLine(finding, reason: reasons[finding.code] ?? "", previous: latest)
    isSavingNext = isNext
  }

  enum Answer: Equatable, Sendable {
    case typing, refused, closed
    case told(Words)
    case save(isNext: Bool)
  }

  /// What was just given as a reason and goes with the record, so that nothing becomes one unseen.
  func said(_ findings: [Finding]) -> String {
    let kept = kept(findings)
    return given.sorted().compactMap { code in kept[code].map { " · \(code): \($0)" } }.joined()
  }

  mutating func update(_ input: Input) -> Answer {
    guard var line else { return .closed }
    let answer = line.update(input)
    self.line = line
    switch answer {
    case .typing: return .typing
    case .refused: return .refused
    case .told(let words): return .told(words)
    case .cancelled:
      self.line = nil
      return .closed
    case .taken(let reason):
      reasons[line.finding.code] = reason
      given.insert(line.finding.code)
      latest = reason
      self.line = nil
      return isSavingNext.map { .save(isNext: $0) } ?? .closed
    }
  }

  /// A field has another text: what was said of its value no longer holds.
  mutating func edited(_ field: String) {
    let codes = Rule.all.filter { $0.field.key == field }.map(\.code)
    reasons = reasons.filter { !codes.contains($0.key) }
  }
}

// MARK: Drafts

extension PassedWarnings {
  /// What a draft remembers.
  var scope: [String: String] {
    Dictionary(uniqueKeysWithValues: reasons.map { ("override.\($0.key)", $0.value) })
  }

  mutating func restore(_ scope: [String: String]) {
    for (key, reason) in scope where key.hasPrefix("override.") {
      reasons[String(key.dropFirst("override.".count))] = reason
    }
  }
}
