import Model

/// One choice out of a list that narrows as one types: unmarked letters, initials, codes, or a digit.
struct Picker: Equatable, Sendable {
  /// How many candidates are shown, and so can be chosen by a digit.
  static let page = 9

  /// What a typed text did.
  enum Answer: Equatable, Sendable { case typed, chosen, refused }

  private(set) var list: ChoiceList
  /// The code that is chosen; nothing while one searches.
  private(set) var code: String?
  private(set) var query: TextField
  /// Whether the arrows move among the candidates.
  private(set) var isOpen = false
  private(set) var highlight = 0
  private(set) var candidates: [Int]
  /// What was chosen before the search began.
  private var former: String?

  init(_ list: ChoiceList, code: String? = nil) {
    self.list = list
    query = TextField(limit: 40)
    candidates = list.matches("")
    choose(code)
  }

  /// What stands in the field: the search, or the name of what is chosen.
  var text: String {
    guard let code else { return query.text }
    return list.choice(code)?.label ?? code
  }

  var isEmpty: Bool { code == nil && query.isEmpty }

  /// The places in the list of the candidates that are shown.
  var shown: ArraySlice<Int> {
    let first = highlight / Picker.page * Picker.page
    return candidates.dropFirst(first).prefix(Picker.page)
  }

  /// What is chosen, read; nothing when the field is empty.
  var reading: Result<String, Problem>? {
    if let code { return .success(code) }
    if query.value.isEmpty { return nil }
    let words =
      candidates.isEmpty
      ? Words("không có trong danh sách", "not in the list")
      : Words("chưa chọn: gõ thêm chữ hoặc số thứ tự", "not chosen: type more letters or a number")
    return .failure(Problem(level: .block, words: words))
  }

  mutating func choose(_ code: String?) {
    self.code = code
    query.set("")
    close()
  }

  /// Puts other choices in the place of these; what is chosen stays.
  mutating func offer(_ list: ChoiceList) {
    self.list = list
    search()
  }

  /// Takes what was typed: a digit chooses among those shown, and shows them first; all else narrows.
  mutating func insert(_ typed: Typed) -> Answer {
    let text = typed.text
    if text.utf8.count == 1, let digit = Int(text), digit > 0, !query.text.hasPrefix("0") {
      guard code == nil || isOpen else {
        // Nobody has seen what the numbers stand for.
        isOpen = true
        return .refused
      }
      return take(digit - 1) ? .chosen : .refused
    }
    if query.isEmpty, code == nil, text.allSatisfy({ $0 == " " }) {
      isOpen = true
      return .typed
    }
    begin(with: "")
    guard query.insert(typed) else { return .refused }
    search()
    return .typed
  }

  /// Carries a command out; false when it is none of the picker's now.
  mutating func handle(_ command: Command) -> Bool {
    switch command {
    case .pageDown where !isOpen: isOpen = true
    case .down where isOpen: move(1)
    case .up where isOpen: move(-1)
    case .pageDown: move(Picker.page)
    case .pageUp where isOpen: move(-Picker.page)
    case .cancel where isOpen && code != nil: close()
    case .cancel where isOpen || code == nil && !query.isEmpty: restore()
    case .eraseBack, .eraseForward, .eraseWord, .eraseLine: return erase(command)
    case .left, .right, .lineStart, .lineEnd: return code == nil ? query.handle(command) : true
    default: return false
    }
    return true
  }

  /// Takes the candidate under the highlight, if one searches; an exact text or an empty field stays.
  mutating func accept() {
    guard code == nil else { return close() }
    if query.value.isEmpty {
      if isOpen, highlight > 0 { _ = take(highlight % Picker.page) }
    } else if highlight == 0, let exact = list.exact(query.text) {
      choose(exact.code)
    } else if !candidates.isEmpty {
      _ = take(highlight % Picker.page)
    }
    isOpen = false
  }

  /// Leaves it without choosing for the clerk: only what is certain is taken.
  mutating func leave() {
    guard code == nil, !query.value.isEmpty else { return close() }
    if let exact = list.exact(query.text) {
      choose(exact.code)
    } else if candidates.count == 1 {
      _ = take(0)
    }
    isOpen = false
  }

  /// What is kept of it in a draft: the code, or the search as typed.
  var draft: String { code.map { "=" + $0 } ?? (query.isEmpty ? "" : "?" + query.text) }

  mutating func restore(draft: String) {
    // By code points: a mark typed first would join the sign into one character.
    let kept = String(draft.unicodeScalars.dropFirst())
    choose(draft.utf8.first == UInt8(ascii: "=") ? kept : nil)
    guard draft.utf8.first == UInt8(ascii: "?") else { return }
    query.set(kept)
    search()
    isOpen = true
  }

  private mutating func begin(with text: String) {
    if let code { former = code }
    if code != nil { query.set(text) }
    code = nil
    isOpen = true
  }

  private mutating func erase(_ command: Command) -> Bool {
    if code != nil {
      // The name itself is never edited letter by letter: what is erased is the choice.
      begin(with: "")
    } else {
      _ = query.handle(command)
    }
    search()
    if query.isEmpty { isOpen = false }
    return true
  }

  private mutating func search() {
    let keys = query.keys
    candidates = list.matches(query.text)
    if keys != query.text {
      let asTyped = list.matches(keys)
      candidates = asTyped + candidates.filter { !asTyped.contains($0) }
    }
    highlight = 0
  }

  private mutating func move(_ rows: Int) {
    highlight = min(max(0, highlight + rows), max(0, candidates.count - 1))
  }

  /// Chooses one of those shown; false when there is none.
  private mutating func take(_ offset: Int) -> Bool {
    let index = shown.startIndex + offset
    guard shown.indices.contains(index) else { return false }
    choose(list.choices[shown[index]].code)
    former = nil
    return true
  }

  private mutating func restore() {
    choose(former)
    former = nil
  }

  private mutating func close() {
    isOpen = false
    search()
  }
}
