import Model

extension Binding {
  /// The one key of an action, the same on every screen, with its words.
  ///
  /// A screen takes its actions from here, so one letter can never mean two things.
  static func action(
    _ command: Command, label: Words? = nil, inFooter: Bool = true, disabled: Words? = nil
  ) -> Binding {
    // By its place: a screen asks for a score of them with each key, and holding each that is passed by takes longer.
    let standard = actions.indices.first { actions[$0].command == command }.map { actions[$0] }
    return Binding(
      keys: standard?.keys ?? [],
      command: command,
      label: label ?? standard?.label ?? Words(command.rawValue, command.rawValue),
      inFooter: inFooter,
      disabled: disabled)
  }

  /// Every action that has a letter.
  static let actions: [Binding] = [
    letter("a", .add, "Nhập mới", "Add"),
    letter("A", .addBatch, "Nhập lô", "Add batch"),
    Binding(
      keys: [.function(4), .control("B")], command: .editBatch,
      label: Words("Sửa phần chung của lô", "Edit batch")),
    letter("E", .edit, "Sửa", "Edit"),
    letter("d", .delete, "Xóa", "Delete"),
    Binding(keys: [.control("C")], command: .discard, label: Words("Bỏ nháp", "Discard draft")),
    letter("c", .changeStatus, "Chuyển trạng thái", "Change status"),
    letter("C", .choose, "Chọn giá trị", "Choose value"),
    letter("M", .merge, "Gộp hồ sơ", "Merge records"),
    letter("w", .household, "Hộ", "Household"),
    letter("R", .review, "Rà soát hộ", "Review households"),
    letter("1", .class1, "nghèo", "poor"),
    letter("2", .class2, "cận nghèo", "near-poor"),
    letter("3", .class3, "mới thoát", "escaped"),
    letter("4", .class4, "trung bình", "average"),
    letter("5", .class5, "khác", "other"),
    letter("i", .incident, "Vụ việc", "Incident"),
    letter("L", .history, "Lịch sử", "History"),
    letter("U", .undo, "Hoàn tác", "Undo"),
    letter("Y", .redo, "Làm lại", "Redo"),
    letter("f", .filter, "Lọc", "Filter"),
    letter("S", .sort, "Sắp xếp", "Sort"),
    letter("v", .unmask, "Hiện số", "Show numbers"),
    letter("B", .grid, "Bảng theo tháng", "Month grid"),
    letter("t", .trend, "Xu hướng", "Trend"),
    letter("O", .map, "Bản đồ", "Map"),
    letter("m", .matrix, "Ma trận báo cáo", "Report matrix"),
    letter("W", .breakdown, "Phân tổ", "Breakdown"),
    letter("[", .columnLeft, "Cột trước", "Column before"),
    letter("]", .columnRight, "Cột sau", "Column after"),
    letter("Z", .otherPlaces, "Địa danh", "Places"),
    letter("b", .reports, "Báo cáo", "Reports"),
    letter("o", .reportNothing, "Không phát sinh", "Nothing to report"),
    letter("s", .send, "Gửi", "Send"),
    letter("y", .approve, "Duyệt", "Approve"),
    letter("P", .approveClean, "Duyệt xã sạch", "Approve clean"),
    letter("r", .giveBack, "Trả lại", "Return"),
    letter("K", .seal, "Khóa sổ", "Seal"),
    letter("x", .exempt, "Miễn", "Exempt"),
    letter("u", .updateTask, "Cập nhật", "Update"),
    letter("e", .evidence, "Minh chứng", "Evidence"),
    letter("D", .deadline, "Hạn", "Deadline"),
    letter("T", .target, "Chỉ tiêu", "Target"),
    letter("p", .print, "In", "Print"),
    letter("I", .importFile, "Nhập tệp", "Import"),
    letter("X", .exportFile, "Xuất tệp", "Export"),
    letter("z", .synchronize, "Đồng bộ", "Synchronize"),
    letter("V", .verify, "Kiểm tra", "Verify"),
  ]

  /// The history of the record in a form, where letters are text.
  static let historyInForm = Binding(
    keys: [.control("V")], command: .history, label: Words("Lịch sử", "History"))

  private static func letter(_ key: Character, _ command: Command, _ vi: String, _ en: String) -> Binding {
    Binding(keys: [.character(key)], command: command, label: Words(vi, en))
  }
}
