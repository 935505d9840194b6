import Model

/// One sentence on the bottom line, until the next key.
struct Notice: Equatable, Sendable {
  let words: Words
  let style: Style
}
