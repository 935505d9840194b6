import Model

/// A text on its way into a field: what was typed or pasted, and the built-in input method it was typed by.
struct Typed: Hashable, Sendable, ExpressibleByStringLiteral {
  let text: String
  /// None for what is pasted, and where the keyboard sends Vietnamese itself.
  let method: InputMethod?

  init(_ text: String, by method: InputMethod? = nil) {
    self.text = text
    self.method = method
  }

  init(stringLiteral text: String) { self.init(text) }
}
