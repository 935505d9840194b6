extension Rule {
  /// A certificate has a number, except for contracts concluded directly or after leaving.
  static let certificateIsKnown = Rule(
    code: "W15", level: .warn, field: Departure.orientationCertificate,
    words: Words("Chưa có số chứng chỉ bồi dưỡng.", "The certificate's number is missing."),
    source: "Thông tư 21/2021/TT-BLĐTBXH, Điều 12"
  ) { entry, _ in
    let form = entry.code(Departure.contractForm)
    return entry.day(Departure.orientationDate) != nil && entry.text(Departure.orientationCertificate) == nil
      && form != "DIRECT" && form != "AFTER_EXIT"
  }
}
