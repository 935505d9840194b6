import Model

extension DepartureFormScreen {
  /// What a clerk is shown of a record: a household that was given no name has none.
  static func shown(_ values: [String: FieldValue]) -> [String: FieldValue] {
    values.filter { key, value in
      guard key == Household.key.key, case .text(let name) = value else { return true }
      return LineID(name) == nil
    }
  }

  /// What the repeat keys repeat first: the departure that was entered last in this commune.
  static func lastEntered(in unit: UnitID, _ context: Context) -> [String: FieldValue] {
    let register = context.register
    let last = register.records(.departure).last { register.unit(Departure.commune, $0) == unit }
    return last.map { shown(register.entry($0, today: context.today).values) } ?? [:]
  }

  /// The status with which the next record begins: that of the one before while it is on its way, never how it ended.
  static func status(after values: [String: FieldValue]) -> FieldValue {
    guard case .code(let code)? = values[DepartureEntry.status.key], let status = Status(code: code),
      status.phase == .before || status == .abroad
    else { return .code(Status.abroad.code) }
    return .code(code)
  }

  /// What the latest batch of a commune shared.
  static func lastShared(in unit: UnitID, _ context: Context) -> [String: FieldValue] {
    let register = context.register
    let last = register.records(.departure).last {
      register.unit(Departure.commune, $0) == unit && register.text(Departure.batch, $0) != nil
    }
    return last.flatMap { register.text(Departure.batch, $0) }
      .map { register.sharedValues(ofBatch: $0, today: context.today) } ?? [:]
  }

  func breadcrumbs(_ context: Context) -> [String] {
    let last =
      batch?.isOpen ?? false
      ? Words("phần chung của lô", "shared by the batch")
      : correcting != nil
        ? DepartureFormScreen.isViewed(context) ? Words("xem", "view") : Words("sửa", "correct")
        : batch != nil ? Words("lô", "batch") : Words("lượt mới", "new departure")
    return [Words("Nhập", "Enter")[context.language]] + context.path(of: unit).suffix(2) + [
      last[context.language]
    ]
  }
}

extension EntryBasis {
  /// What a draft had remembered.
  init(draftScope scope: [String: String]) {
    self.init()
    for (key, value) in scope where key.hasPrefix("basis.") {
      known[String(key.dropFirst("basis.".count))] = value.split(separator: " ").compactMap {
        LineID(String($0))
      }
    }
  }
}
