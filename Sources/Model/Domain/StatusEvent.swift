/// One change of a departure's status, with its date and reason; the status is derived from these.
public enum StatusEvent {
  public static let departure = Field("departure", of: .event, .link(.departure), "Lượt", "Departure")
  public static let status = Field("status", of: .event, .code(.statuses), "Trạng thái", "Status")
  public static let on = Field("on", of: .event, .day, "Ngày", "Date")
  public static let reason = Field("reason", of: .event, .text(max: 120), "Lý do", "Reason")
  public static let deleted = Field("deleted", of: .event, .flag, "Đã xóa", "Deleted")

  public static let fields = [departure, status, on, reason, deleted]
}
