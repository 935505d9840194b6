/// The papers that can be printed.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable {
  /// The figures of a unit and period.
  case period
  /// The people behind a figure.
  case workers
  /// Which commune has reported which month.
  case completeness
  /// How far the clauses of the plan are.
  case tasks

  public var words: Words {
    switch self {
    case .period: Words("Báo cáo kỳ", "Period report")
    case .workers: Words("Danh sách lao động", "List of workers")
    case .completeness: Words("Tình hình báo cáo", "Completeness")
    case .tasks: Words("Tiến độ nhiệm vụ", "Tasks")
    }
  }
}

/// Which paper is asked for, of whom and of when, and what stands on it beside the figures.
public struct DocumentRequest: Hashable, Sendable {
  public var kind: DocumentKind
  public var unit: UnitID
  public var period: Period
  /// The figure whose people a list of workers holds.
  public var figure = PeopleQuery.Figure.departed
  /// The parts of breakdowns to which those people belong, all of them.
  public var parts: [PartName] = []
  /// Whether citizen ids stand whole.
  public var isUnmasked = false
  /// The number as it is to stand after “Số:”; left open to be filled in where there is none.
  public var number: String?
  /// The name of who signs.
  public var signer: String?

  public init(_ kind: DocumentKind, _ unit: UnitID, _ period: Period) {
    (self.kind, self.unit, self.period) = (kind, unit, period)
  }

  /// Why there is nothing to print yet; `nil` where there is.
  public func obstacle(on today: Day) -> Words? {
    guard period.first > today else { return nil }
    return Words("Kỳ \(period.words.vi) chưa bắt đầu.", "The \(period.words.en) has not begun yet.")
  }

  /// How many rows a list of workers has; 0 for the other papers, which do not grow with the register.
  public func rowCount(_ census: Census) -> Int {
    guard kind == .workers else { return 0 }
    return DocumentForm(self, census, isSynthetic: false).departureCount
  }

  /// In how many steps for each row a list of workers is put together.
  public static let steps = 2

  /// - Parameter headway: told of each step; where it is stopped, what comes back is not whole.
  public func document(_ census: Census, isSynthetic: Bool, headway: Headway? = nil) -> Document {
    let form = DocumentForm(self, census, isSynthetic: isSynthetic, headway: headway)
    return switch kind {
    case .period: form.periodReport()
    case .workers: form.workers()
    case .completeness: form.completeness()
    case .tasks: form.tasks()
    }
  }
}
