extension Rule {
  /// A citizen id that is on file with another birth date, sex or ethnic group may be somebody else's; what is stored is
  /// kept.
  public static let knownIdKeepsItsPerson = Rule(
    code: "W24", level: .warn, field: Worker.birthDate,
    words: Words(
      "Ngày sinh, giới tính, dân tộc khác hồ sơ đã có; giữ theo hồ sơ.",
      "Birth date, sex or group differ from the file, which is kept."),
    source: "đối chiếu sổ"
  ) { entry, context in
    context.contradictions(entry).contains { $0.key != Worker.fullName.key }
  }
}
