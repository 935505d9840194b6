/// The number of an administrative unit in the one table of all units of all catalogues.
///
/// The number is for use while running; what is stored is the key, `02728@2023`.
public struct UnitID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: UInt16

  /// Nothing if no unit has this number.
  public init?(rawValue: UInt16) { self.init(index: Int(rawValue)) }

  /// Nothing if no unit has this number.
  public init?(index: Int) {
    guard index >= 0, index < UnitTable.count else { return nil }
    rawValue = UInt16(truncatingIfNeeded: index)
  }

  init(known rawValue: UInt16) { self.rawValue = rawValue }

  public var index: Int { Int(rawValue) }

  public static func < (one: UnitID, other: UnitID) -> Bool { one.rawValue < other.rawValue }
}

/// An administrative unit (đơn vị hành chính) as one catalogue names it.
public struct Unit: Hashable, Identifiable, Sendable {
  public let id: UnitID
  /// 2 digits for a province, 3 for a district, 5 for a commune, with leading zeros.
  public let code: String
  public let catalogue: Catalogue
  public let kind: Kind
  /// The name alone, "Mường Hum"; not a key, two communes are called Thanh Bình.
  public let name: String
  /// The district of a commune, the province of a district or, where there are no districts, of a commune.
  public let parent: UnitID?
  /// Whether it is, or lies in, a poor district of 2021–2025 (Quyết định 353/QĐ-TTg); `nil` where that has no meaning.
  public let poorDistrict: Bool?
  /// Whether it is an especially disadvantaged commune (Quyết định 861/QĐ-TTg); `nil` where it is not known.
  public let especiallyDisadvantaged: Bool?
  /// Whether the plan covers it; the communes of old Yên Bái lie outside.
  public let isOfPlan: Bool
  /// The unit's first day where it is known.
  public let validFrom: Day?
  /// The unit's last day; `nil` if it still exists.
  public let validUntil: Day?
}

extension Unit {
  public enum Level: UInt8, CaseIterable, Comparable, Sendable {
    case province, district, commune

    public static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }

    public var words: Words {
      switch self {
      case .province: Words("cấp tỉnh", "province level")
      case .district: Words("cấp huyện", "district level")
      case .commune: Words("cấp xã", "commune level")
      }
    }
  }

  /// What the law calls a unit; its words stand before the name in Vietnamese and after it in English.
  public enum Kind: UInt8, CaseIterable, Sendable {
    case province, city, town, ruralDistrict, commune, ward, township

    public var words: Words {
      switch self {
      case .province: Words("Tỉnh", "Province")
      case .city: Words("Thành phố", "City")
      case .town: Words("Thị xã", "Town")
      case .ruralDistrict: Words("Huyện", "District")
      case .commune: Words("Xã", "Commune")
      case .ward: Words("Phường", "Ward")
      case .township: Words("Thị trấn", "Township")
      }
    }

    public var level: Level {
      switch self {
      case .province: .province
      case .city, .town, .ruralDistrict: .district
      case .commune, .ward, .township: .commune
      }
    }
  }

  public var level: Level { kind.level }

  /// `02728@2023`, as journals and files write the unit.
  public var key: String { code + "@" + catalogue.rawValue }

  /// "Xã Mường Hum", as official papers write it.
  public var fullName: String { kind.words.vi + " " + name }

  /// "Xã Mường Hum" or "Mường Hum Commune".
  public func fullName(_ language: Language) -> String {
    switch language {
    case .vi: fullName
    case .en: name + " " + kind.words.en
    }
  }

  /// Whether the unit exists on a day, as far as its dates are known.
  public func isValid(on day: Day) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validUntil.map { day <= $0 } ?? true)
  }
}
