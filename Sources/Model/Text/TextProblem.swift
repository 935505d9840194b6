/// Why a typed text was not understood, in a sentence for the person who typed it.
public struct TextProblem: Error, Hashable, Sendable {
  public let words: Words

  public init(_ vi: String, _ en: String) { words = Words(vi, en) }
}
