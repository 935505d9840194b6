extension DepartureEntry {
  /// Reads one departure as the command line takes it; values that cannot be read come back as findings.
  public static func read(_ json: JSON, asOf today: Day, places: Places = .standard) -> (
    DepartureEntry, [Finding]
  ) {
    var entry = DepartureEntry()
    var findings: [Finding] = []
    guard json.members != nil else {
      return (
        entry, [Finding("B00", .block, "", Words("Không phải một bản ghi JSON.", "Not a JSON record."))]
      )
    }
    do throws(Finding) { entry.unit = try FieldReader.unit(json, "commune", today, places) } catch {
      findings.append(error)
    }
    for field in fields {
      guard let value = json[field.key], value != .null else { continue }
      do throws(Finding) { entry[field] = try FieldReader.value(value, field) } catch {
        findings.append(error)
      }
    }
    if let unknown = AddedKind.departure.unknownKey(json) { findings.append(FieldReader.unknown(unknown)) }
    do throws(Finding) { entry.overrides = try FieldReader.reasons(json) } catch { findings.append(error) }
    if entry.code(status) == nil, !findings.contains(where: { $0.field == status.key }) {
      findings.append(
        Finding("B07", .block, status.key, Words("Thiếu trạng thái.", "The status is missing.")))
    }
    return (entry, findings)
  }
}

/// Reads one value of JSON into a field, or says in one sentence why not.
enum FieldReader {
  static func value(_ json: JSON, _ field: Field) throws(Finding) -> FieldValue {
    switch field.kind {
    case .text(let max):
      guard let raw = json.text else { throw wrongType(field) }
      if let scalar = raw.forbidden { throw forbidden(scalar, field.key) }
      let text = raw.tidied
      guard text.count <= max else {
        throw Finding(
          "B00", .block, field.key,
          Words(
            "\(field.label.vi): dài quá \(max) ký tự.", "\(field.label.en): longer than \(max) characters."))
      }
      return text.isEmpty ? .none : .text(text)
    case .code(let list):
      guard let text = json.text else { throw wrongType(field) }
      guard list.index(of: text) != nil else {
        throw Finding(
          "B00", .block, field.key,
          Words("\(field.label.vi): không có mã “\(text)”.", "\(field.label.en): there is no code “\(text)”.")
        )
      }
      return .code(text)
    case .day:
      guard let text = json.text else { throw wrongType(field) }
      guard let day = Day(iso: text) else {
        throw Finding(
          "B00", .block, field.key,
          Words(
            "\(field.label.vi): không có ngày “\(text)”.", "\(field.label.en): there is no day “\(text)”."))
      }
      return .day(day)
    case .integer(let range):
      guard let integer = json.whole else { throw wrongType(field) }
      guard range.contains(integer) else {
        throw Finding(
          "B00", .block, field.key,
          Words(
            "\(field.label.vi): từ \(range.lowerBound) đến \(range.upperBound).",
            "\(field.label.en): from \(range.lowerBound) to \(range.upperBound)."))
      }
      return .integer(integer)
    case .flag:
      guard let flag = json.flag else { throw wrongType(field) }
      return .flag(flag)
    case .unit, .link: throw wrongType(field)
    }
  }

  /// The reasons for which warnings are passed over, by the code of the warning.
  static func reasons(_ json: JSON) throws(Finding) -> [String: String] {
    guard let given = json["overrides"], given != .null else { return [:] }
    var reasons: [String: String] = [:]
    for member in given.members ?? [] {
      guard let reason = member.value.text else { continue }
      if let scalar = reason.forbidden { throw forbidden(scalar, "overrides") }
      guard Rule.catalogue.contains(where: { $0.code == member.key && $0.level == .warn }) else {
        throw Finding(
          "B00", .block, "overrides",
          Words("Không có cảnh báo nào mã “\(member.key)”.", "There is no warning “\(member.key)”."))
      }
      reasons[member.key] = reason.tidied
    }
    guard reasons.count == given.members?.count else {
      throw Finding(
        "B00", .block, "overrides",
        Words("Lý do viết như {\"W12\":\"lý do\"}.", "Reasons are written as {\"W12\":\"reason\"}."))
    }
    return reasons
  }

  /// A unit named by `key`, in the catalogue named beside it or else the one in force.
  static func unit(_ json: JSON, _ key: String, _ today: Day, _ places: Places) throws(Finding) -> UnitID {
    if let given = json[key], given != .null, given.text == nil {
      throw Finding(
        "B06", .block, key,
        Words("Mã đơn vị hành chính là chữ trong dấu ngoặc kép.", "A unit's code is text, in quotes."))
    }
    // A list by the places of another day says under which unit a record was typed.
    if let typed = json[RecordsJSON.former(key).typed]?.text, let unit = places.unit(key: typed)?.id {
      return unit
    }
    guard let code = json[key]?.text else {
      throw Finding("B06", .block, key, Words("Thiếu mã đơn vị hành chính.", "The unit's code is missing."))
    }
    let name = json["catalogue"]?.text
    guard let catalogue = name.map({ Catalogue(rawValue: $0) }) ?? places.catalogue(on: today),
      let unit = places.unit(code: code, catalogue: catalogue)?.id
    else {
      let listed = name ?? places.catalogue(on: today).rawValue
      throw Finding(
        "B06", .block, key,
        Words("Danh mục \(listed) không có mã “\(code)”.", "Catalogue \(listed) has no unit “\(code)”."))
    }
    return unit
  }

  /// A commune; a district or the province is none.
  static func commune(_ json: JSON, _ key: String, _ today: Day, _ places: Places) throws(Finding) -> UnitID {
    let unit = try unit(json, key, today, places)
    guard places[unit].level == .commune else {
      throw Finding(
        "B06", .block, key,
        Words("“\(places[unit].code)” không phải là xã.", "“\(places[unit].code)” is no commune."))
    }
    return unit
  }

  /// A day that is not after today.
  static func past(_ value: FieldValue, _ key: String, _ today: Day) throws(Finding) -> FieldValue {
    guard case .day(let day) = value, day > today else { return value }
    throw Finding("B15", .block, key, Words("Ngày sau hôm nay.", "A day after today."))
  }

  private static func forbidden(_ scalar: Unicode.Scalar, _ key: String) -> Finding {
    let number = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    return Finding(
      "B00", .block, key,
      Words("Có ký tự điều khiển \(name); xóa đi.", "Has the control character \(name); remove it."))
  }

  static func unknown(_ key: String) -> Finding {
    Finding(
      "B00", .block, key,
      Words(
        "Không có ô nào tên như vậy; bản ghi sẽ mất giá trị này.",
        "There is no such field; its value would be lost."))
  }

  static func wrongType(_ field: Field, _ key: String? = nil) -> Finding {
    Finding(
      "B00", .block, key ?? field.key,
      Words("\(field.label.vi): giá trị sai kiểu.", "\(field.label.en): a value of the wrong type."))
  }
}
