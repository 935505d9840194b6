/// An illegal departure, a breach of the host country's law or an illegal stay (vụ việc; Plan 280, II.1).
public enum Incident {
  public static let type = Field("type", of: .incident, .code(.violationTypes), "Loại vụ việc", "Type")
  public static let on = Field("on", of: .incident, .day, "Ngày", "Date")
  public static let commune = Field("commune", of: .incident, .unit, "Xã", "Commune")
  public static let worker = Field("worker", of: .incident, .link(.worker), "Người lao động", "Worker")
  /// `open` or `closed`.
  public static let state = Field("state", of: .incident, .text(max: 10), "Tình trạng", "State")
  public static let closedOn = Field("closedOn", of: .incident, .day, "Ngày xong", "Closed on")
  public static let note = Field("note", of: .incident, .text(max: 200), "Ghi chú", "Note")
  public static let deleted = Field("deleted", of: .incident, .flag, "Đã xóa", "Deleted")

  public static let fields = [type, on, commune, worker, state, closedOn, note, deleted]
}
