/// What was pressed for a code with marks, by Telex or by VNI, whichever fits the code.
struct OutsideReading {
  private let events: [OutsideKeys.Event]

  init(_ events: [OutsideKeys.Event]) { self.events = events }

  var text: String {
    let (telex, vni) = (spelled(by: .telex), spelled(by: .vni))
    if isWritten("12345", orAfterTone: "0") { return telex }
    if isWritten("sfrxj", orAfterTone: "z") { return vni }
    // One tone after the other are digits: nobody's letters come so.
    if zip(events, events.dropFirst()).contains(where: { $0.isTone && $1.isTone }) { return vni }
    if OutsideReading.isPassport(vni) != OutsideReading.isPassport(telex) {
      return OutsideReading.isPassport(vni) ? vni : telex
    }
    return OutsideReading.isCode(vni) && !OutsideReading.isCode(telex) ? vni : telex
  }

  private func spelled(by method: InputMethod) -> String {
    var text = String.UnicodeScalarView()
    for event in events { text.append(OutsideReading.key(of: event, by: method)) }
    return String(text)
  }

  /// Whether one of these keys was written behind a vowel, where the method that has it would have set a tone.
  private func isWritten(_ keys: String, orAfterTone remover: Unicode.Scalar) -> Bool {
    var (isBehindVowel, isBehindTone) = (false, false)
    for event in events {
      guard case .written(let scalar) = event else {
        isBehindTone = event.isTone
        continue
      }
      let letter = SyllableLetter.read(scalar).letter
      if isBehindVowel, keys.unicodeScalars.contains(letter.letter) { return true }
      if isBehindTone, letter.letter == remover { return true }
      (isBehindVowel, isBehindTone) = (letter.isVowel, false)
    }
    return false
  }

  static func key(of event: OutsideKeys.Event, by method: InputMethod) -> Unicode.Scalar {
    let (key, on): (Unicode.Scalar, Unicode.Scalar)
    switch event {
    case .written(let scalar): return scalar
    case .tone(let tone, let letter):
      let keys = Array((method == .telex ? "zfrxsj" : "023415").unicodeScalars)
      (key, on) = (keys[min(Int(tone), 5)], letter)
    case .mark(let mark, let letter):
      let base = SyllableLetter.read(letter).letter.base
      on = letter
      switch (mark, method) {
      case (.circumflex, .telex): key = base
      case (.hook, .telex): key = "w"
      case (.stroke, .telex): key = "d"
      case (.circumflex, .vni): key = "6"
      case (.hook, .vni): key = base == "a" ? "8" : "7"
      case (.stroke, .vni): key = "9"
      }
    }
    let isUpper = SyllableLetter.read(on).letter.isUpper
    return isUpper ? key.properties.uppercaseMapping.unicodeScalars.first ?? key : key
  }

  /// A letter and seven digits: the passports of Vietnam.
  private static func isPassport(_ code: String) -> Bool {
    isCode(code) && code.count == 8 && code.dropFirst().allSatisfy(\.isNumber)
  }

  /// One to three letters, then digits.
  private static func isCode(_ code: String) -> Bool {
    let digits = code.drop { $0.isLetter }
    return (1...3).contains(code.count - digits.count) && !digits.isEmpty && digits.allSatisfy(\.isNumber)
  }
}
