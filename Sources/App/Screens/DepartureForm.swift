import Model

/// The fields of a departure as a form: what the model declares, with how each is typed and where it stands.
enum DepartureForm {
  /// Short fields that share a row with the one before.
  private static let beside: Set<String> = [
    Worker.sex.key, Worker.phone.key, Household.key.key, DepartureEntry.householdYear.key,
    Departure.occupation.key,
    Departure.contractMonths.key, Departure.orientationCertificate.key, Departure.plannedOn.key,
  ]

  static let fields: [FormField] = DepartureEntry.fields.map { field in
    FormField(
      field.key, field.label, kind(field), beside: beside.contains(field.key),
      required: field.key == Worker.fullName.key || field.key == DepartureEntry.status.key,
      check: field.key == Worker.citizenId.key ? checkCitizenId : nil)
  }

  private static func kind(_ field: Field) -> FormField.Kind {
    switch field.key {
    case Worker.fullName.key, Departure.village.key: return .name
    case Worker.citizenId.key: return .digits(12)
    case Worker.birthDate.key: return .date(.birth)
    case Departure.plannedOn.key: return .date(.future)
    case Worker.passport.key, Worker.phone.key, Departure.orientationCertificate.key:
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
