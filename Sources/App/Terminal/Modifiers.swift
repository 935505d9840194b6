/// The keys held down with another, as terminals number them.
struct Modifiers: OptionSet, Sendable {
  let rawValue: Int

  static let shift = Modifiers(rawValue: 1)
  static let alt = Modifiers(rawValue: 2)
  static let control = Modifiers(rawValue: 4)
  /// Super, Hyper and Meta, whose keys belong to the desktop.
  static let desktop = Modifiers(rawValue: 8 | 16 | 32)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// From a parameter, which is one more than the bits; Caps Lock and Num Lock say nothing.
  init(code: Int) { self.init(rawValue: max(0, code - 1) & 0x3F) }

  /// A cursor key with them.
  func moved(_ key: Key, _ motion: Key.Motion) -> Key? {
    if !isDisjoint(with: .desktop) { return nil }
    if !isDisjoint(with: [.control, .alt]) { return .leap(motion) }
    return contains(.shift) ? .shift(motion) : key
  }

  /// A function key with them: Shift counts on by twelve, the others have no meaning.
  func function(_ number: Int) -> Key? {
    if isEmpty { return .function(number) }
    return self == .shift ? .function(number + 12) : nil
  }

  /// A character with them, as a terminal without numbers would send it.
  func typed(_ scalar: Unicode.Scalar) -> Key? {
    guard isDisjoint(with: .desktop) else { return nil }
    if contains(.control) { return contains(.alt) ? nil : Self.controlled(scalar) }
    let capital = scalar.properties.uppercaseMapping.unicodeScalars
    let isCapital = contains(.shift) && capital.count == 1
    let typed = Character(isCapital ? capital.first ?? scalar : scalar)
    return contains(.alt) ? .alt(typed) : .character(typed)
  }

  private static func controlled(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "h", "H", "?", "8": .backspace
    case "i", "I": .tab
    case "j", "J", "m", "M": .enter
    case "[", "3": .escape
    case " ", "2": .control("@")
    case "a"..."z": .control(Character(Unicode.Scalar(UInt8(scalar.value - 32))))
    case "@"..."_": .control(Character(scalar))
    case "/": .control("_")
    default: nil
    }
  }
}
