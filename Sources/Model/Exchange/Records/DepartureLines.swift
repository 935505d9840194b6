extension RecordsJSON {
  /// What stands before the value of each field of an entry, one name after the other, and where each ends.
  private static let names = DepartureEntry.fields.map { ",\"\($0.key)\":" }
  private static let nameBytes = Array(names.joined().utf8)
  private static let nameEnds = names.reduce(into: []) { $0.append(($0.last ?? 0) + $1.utf8.count) }
  /// Whether that value is masked.
  private static let areIdentities = DepartureEntry.fields.map(isIdentity)

  /// Departures as `departure` tells of them, as harmless JSON.
  ///
  /// - Parameters:
  ///   - isFirst: whether nothing stands before them; else what is put between two begins them.
  ///   - end: what is put behind each.
  public func bytes(
    departures rows: some Sequence<Int>, isFirst: Bool, between separator: [UInt8], end: [UInt8]
  ) -> [UInt8] {
    var json = HarmlessJSON()
    var isFirst = isFirst
    for row in rows {
      if !isFirst { json.plain(separator) }
      isFirst = false
      write(departure: row, to: &json)
      json.plain(end)
    }
    return json.written
  }

  /// The bytes of `departure`, without a value of JSON in between.
  private func write(departure row: Int, to json: inout HarmlessJSON) {
    let entry = register.entry(row, today: today)
    let worker = register.link(Departure.worker, row)
    json.plain("{\"id\":")
    json.write(register.key(.departure, row))
    json.plain(",\"worker\":")
    write(worker.map { register.key(.worker, $0) }, to: &json)
    for member in place("commune", entry.unit) {
      json.plain(",")
      json.write(member.key)
      json.plain(":")
      write(member.value.text, to: &json)
    }
    var start = 0
    for (index, end) in RecordsJSON.nameEnds.enumerated() {
      json.plain(RecordsJSON.nameBytes, start..<end)
      start = end
      if RecordsJSON.areIdentities[index] {
        write(identityText(entry[index]), to: &json)
      } else {
        write(entry[index], to: &json)
      }
    }
    json.plain(",\"batch\":")
    write(register.value(Departure.batch, row), to: &json)
    json.plain(",\"overrides\":")
    json.write(overrides(entry))
    json.plain(",\"written\":")
    json.write(written(row))
    json.plain(",\"conflicts\":")
    json.write(conflicts(row))
    json.plain(",\"sameId\":")
    json.write(worker.map { census.twins(of: $0).map { register.key(.worker, $0) } } ?? [])
    json.plain(",\"warnings\":")
    json.write(warnings(row, entry))
    json.plain("}")
  }

  private func write(_ text: String?, to json: inout HarmlessJSON) {
    if let text { json.write(text) } else { json.plain("null") }
  }

  private func write(_ value: FieldValue, to json: inout HarmlessJSON) {
    switch value {
    case .none: json.plain("null")
    case .text(let text), .code(let text), .link(let text): json.write(text)
    case .day(let day): json.write(day)
    case .integer(let integer): json.write(integer)
    case .flag(let flag): json.plain(flag ? "true" : "false")
    case .unit(let unit): json.write(places[unit].code)
    }
  }
}
