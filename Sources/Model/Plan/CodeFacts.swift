extension CodeList {
  /// The phase of a status at an index, as the data write it: `1_before` … `9_closed`.
  public func phase(at index: Int) -> String? { entry(at: index)?[.phase] }

  /// The market of a programme, such as KR of EPS; `nil` where it has no single one.
  public static func market(ofProgramme code: String) -> String? { programmes[code]?[.market] }

  /// The usual contract form of a programme; `nil` where it has no single one.
  public static func form(ofProgramme code: String) -> String? { programmes[code]?[.form] }

  /// An agency and those that took its duties over, one after the other.
  private static func line(of code: String) -> [Code] {
    guard let first = agencies[code] else { return [] }
    let all = sequence(first: first) { agency in agency[.successor].flatMap { agencies[$0] } }
    return Array(all.prefix(agencies.count))
  }

  /// Whether an agency is another one, or has come to its duties.
  static func isAgency(_ code: String, inPlaceOf former: String) -> Bool {
    former == code || line(of: former).contains { $0.code == code }
  }

  /// The agency that has an agency's duties on a day: itself, or the last of its successors that has begun.
  public static func agency(_ code: String, on day: Day) -> Code? {
    let line = line(of: code)
    return line.first { agency in
      agency[.until].flatMap { Day(iso: $0) }.map { $0 >= day } ?? true
    } ?? line.last
  }
}

extension Status {
  public init?(code: String) {
    guard let index = CodeList.statuses.index(of: code) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// The code that is stored, `ABROAD`.
  public var code: String { entry?.code ?? "" }

  public var words: Words { entry?.words ?? Words("", "") }

  /// Whether the person is outside the country, lawfully or not.
  public var isAbroad: Bool { phase == .abroad || phase == .violation }

  /// Whether the person has left the country, whether or not they are back.
  public var hasLeft: Bool {
    switch phase {
    case .before: false
    case .abroad, .violation, .returned: true
    case .closed: self != .withdrawn && self != .rejected
    }
  }

  /// Whether a status usually follows; anything else is possible too, with a reason.
  public func canBecome(_ other: Status) -> Bool { following.contains(other) }

  /// The statuses that usually follow; a contract may be extended, and an employer changed, more than once.
  public var following: [Status] { next + (self == .extended || self == .changedEmployer ? [self] : []) }

  private var entry: Code? { CodeList.statuses.entry(at: Int(rawValue)) }
}
