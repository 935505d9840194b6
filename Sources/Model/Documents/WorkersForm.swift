extension DocumentForm {
  private var people: PeopleQuery { PeopleQuery(census, Scope(unit.id, places: places), period) }

  var departureCount: Int { people.count(request.figure, of: request.parts) }

  /// The people behind a figure, in the order of their given names; numbers masked unless asked for.
  func workers() -> Document {
    let register = census.register
    let query = people
    let rows = query.list(request.figure, of: request.parts)
    let isOfHouseholds = request.figure.isOfHouseholds
    let cells = rows.map { row -> [String] in
      guard headway.step() else { return [] }
      let worker = register.link(Departure.worker, row) ?? -1
      let identity =
        register.text(Worker.citizenId, ofPerson: worker) ?? register.text(Worker.passport, ofPerson: worker)
        ?? ""
      let status = census.status(of: row).flatMap { Status(code: $0) }?.words
      let outcome = isOfHouseholds ? query.outcome(of: row)?.words : status
      return [
        register.text(Worker.fullName, ofPerson: worker) ?? "", birthYear(worker),
        request.isUnmasked ? identity : CitizenNumber.masked(identity),
        register.unit(Departure.commune, row).map(commune) ?? "",
        register.code(Departure.market, row).map { CodeList.markets.text($0, .vi) } ?? "",
        register.day(Departure.departedOn, row)?.text ?? "", outcome?.vi ?? "",
      ]
    }
    let table = DocumentTable(
      "",
      [
        .number, DocumentTable.Column("Họ và tên", 24, isFlexible: true),
        DocumentTable.Column("Năm sinh", 8, .center), DocumentTable.Column("Số định danh", 14, .center),
        DocumentTable.Column("Xã", 15, isFlexible: true),
        DocumentTable.Column("Thị trường", 13, isFlexible: true),
        DocumentTable.Column("Xuất cảnh", 11, .center),
        DocumentTable.Column(isOfHouseholds ? "Kết quả" : "Tình trạng", 16, isFlexible: true),
      ], DocumentTable.numbered(cells),
      totals: [
        [
          "", DocumentTable.totalWord, "", "", "\(number(census.people(rows))) người", "",
          "\(number(rows.count)) lượt", "",
        ]
      ])
    let masked =
      request.isUnmasked
      ? "Số định danh ghi đầy đủ: tài liệu có dữ liệu cá nhân, chỉ giao cho người có trách nhiệm."
      : "Số định danh đã được che bớt."
    let seal = Seal(rows, register, goesOn: headway.step)
    return document(
      ["Danh sách người lao động đi làm việc ở nước ngoài theo hợp đồng", "\(what) \(when)"],
      [
        .paragraph(
          "Thực hiện \(planWords), Ủy ban nhân dân \(name) báo cáo danh sách người lao động \(what) \(when) "
            + "như sau:"), .note("\(masked) Số liệu tính đến ngày \(today.text)."), .table(table),
      ], seal: "Mã số liệu \(seal.digest) (\(number(seal.count)) lượt)", isLandscape: true)
  }

  /// A commune by the places of the unit, with the former one where it is another.
  private func commune(_ typed: UnitID) -> String {
    let place = PlaceAsOf(typed, unit.catalogue, places: places)
    return place.name.vi + (place.formerName.map { " (cũ: \($0))" } ?? "")
  }

  private func birthYear(_ worker: Int) -> String {
    guard case .day(let day) = census.register.value(Worker.birthDate, ofPerson: worker) else { return "" }
    return "\(day.year)"
  }

  /// Which people: those of the figure, and of the parts to which it is narrowed.
  private var what: String {
    let parts = request.parts.map { part in
      let name = part.breakdown.name(of: part.code, in: places[request.unit].catalogue)
      return "\(part.breakdown.words.vi.lowercased()): \(name.vi)"
    }
    return figure + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))")
  }

  private var figure: String {
    switch request.figure {
    case .departed: "đã xuất cảnh"
    case .pipeline: "đang chờ xuất cảnh"
    case .trained: "đã bồi dưỡng kiến thức cần thiết trước khi đi"
    case .untrained: "chưa bồi dưỡng kiến thức cần thiết trước khi đi"
    case .poor: "thuộc hộ nghèo khi đi (T2)"
    case .escaped: "thuộc hộ đã thoát nghèo (T2)"
    case .nearPoor: "thuộc hộ đã thoát nghèo, nay cận nghèo (T2)"
    case .notReviewed: "thuộc hộ nghèo chưa rà soát lại (T2)"
    case .areaUnknown: "thuộc hộ nghèo chưa rõ diện xã (T2)"
    case .all: "có trong sổ theo dõi"
    }
  }

  /// Figures that are of no one year are told as of today.
  private var when: String {
    if request.figure.isOfHouseholds {
      return "lũy kế từ năm \(census.plan.firstYear) đến \(period.words.vi)"
    }
    return [.pipeline, .all].contains(request.figure) ? "tính đến ngày \(today.text)" : period.words.vi
  }
}
