/// A control sequence after `ESC [` or `ESC O`, and what it means.
///
/// Accepts what terminals send although their description says otherwise: VT, xterm, rxvt, the Linux
/// console, PuTTY, and the two protocols that spell keys as numbers (fixterms/kitty, modifyOtherKeys).
struct KeySequence {
  /// The bytes between the introducer and the last one.
  let parameters: [UInt8]
  let final: UInt8

  /// The event of `ESC [ …`; `nil` for replies, focus reports and whatever has no name here.
  func controlEvent() -> TerminalEvent? {
    if parameters.first == UInt8(ascii: "<") { return mouseEvent() }
    guard let numbers = numbers(), !Self.isRelease(numbers) else { return nil }
    let first = numbers.first?.first ?? 0
    let modifiers = Modifiers(code: numbers.dropFirst().first?.first ?? 1)
    switch final {
    case UInt8(ascii: "~") where first == 27:
      return Self.spelled(numbers.dropFirst(2).first?.first ?? 0, modifiers).map(TerminalEvent.key)
    case UInt8(ascii: "~"): return Self.numbered(first, modifiers).map(TerminalEvent.key)
    case UInt8(ascii: "^"): return Self.numbered(first, .control).map(TerminalEvent.key)
    case UInt8(ascii: "$"): return Self.numbered(first, .shift).map(TerminalEvent.key)
    case UInt8(ascii: "@"): return Self.numbered(first, [.control, .shift]).map(TerminalEvent.key)
    case UInt8(ascii: "u"): return spelledEvent(numbers)
    case UInt8(ascii: "Z"): return .key(.backTab)
    case UInt8(ascii: "R") where first > 1: return nil  // where the cursor is
    case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.isEmpty:
      return Self.lettered(final - 32, .shift).map(TerminalEvent.key)
    default: return Self.lettered(final, modifiers).map(TerminalEvent.key)
    }
  }

  /// The event of `ESC O …`.
  func keypadEvent() -> TerminalEvent? {
    guard let numbers = numbers() else { return nil }
    let modifiers = Modifiers(code: numbers.last?.first ?? 1)
    switch final {
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.lettered(final - 32, .control).map(TerminalEvent.key)
    case UInt8(ascii: "M"): return .key(.enter)
    case UInt8(ascii: "I"): return .key(.tab)
    case UInt8(ascii: " "): return .key(.character(" "))
    case UInt8(ascii: "X"): return .key(.character("="))
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .key(.character(Character(Unicode.Scalar(final - 64))))
    default: return Self.lettered(final, modifiers).map(TerminalEvent.key)
    }
  }

  // MARK: Numbers

  /// The parameters, each with its parts; `nil` when they are of another kind, as in replies.
  private func numbers() -> [[Int]]? {
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { min(0x11_0000, $0 * 10 + Int($1) - 48) }
  }

  /// Whether a key was let go, of which we want to know nothing.
  private static func isRelease(_ numbers: [[Int]]) -> Bool {
    numbers.count > 1 && numbers[1].count > 1 && numbers[1][1] == 3
  }

  // MARK: Keys

  private static func lettered(_ letter: UInt8, _ modifiers: Modifiers) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): modifiers.moved(.up, .up)
    case UInt8(ascii: "B"): modifiers.moved(.down, .down)
    case UInt8(ascii: "C"): modifiers.moved(.right, .right)
    case UInt8(ascii: "D"): modifiers.moved(.left, .left)
    case UInt8(ascii: "H"): modifiers.moved(.home, .home)
    case UInt8(ascii: "F"): modifiers.moved(.end, .end)
    case UInt8(ascii: "P")...UInt8(ascii: "S"): modifiers.function(Int(letter) - 79)
    default: nil
    }
  }

  private static func numbered(_ number: Int, _ modifiers: Modifiers) -> Key? {
    switch number {
    case 1, 7: modifiers.moved(.home, .home)
    case 2: .insert
    case 3: .delete
    case 4, 8: modifiers.moved(.end, .end)
    case 5: modifiers.moved(.pageUp, .pageUp)
    case 6: modifiers.moved(.pageDown, .pageDown)
    case 11...15: modifiers.function(number - 10)
    case 17...21: modifiers.function(number - 11)
    case 23...26: modifiers.function(number - 12)
    case 28, 29: modifiers.function(number - 13)
    case 31...34: modifiers.function(number - 14)
    default: nil
    }
  }

  /// A key spelled as the number of its character.
  private func spelledEvent(_ numbers: [[Int]]) -> TerminalEvent? {
    guard !parameters.isEmpty, let code = numbers[0].first else { return nil }
    let modifiers = Modifiers(code: numbers.dropFirst().first?.first ?? 1)
    if modifiers.isDisjoint(with: [.control, .alt]) {
      // The text it types, or its shifted form, where the terminal tells them.
      let typed = numbers.dropFirst(2).first?.first ?? 0
      if typed >= 32, typed != 127 { return Self.spelled(typed, []).map(TerminalEvent.key) }
      if modifiers.contains(.shift), numbers[0].count > 1, numbers[0][1] >= 32 {
        return Self.spelled(numbers[0][1], []).map(TerminalEvent.key)
      }
    }
    return Self.spelled(code, modifiers).map(TerminalEvent.key)
  }

  private static func spelled(_ code: Int, _ modifiers: Modifiers) -> Key? {
    switch code {
    case 9: return modifiers.contains(.shift) ? .backTab : .tab
    case 10, 13: return modifiers.contains(.alt) ? .alt("\r") : .enter
    case 27: return .escape
    case 8, 127: return modifiers.contains(.alt) ? .alt("\u{8}") : .backspace
    case 57399...57408: return .character(Character(Unicode.Scalar(UInt8(code - 57399 + 48))))
    case 57409...57427: return keypad[code - 57409]
    case 57376...57398: return modifiers.function(code - 57363)
    case 0xE000...0xF8FF, ..<32, 128..<160: return nil
    default:
      guard let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
      return modifiers.typed(scalar)
    }
  }

  /// The number pad after its digits, as kitty numbers it; it ends with the key in its middle.
  private static let keypad: [Key?] = [
    .character("."), .character("/"), .character("*"), .character("-"), .character("+"), .enter,
    .character("="), .character(","), .left, .right, .up, .down, .pageUp, .pageDown, .home, .end,
    .insert, .delete, nil,
  ]

  // MARK: Mouse

  /// A press of the first button or a turn of the wheel, in the SGR form `ESC [ < button ; x ; y M`.
  private func mouseEvent() -> TerminalEvent? {
    let body = KeySequence(parameters: Array(parameters.dropFirst()), final: final)
    guard final == UInt8(ascii: "M"), let numbers = body.numbers(), numbers.count == 3 else { return nil }
    let fields = numbers.compactMap(\.first)
    let point = Point(x: max(0, fields[1] - 1), y: max(0, fields[2] - 1))
    switch fields[0] & ~0b1_1100 {  // whatever Shift, Alt and Ctrl
    case 0: return .click(point)
    case 64: return .wheel(-1)
    case 65: return .wheel(1)
    default: return nil
    }
  }
}
