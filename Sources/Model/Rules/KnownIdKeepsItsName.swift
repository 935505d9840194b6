extension Rule {
  /// A citizen id that is on file under another name may be a slip of the pen; the stored name is kept.
  public static let knownIdKeepsItsName = Rule(
    code: "W03", level: .warn, field: Worker.fullName,
    words: Words(
      "Số định danh này đã có với tên khác; tên đã lưu được giữ.",
      "This id is on file under another name; the stored name is kept."),
    source: "đối chiếu sổ"
  ) { entry, context in
    context.contradictions(entry).contains { $0.key == Worker.fullName.key }
  }
}
