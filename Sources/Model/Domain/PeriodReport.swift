/// What a unit says of one period: nothing to report, has data, exempt; sent, returned, approved, sealed.
public enum PeriodReport {
  public static let unit = Field("unit", of: .report, .unit, "Đơn vị", "Unit")
  /// `2024-09`, `2024-Q3`, `2024-H1`, `2024`; state periods (Nghị định 09/2019) end in `S`.
  public static let period = Field("period", of: .report, .text(max: 10), "Kỳ", "Period")
  public static let state = Field("state", of: .report, .text(max: 10), "Tình trạng", "State")
  /// The day of the latest change of state.
  public static let on = Field("on", of: .report, .day, "Ngày", "Date")
  /// The day on which the unit first reported; timeliness is judged by it.
  public static let receivedOn = Field("receivedOn", of: .report, .day, "Ngày nhận", "Received on")
  public static let by = Field("by", of: .report, .text(max: 60), "Người báo cáo", "By")
  public static let note = Field("note", of: .report, .text(max: 200), "Ghi chú", "Note")

  /// How many departures of the period were on file when it was sealed.
  public static let departures = Field(
    "departures", of: .report, .integer(0...1_000_000), "Số lượt đã khóa", "Departures sealed")
  /// What was sealed: SHA-256 of the figures' records, 32 hexadecimal digits; the same records give it again.
  public static let digest = Field("digest", of: .report, .text(max: 32), "Mã khóa sổ", "Seal")

  public static let fields = [unit, period, state, on, receivedOn, by, note, departures, digest]

  /// The entity of a report: one for each unit and period.
  public static func entity(unit: String, period: String) -> String { "report/\(unit):\(period)" }

  /// The states a report can be in.
  public enum State: String, CaseIterable, Sendable {
    case nothing = "nil"
    case data, exempt, sent, returned, approved, sealed

    /// Whether the unit has reported; a returned report is to be sent again.
    public var isReceived: Bool {
      switch self {
      case .nothing, .data, .sent, .approved, .sealed: true
      case .exempt, .returned: false
      }
    }

    public var words: Words {
      switch self {
      case .nothing: Words("không phát sinh", "nothing to report")
      case .data: Words("có số liệu", "has data")
      case .exempt: Words("được miễn", "exempt")
      case .sent: Words("đã gửi", "sent")
      case .returned: Words("bị trả lại", "returned")
      case .approved: Words("đã duyệt", "approved")
      case .sealed: Words("đã khóa", "sealed")
      }
    }
  }
}
