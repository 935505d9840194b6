/// What one unit says of its work on one clause of the plan.
public enum TaskUpdate {
  /// The clause, such as `III.1.1`.
  public static let task = Field("task", of: .update, .text(max: 20), "Mục", "Clause")
  public static let unit = Field("unit", of: .update, .unit, "Đơn vị", "Unit")
  public static let on = Field("on", of: .update, .day, "Ngày", "Date")
  /// How much is done, 0 to 100.
  public static let percent = Field("percent", of: .update, .integer(0...100), "Tiến độ (%)", "Progress (%)")
  public static let note = Field("note", of: .update, .text(max: 200), "Nội dung", "Note")
  public static let evidence = Field(
    "evidence", of: .update, .text(max: 60), "Số minh chứng", "Evidence number")
  /// What is said of work that is done without one.
  public static let evidenceWords = Words(
    "Hoàn thành (100%) cần số minh chứng.", "Done (100%) needs an evidence number.")
  public static let deleted = Field("deleted", of: .update, .flag, "Đã xóa", "Deleted")

  public static let fields = [task, unit, on, percent, note, evidence, deleted]
}

/// The day by which a clause of the plan is to be done, as decided later.
public enum TaskDeadline {
  public static let task = Field("task", of: .deadline, .text(max: 20), "Mục", "Clause")
  public static let due = Field("due", of: .deadline, .day, "Hạn", "Due")
  public static let decision = Field("decision", of: .deadline, .text(max: 60), "Quyết định", "Decision")

  public static let fields = [task, due, decision]
}
