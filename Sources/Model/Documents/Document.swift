/// A paper that is printed, sent or filed, as a value: what it says, not how it looks.
///
/// The parts and their places are those of a named document (văn bản có tên loại), Nghị định 30/2020/NĐ-CP,
/// Điều 8 and Phụ lục I; “báo cáo” is one of its kinds (Điều 7).
public struct Document: Sendable, Equatable {
  /// A part of the text, from the top.
  public enum Block: Sendable, Equatable {
    case heading(String)
    case paragraph(String)
    /// What is to be known of the figures: their day, what is left out, what a sign means.
    case note(String)
    case table(DocumentTable)
    case chart(DocumentChart)
  }

  public let letterhead: Letterhead
  /// What it is about (trích yếu), below the name of the kind; one line each.
  public let subject: [String]
  public let blocks: [Block]
  /// Who gets it (nơi nhận), the files last.
  public let recipients: [String]
  public let signatory: Signatory
  /// What proves later that the figures are these.
  public let seal: String
  /// Whether the people are invented; it is said on the paper.
  public let isSynthetic: Bool
  /// Whether it lies on its long side: allowed for what has wide tables (Phụ lục I, mục I).
  public let isLandscape: Bool
  /// What its file is called, without ending.
  public let fileName: String

  /// The kind's name, in capitals as it is printed.
  public static let kindName = "BÁO CÁO"
  public static let syntheticMark = "DỮ LIỆU MẪU"
  public static let syntheticSentence =
    "DỮ LIỆU MẪU: người và số liệu trong tài liệu này là giả định, không dùng làm báo cáo."

  /// Who signs: for whom, as what, and the name where it is given.
  public struct Signatory: Sendable, Equatable {
    public let authority: String
    public let title: String
    public let name: String?
  }

  /// The tables, from the top.
  public var tables: [DocumentTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

/// Numbers that are also shown as bars where there are pictures; every one stands in a table too.
public struct DocumentChart: Sendable, Equatable {
  public struct Bar: Sendable, Equatable {
    public let label: String
    public let value: Int
  }

  public let title: String
  public let bars: [Bar]
}
