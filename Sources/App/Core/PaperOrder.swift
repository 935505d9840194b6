import Model

/// A long paper that is wanted, to be made beside the loop of the register as it is now.
///
/// Two orders are the same where their names are, whatever the register has become since.
struct PaperOrder: Equatable, Sendable {
  enum Use: Hashable, Sendable {
    /// To be read, in lines of so many cells.
    case reading(width: Int)
    /// To be written into the account's folder of documents.
    case file
  }

  /// What tells it from all other orders.
  struct ID: Hashable, Sendable {
    let request: DocumentRequest
    let use: Use
    /// When it was asked for.
    let moment: Int
  }

  let id: ID
  let rowCount: Int
  let isSynthetic: Bool
  let census: Census

  static func == (one: PaperOrder, other: PaperOrder) -> Bool { one.id == other.id }
}

/// How it stands with a paper that was ordered.
enum PaperAnswer: Equatable, Sendable {
  /// How much of it is made, from 0 to 1.
  case underway(Double)
  case made(PaperText)
  /// Whether it has become a file is told by a notice.
  case written
}
