/// Makes the papers of one unit: what all of them have in common.
struct DocumentForm {
  let request: DocumentRequest
  let census: Census
  let isSynthetic: Bool
  let places: Places
  let unit: Unit
  let headway: Headway?

  init(_ request: DocumentRequest, _ census: Census, isSynthetic: Bool, headway: Headway? = nil) {
    (self.request, self.census, self.isSynthetic, self.headway) = (request, census, isSynthetic, headway)
    places = census.places
    unit = census.places[request.unit]
  }

  var period: Period { request.period }
  var today: Day { census.today }

  /// A paper of these blocks, with the common top and bottom.
  func document(
    _ subject: [String], _ blocks: [Document.Block], seal: String, isLandscape: Bool = false
  ) -> Document {
    return Document(
      letterhead: Letterhead(
        unit, above: unit.parent.map { places[$0] }, number: request.number, on: today),
      subject: subject, blocks: blocks, recipients: recipients,
      signatory: Document.Signatory(
        authority: "TM. \(Letterhead.committee)", title: "CHỦ TỊCH", name: request.signer),
      seal: seal, isSynthetic: isSynthetic, isLandscape: isLandscape,
      fileName: "\(request.kind.rawValue)-\(unit.code)-\(period.code)")
  }

  private var recipients: [String] {
    let above = unit.parent.map { "UBND \(DocumentForm.name(places[$0])) (báo cáo)" }
    return [above, "Các cơ quan, đơn vị liên quan", "Lưu: VT"].compactMap { $0 }
  }

  /// “huyện Bát Xát”, within a sentence.
  static func name(_ unit: Unit) -> String { "\(unit.kind.words.vi.lowercased()) \(unit.name)" }

  var name: String { DocumentForm.name(unit) }

  /// “Kế hoạch số 280/KH-UBND ngày 21 tháng 6 năm 2023 của Ủy ban nhân dân tỉnh Lào Cai”.
  var planWords: String {
    let plan = census.plan.document
    return "\(plan.kind.vi) số \(plan.number) \(Letterhead.date(plan.issuedOn)) của \(plan.issuedBy.vi)"
  }

  /// Who a unit is in a table; `nil` for what cannot be placed.
  func name(_ unit: UnitID?) -> String { unit.map { places[$0].name } ?? Projection.unknownWords.vi }

  func number(_ value: Int) -> String { Numerals.text(value, .vi) }

  func number(_ value: Int?) -> String { value.map(number) ?? "–" }

  func share(_ part: Int, of whole: Int) -> String { Percent(part, of: whole)?.text(.vi) ?? "–" }

  /// The number that only the same lines give again.
  static func digest(_ table: DocumentTable) -> String {
    let lines = (table.cells + table.totals).map { $0.joined(separator: "\t") + "\n" }
    return SHA256.digest(Array(lines.joined().utf8)).prefix(16).hexadecimal
  }

  static let ending = "Trên đây là báo cáo của Ủy ban nhân dân"
}
