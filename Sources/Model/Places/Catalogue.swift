/// A version of the official list of administrative units; a unit's code means nothing without it.
public enum Catalogue: String, CaseIterable, Sendable {
  /// 9 districts and 152 communes, in force when Plan 280/KH-UBND was issued.
  case y2023 = "2023"
  /// Xã Tà Chải merged into thị trấn Bắc Hà (Nghị quyết 1197/NQ-UBTVQH15).
  case y202411 = "2024-11"
  /// Lào Cai and Yên Bái as one province with code 15, without districts (Công văn 1027/CTK-CSCL).
  case y2025 = "2025"

  /// The first day on which the catalogue is in force; the first catalogue is also used for all days before.
  public var validFrom: Day? {
    switch self {
    case .y2023: nil
    case .y202411: Day(known: 20_028)
    case .y2025: Day(known: 20_270)
    }
  }

  /// The last day on which the catalogue is in force; nothing for the one in force now.
  public var validUntil: Day? { following?.validFrom.map { $0 - 1 } }

  /// The catalogue in force on a day.
  public init(on day: Day) {
    self = Self.allCases.last { $0.validFrom.map { $0 <= day } ?? true } ?? .y2023
  }

  /// The catalogue that came after.
  public var following: Catalogue? {
    switch self {
    case .y2023: .y202411
    case .y202411: .y2025
    case .y2025: nil
    }
  }

  /// The one that came after, behind the last one the first.
  public var next: Catalogue { following ?? .y2023 }

  /// The place in the order of time, from 0.
  public var order: Int {
    switch self {
    case .y2023: 0
    case .y202411: 1
    case .y2025: 2
    }
  }
}

extension Catalogue: Comparable {
  public static func < (one: Catalogue, other: Catalogue) -> Bool { one.order < other.order }
}
