extension Rule {
  /// Who leaves by a service enterprise leaves by one with a name.
  static let enterpriseIsKnown = Rule(
    code: "N06", level: .hint, field: Departure.enterprise,
    words: Words(
      "Chưa có tên doanh nghiệp dịch vụ đưa đi.", "The name of the service enterprise is missing."),
    source: "Luật 69/2020/QH14, Điều 5 khoản 2 điểm a"
  ) { entry, _ in
    entry.hasLeft && entry.code(Departure.contractForm) == "SERVICE_ENT"
      && entry.text(Departure.enterprise) == nil
  }
}
