/// One change of a departure's status, with its date and reason; the status is derived from these.
public enum StatusEvent {
  public static let departure = Field("departure", of: .event, .link(.departure), "Lượt", "Departure")
  public static let status = Field("status", of: .event, .code(.statuses), "Trạng thái", "Status")
  public static let on = Field("on", of: .event, .day, "Ngày", "Date")
  public static let reason = Field("reason", of: .event, .text(max: 120), "Lý do", "Reason")
  /// The new end of a contract that was extended.
  public static let until = Field("until", of: .event, .day, "Hạn HĐ mới", "New end")
  /// The employer abroad after a change.
  public static let employer = Field("employer", of: .event, .text(max: 80), "Chủ mới", "New employer")
  /// Why somebody came back early (Luật 69/2020/QH14; the amounts of support differ by it).
  public static let cause = Field("cause", of: .event, .code(.earlyReturnReasons), "Vì sao về sớm", "Cause")
  public static let deleted = Field("deleted", of: .event, .flag, "Đã xóa", "Deleted")

  public static let fields = [departure, status, on, reason, until, employer, cause, deleted]
}
