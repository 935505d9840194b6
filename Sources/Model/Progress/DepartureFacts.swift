/// What the figures ask of one departure on one day, in 32 bits: a figure is a walk over one column.
struct DepartureFacts: Hashable, Sendable {
  private(set) var bits: UInt32

  private static let noUnit: UInt32 = 0x3FF
  private static let noMonth: UInt32 = 0xFFF
  private static let noStatus: UInt32 = 0x1F

  /// What is known of a row that is no record.
  static let nothing = DepartureFacts(bits: noUnit | noMonth << 10 | noStatus << 22)

  init(bits: UInt32) { self.bits = bits }

  /// - Parameters:
  ///   - unit: the index of the commune, or a negative number.
  ///   - left: the day of departure, whether it counts or not.
  ///   - status: its place in the list, or a negative number.
  init(unit: Int32, left: Day?, status: Int32) {
    self = .nothing
    isRecord = true
    if unit >= 0 { bits = bits & ~DepartureFacts.noUnit | UInt32(unit) & DepartureFacts.noUnit }
    if let left {
      let (year, month, _) = left.parts
      let number = UInt32(truncatingIfNeeded: DepartureFacts.month(month, of: year))
      bits = bits & ~(DepartureFacts.noMonth << 10) | number << 10
    }
    if status >= 0 {
      bits = bits & ~(DepartureFacts.noStatus << 22) | (UInt32(status) & DepartureFacts.noStatus) << 22
    }
  }

  /// The index of the commune it was typed under; -1 where there is none.
  var unit: Int32 {
    let unit = bits & DepartureFacts.noUnit
    return unit == DepartureFacts.noUnit ? -1 : Int32(unit)
  }

  /// The number of a month, 1…12, of a year, counted from the first that a date may have.
  static func month(_ month: Int, of year: Int) -> Int { (year - Day.years.lowerBound) * 12 + month - 1 }

  /// The number of the month of the date of departure; more than any month has where there is none.
  var month: Int { Int(bits >> 10 & DepartureFacts.noMonth) }

  private var isDated: Bool { month != Int(DepartureFacts.noMonth) }

  /// The year of the date of departure; 0 where there is none.
  var year: Int { isDated ? Day.years.lowerBound + month / 12 : 0 }

  /// The month of the date of departure, 1…12; 0 where there is none.
  var monthOfYear: Int { isDated ? month % 12 + 1 : 0 }

  var status: Int {
    bits >> 22 & DepartureFacts.noStatus == DepartureFacts.noStatus ? -1 : Int(bits >> 22 & 31)
  }

  /// The row is a record and not deleted.
  var isRecord: Bool {
    get { bits & 1 << 27 != 0 }
    set { set(27, newValue) }
  }

  /// Left by that day under a lawful contract form, not withdrawn, rejected or illegal (T1).
  var hasLeft: Bool {
    get { bits & 1 << 28 != 0 }
    set { set(28, newValue) }
  }

  /// Prepared for as the law asks: orientation on or before the day of departure (T3).
  var isTrained: Bool {
    get { bits & 1 << 29 != 0 }
    set { set(29, newValue) }
  }

  /// In a status before departure, and without a departure date by that day, whatever the contract form.
  var isWaiting: Bool {
    get { bits & 1 << 30 != 0 }
    set { set(30, newValue) }
  }

  /// The same person has or had another departure on file.
  var isRepeated: Bool {
    get { bits & 1 << 31 != 0 }
    set { set(31, newValue) }
  }

  private mutating func set(_ bit: UInt32, _ value: Bool) {
    if value { bits |= 1 << bit } else { bits &= ~(1 << bit) }
  }

  /// Tells records of those who left in some months, most by one comparison of their bits.
  struct Leavers {
    private let first: UInt32
    private let span: UInt32
    private static let isRecordThatLeft: UInt32 = 1 << 27 | 1 << 28
    private static let asked = isRecordThatLeft | noMonth << 10

    /// - Parameter months: as `month(_:of:)` numbers them; those that no date may have are nobody's.
    init(_ months: ClosedRange<Int>) {
      let known = 0...Int(noMonth) - 1
      let within = months.clamped(to: known)
      // No facts have all bits of `first` where no date may lie in the months.
      first = months.overlaps(known) ? Leavers.isRecordThatLeft | UInt32(within.lowerBound) << 10 : .max
      span = UInt32(within.upperBound - within.lowerBound) << 10
    }

    /// - Parameter isInside: by the index of a unit, whether those of it are asked for.
    @inline(__always)
    func contains(_ facts: DepartureFacts, from isInside: [Bool]) -> Bool {
      facts.bits & Leavers.asked &- first <= span && facts.unit >= 0 && isInside[Int(facts.unit)]
    }
  }
}
