/// A task that a province, district or commune has set itself beside the plan's clauses (nhiệm vụ bổ sung).
public enum OwnTask {
  public static let title = Field("title", of: .task, .text(max: 160), "Nhiệm vụ", "Task")
  public static let lead = Field("lead", of: .task, .code(.agencies), "Chủ trì", "Lead")
  public static let coordinating = Field("coordinating", of: .task, .code(.agencies), "Phối hợp", "With")
  /// The target that it serves, such as `T3`.
  public static let target = Field("target", of: .task, .text(max: 4), "Gắn chỉ tiêu", "For target")
  /// The task of another plan that it was taken from, such as `C08`.
  public static let template = Field("template", of: .task, .text(max: 8), "Mẫu tham khảo", "Template")
  public static let deleted = Field("deleted", of: .task, .flag, "Đã xóa", "Deleted")

  public static let fields = [title, lead, coordinating, target, template, deleted]
}
