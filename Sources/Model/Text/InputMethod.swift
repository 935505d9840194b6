/// A way of typing Vietnamese on a keyboard without its letters.
///
/// Telex after the telegraph's spelling, VNI by digits, both as the makers of input methods publish them.
public enum InputMethod: String, CaseIterable, Hashable, Sendable {
  case telex, vni

  public var name: String {
    switch self {
    case .telex: "Telex"
    case .vni: "VNI"
    }
  }

  /// The next of off, Telex, VNI, off.
  public static func following(_ method: InputMethod?) -> InputMethod? {
    switch method {
    case nil: .telex
    case .telex: .vni
    case .vni: nil
    }
  }
}

extension InputMethod {
  /// What a key does to the letters before it.
  enum Meaning: Equatable {
    /// 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
    case tone(UInt8)
    case mark(SyllableLetter.Mark, on: String)
    case stroke
  }

  func meaning(of key: Unicode.Scalar) -> Meaning? {
    guard key.isASCII else { return nil }
    switch self {
    case .telex: return InputMethod.telexKeys[key.properties.lowercaseMapping]
    case .vni: return InputMethod.vniKeys[String(key)]
    }
  }

  /// Whether a key that finds no letter to mark stands for one: Telex writes ư by w alone.
  func standsForLetter(_ key: Unicode.Scalar) -> Bool { self == .telex && (key == "w" || key == "W") }

  private static let telexKeys: [String: Meaning] = [
    "z": .tone(0), "f": .tone(1), "r": .tone(2), "x": .tone(3), "s": .tone(4), "j": .tone(5),
    "a": .mark(.circumflex, on: "a"), "e": .mark(.circumflex, on: "e"), "o": .mark(.circumflex, on: "o"),
    "w": .mark(.hook, on: "aou"), "d": .stroke,
  ]

  private static let vniKeys: [String: Meaning] = [
    "0": .tone(0), "2": .tone(1), "3": .tone(2), "4": .tone(3), "1": .tone(4), "5": .tone(5),
    "6": .mark(.circumflex, on: "aeo"), "7": .mark(.hook, on: "ou"), "8": .mark(.hook, on: "a"), "9": .stroke,
  ]
}
