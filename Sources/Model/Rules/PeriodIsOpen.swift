extension Rule {
  /// What was published of a sealed month is not changed from behind.
  static let periodIsOpen = Rule(
    code: "B20", level: .block, field: Departure.departedOn,
    words: Words(
      "Tháng này đã khóa sổ; cấp trên mở lại hồ sơ thì mới sửa được.",
      "That month is sealed; a supervisor has to reopen the record first."),
    source: "khóa sổ báo cáo kỳ"
  ) { entry, context in
    let left = entry.day(Departure.departedOn)
    guard let row = context.correcting else { return context.register.isSealed(entry.unit, left) }
    let isSame = Register.published.allSatisfy { field in
      field.key == Departure.commune.key
        ? entry.unit == context.register.unit(field, row) : entry[field] == context.register.value(field, row)
    }
    if isSame { return false }
    // Reopened is the record where it stands, not another month that it would move to.
    let old = context.register.day(Departure.departedOn, row)
    let stays =
      entry.unit == context.register.unit(Departure.commune, row) && left?.year == old?.year
      && left?.month == old?.month
    return context.register.isSealed(row, on: context.today)
      || !stays && context.register.isSealed(entry.unit, left)
  }
}
