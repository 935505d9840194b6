import Model

extension EntityKind {
  /// What a record of this kind is called in a list of mixed records.
  var words: Words {
    switch self {
    case .worker: Words("người", "person")
    case .household: Words("hộ", "household")
    case .departure: Words("lượt đi", "departure")
    case .event: Words("trạng thái", "status")
    case .review: Words("rà soát hộ", "review")
    case .incident: Words("vụ việc", "incident")
    case .report: Words("báo cáo", "report")
    case .target: Words("chỉ tiêu", "target")
    case .mark: Words("diện xã", "mark")
    case .update: Words("cập nhật", "update")
    case .deadline: Words("hạn", "deadline")
    case .count: Words("số đếm", "count")
    case .task: Words("nhiệm vụ bổ sung", "own task")
    }
  }
}

extension Register {
  /// The few words by which a person knows a record.
  func title(_ record: RecordID, _ language: Language) -> String {
    let row = record.row
    func person(_ worker: Int?) -> String? { worker.flatMap { text(Worker.fullName, ofPerson: $0) } }
    let title: String? =
      switch record.kind {
      case .worker: person(row)
      case .departure: person(link(Departure.worker, row))
      case .event: link(StatusEvent.departure, row).flatMap { person(link(Departure.worker, $0)) }
      case .household: text(Household.key, row)
      case .review:
        link(HouseholdReview.household, row).flatMap { text(Household.key, $0) }.map { name in
          integer(HouseholdReview.year, row).map { "\(name) · \($0)" } ?? name
        }
      case .incident: code(Incident.type, row).map { CodeList.violationTypes.text($0, language) }
      case .report: text(PeriodReport.period, row)
      case .target: text(TargetVersion.target, row)
      case .mark: text(UnitMark.decision, row)
      case .update: text(TaskUpdate.task, row)
      case .deadline: text(TaskDeadline.task, row)
      case .count: text(DepartureCount.month, row)
      case .task: text(OwnTask.title, row)
      }
    return title ?? "–"
  }

  /// The unit a record belongs to, where it belongs to one.
  func place(of record: RecordID) -> UnitID? {
    let row = record.row
    switch record.kind {
    case .worker: return departures(ofPerson: row).first.flatMap { unit(Departure.commune, $0) }
    case .departure: return unit(Departure.commune, row)
    case .event: return link(StatusEvent.departure, row).flatMap { unit(Departure.commune, $0) }
    case .household: return unit(Household.commune, row)
    case .review: return link(HouseholdReview.household, row).flatMap { unit(Household.commune, $0) }
    case .incident: return unit(Incident.commune, row)
    case .report: return unit(PeriodReport.unit, row)
    case .mark: return unit(UnitMark.unit, row)
    case .update: return unit(TaskUpdate.unit, row)
    case .count: return unit(DepartureCount.unit, row)
    case .target, .deadline, .task: return nil
    }
  }
}

extension Dispute {
  /// What the field is called.
  func label(_ language: Language) -> String {
    if isDeletion { return Words("Giữ hay xóa", "Keep or delete")[language] }
    return field?.label[language] ?? key
  }

  /// One of the values in words.
  func text(_ value: FieldValue, _ register: Register, _ language: Language) -> String {
    value.text(of: field, register, language)
  }
}

extension FieldValue {
  /// The value of a field in words.
  func text(of field: Field?, _ register: Register, _ language: Language) -> String {
    if field?.key == "deleted" {
      return (self == .flag(true) ? Words("xóa bản ghi", "delete") : Words("giữ bản ghi", "keep"))[language]
    }
    switch self {
    case .none: return Words("(để trống)", "(empty)")[language]
    case .text(let text): return text
    case .code(let code):
      guard case .code(let list)? = field?.kind else { return code }
      return "\(code) \(list.text(code, language))"
    case .day(let day): return day.text
    case .integer(let whole): return String(whole)
    case .flag(let flag): return (flag ? Words("có", "yes") : Words("không", "no"))[language]
    case .unit(let unit): return Places.standard[unit].fullName(language)
    case .link(let key):
      let title = register.row(of: key).map { register.title($0, language) }
      return title.map { $0 == "–" ? key : $0 } ?? key
    }
  }
}
