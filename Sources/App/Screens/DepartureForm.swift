import Model

/// The fields of a departure as a form: what the model declares, with how each is typed and where it stands.
enum DepartureForm {
  /// Short fields that share a row with the one before.
  private static let beside: Set<String> = [
    Worker.sex.key, Worker.phone.key, Household.key.key, DepartureEntry.householdYear.key,
    Departure.occupation.key,
    Departure.contractMonths.key, Departure.orientationCertificate.key, Departure.plannedOn.key,
  ]

  /// What tells one person from all others.
  private static let secret: Set = [Worker.citizenId.key, Worker.passport.key]
  private static let personal: Set<String> = [
    Worker.fullName.key, Worker.citizenId.key, Worker.birthDate.key, Worker.sex.key, Worker.phone.key,
    Worker.passport.key, Departure.orientationCertificate.key,
  ]

  /// What belongs to one household, and how a journey ended: repeated where that is asked for, not with all the rest.
  private static let repeatedAlone: Set<String> = [
    Household.key.key, DepartureEntry.householdClass.key, DepartureEntry.householdYear.key,
    DepartureEntry.returnedOn.key,
  ]

  /// Where a group begins that is passed as a whole: where the person lives, contract, orientation, journey.
  ///
  /// They have no titles, so that everything stays on one screen.
  private static let groups: Set<String> = [
    Departure.village.key, Departure.market.key, Departure.orientationDate.key, DepartureEntry.status.key,
  ]

  static let fields = forms(of: DepartureEntry.fields)

  /// What a batch shares.
  static let shared = forms(of: Batch.fields)

  private static func forms(of fields: [Field]) -> [FormField] { fields.map(form) }

  private static func form(_ field: Field) -> FormField {
    var form = FormField(
      field.key, field.label, kind(field), beside: beside.contains(field.key),
      required: field.key == Worker.fullName.key || field.key == DepartureEntry.status.key,
      personal: personal.contains(field.key), secret: secret.contains(field.key), hint: hints[field.key],
      check: field.key == Worker.citizenId.key ? checkCitizenId : nil)
    if field.key == Worker.citizenId.key { form.unreadable = "B01" }
    form.isRepeatedAlone = repeatedAlone.contains(field.key)
    if groups.contains(field.key) { form.group = Words("", "") }
    form.missing = field.key == Worker.fullName.key ? "B02" : "B07"
    return form
  }

  /// What one may want to know before typing; lists say themselves what can be chosen.
  static let hints: [String: Words] = [
    Worker.fullName.key: Words(
      "Họ tên đủ dấu. F3 lặp lại một ô của người trước, F5 mọi ô chung còn lại.",
      "The full name. F3 repeats a field of the person before, F5 all that is shared."),
    Worker.citizenId.key: Words(
      "12 chữ số, cho biết giới, năm sinh; không có thì nhập số hộ chiếu.",
      "12 digits that tell sex and year of birth; without them the passport number."),
    Worker.birthDate.key: Words(
      "Gõ 1709 hay 17/9: năm theo số định danh; hoặc đủ 17092004.",
      "1709 or 17/9 takes the citizen id's year; or type 17092004."),
    Household.key.key: Words(
      "Mã hoặc tên chủ hộ, chung cho người cùng hộ; bỏ trống: một hộ riêng.",
      "A code or name shared by one household; empty: a household of its own."),
    DepartureEntry.householdYear.key: Words(
      "Năm của đợt rà soát; bỏ trống: năm xuất cảnh.", "The review year; empty: the year of departure."),
    Departure.orientationDate.key: Words(
      "Ngày xong khóa bồi dưỡng kiến thức: 2806 hay 28/6; h là hôm nay.",
      "The day the orientation course ended: 2806 or 28/6; h is today."),
    Departure.departedOn.key: Words(
      "Ngày đã đi: 0507 hay 5/7; h là hôm nay, -2 là hai ngày trước.",
      "The day of departure: 0507 or 5/7; h is today, -2 two days ago."),
    Departure.plannedOn.key: Words("Chỉ khi chưa xuất cảnh.", "Only for those who have not left yet."),
    DepartureEntry.returnedOn.key: Words(
      "Chỉ khi đã về nước. Hết các ô: F2 lưu, F7 lưu rồi nhập người sau.",
      "Only for those who are back. The last field: F2 saves, F7 saves and goes on."),
  ]

  private static func kind(_ field: Field) -> FormField.Kind {
    switch field.key {
    case Worker.fullName.key, Departure.village.key, Household.key.key, Departure.occupation.key,
      Departure.enterprise.key:
      if case .text(let max) = field.kind { return .name(max: max) }
    case Worker.citizenId.key: return .digits(12)
    case Worker.birthDate.key: return .date(.birth)
    case Departure.plannedOn.key: return .date(.future)
    case Worker.phone.key: return .phone
    case Worker.passport.key, Departure.orientationCertificate.key:
      if case .text(let max) = field.kind { return .ascii(max: max) }
    default: break
    }
    switch field.kind {
    case .text(let max): return .text(max: max)
    case .code(let list): return .choice(list.id)
    case .day: return .date(.past)
    case .integer(let range): return .number(range)
    case .flag, .unit, .link: return .text(max: 40)
    }
  }

  @Sendable private static func checkCitizenId(_ text: String) -> Words? {
    do throws(TextProblem) {
      _ = try CitizenNumber(text)
      return nil
    } catch {
      return error.words
    }
  }

  /// What was typed before: villages of this commune, enterprises and occupations of all; and the certificate after that of the record before.
  static func suggestions(
    _ context: Context, in unit: UnitID? = nil, after previous: [String: FieldValue] = [:]
  ) -> [String: Suggestions] {
    var found = [Departure.enterprise, Departure.occupation].reduce(into: [:]) { found, field in
      found[field.key] = Suggestions(context.register.learned(field))
    }
    if let unit {
      found[Departure.village.key] = Suggestions(context.register.learned(Departure.village, in: unit))
    }
    if case .text(let last) = previous[Departure.orientationCertificate.key],
      let next = SerialNumber.following(last)
    {
      found[Departure.orientationCertificate.key] = Suggestions(next: next)
    }
    return found
  }

  /// The lists to choose from, what is used most here first.
  static func lists(_ context: Context) -> [String: ChoiceList] {
    var lists: [String: ChoiceList] = [:]
    for field in DepartureEntry.fields {
      guard case .code(let list) = field.kind, lists[list.id] == nil else { continue }
      lists[list.id] = ChoiceList(list, uses: context.register.uses(of: field), context.language)
    }
    return lists
  }
}

extension ChoiceList {
  /// The codes of a list as choices, weighted by how often each is on file.
  init(_ list: CodeList, uses: [String: Int], _ language: Language) {
    let count = list.codes.count
    self.init(
      list.codes.enumerated().map { index, code in
        Choice(
          code.code, code.words[language], aliases: code.aliases + [code.words.vi, code.words.en],
          weight: (uses[code.code] ?? 0) * 1000 + (code.isPinned ? 100 : 0) + count - index)
      })
  }
}
