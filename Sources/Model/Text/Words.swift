/// The languages the program speaks.
public enum Language: String, CaseIterable, Sendable {
  case vi, en
}

/// One thing said in both languages, side by side where it is declared.
public struct Words: Hashable, Sendable {
  public let vi: String
  public let en: String

  public init(_ vi: String, _ en: String) {
    self.vi = vi
    self.en = en
  }

  public subscript(language: Language) -> String { language == .vi ? vi : en }
}
