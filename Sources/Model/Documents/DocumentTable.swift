/// Rows in columns under a head that is repeated on every page; no row is ever split.
public struct DocumentTable: Sendable, Equatable {
  public enum Alignment: Sendable, Equatable { case left, center, right }

  public struct Column: Sendable, Equatable {
    public let title: String
    /// How wide it is beside the others.
    public let weight: Int
    /// Whether its texts may be broken into lines, so that it takes what room is left.
    public let isFlexible: Bool
    public let alignment: Alignment

    init(_ title: String, _ weight: Int, _ alignment: Alignment = .left, isFlexible: Bool = false) {
      (self.title, self.weight, self.alignment, self.isFlexible) = (title, weight, alignment, isFlexible)
    }

    /// The number of the row (số thứ tự).
    static let number = Column("STT", 7, .center)
  }

  public enum Row: Sendable, Equatable {
    case cells([String])
    /// What the rows that follow belong to, over the whole width.
    case group(String)
  }

  public let title: String
  public let columns: [Column]
  public let rows: [Row]
  /// The sums, below all rows.
  public let totals: [[String]]
  /// Whether so many columns stand beside each other that there is no room between them.
  public let isDense: Bool

  init(
    _ title: String = "", _ columns: [Column], _ rows: [Row], totals: [[String]] = [], isDense: Bool = false
  ) {
    (self.title, self.columns, self.rows, self.totals, self.isDense) = (title, columns, rows, totals, isDense)
  }

  /// Rows of cells under their numbers, from 1.
  static func numbered(_ rows: [[String]]) -> [Row] {
    rows.enumerated().map { .cells(["\($0.offset + 1)"] + $0.element) }
  }

  /// The cells of all rows but the headings.
  public var cells: [[String]] {
    rows.compactMap { if case .cells(let cells) = $0 { cells } else { nil } }
  }

  /// Whether it is short enough to stand on one page as a whole.
  var isShort: Bool { rows.count <= 15 }

  static let totalWord = "Tổng cộng"
}
