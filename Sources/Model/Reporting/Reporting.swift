/// What is done to the report of one commune and month, and what stands in the way.
public struct Reporting: Sendable {
  /// A step in the life of a report.
  public enum Step: String, CaseIterable, Sendable {
    /// The commune says that nothing happened, or sends what it has.
    case reportNothing, send
    /// A supervisor's: takes it, gives it back with a note, closes it, or excuses the commune.
    case approve, giveBack, seal, exempt
  }

  private let census: Census
  public let unit: UnitID
  public let period: ReportingPeriod

  public init(_ census: Census, _ unit: UnitID, _ period: ReportingPeriod) {
    self.census = census
    self.unit = unit
    self.period = period
  }

  private var entity: String {
    PeriodReport.entity(unit: census.places.key(of: unit), period: period.code)
  }

  public var standing: ReportingPeriod.Standing { period.standing(of: unit, census) }

  /// The departures of the month that count: what the report is about.
  public var departures: [Int] {
    PeopleQuery(
      census, Scope(unit, places: census.places), Period(year: period.year, month: period.month)
    ).departures(.departed)
  }

  /// How many are known of the month by a count alone.
  private var counted: Int {
    guard !census.register.records(.count).isEmpty else { return 0 }
    let grid = CountsGrid(census, unit, year: period.year)
    return grid.cells.reduce(grid.undivided(month: period.month - 1)) { $0 + $1[period.month - 1].unrecorded }
  }

  /// The warnings on the departures of the month for which nobody has given a reason.
  public func openWarnings(_ rules: RuleContext) -> Int {
    departures.reduce(0) { sum, row in
      sum
        + Rule.standing(row, census.register.entry(row, today: census.today), rules)
        .filter { $0.reason == nil }.count
    }
  }

  /// Why a step cannot be taken now; `nil` where it can.
  public func obstacle(_ step: Step) -> Words? {
    if census.places[unit].level != .commune {
      return Words("Báo cáo kỳ là của từng xã: mở xã trước.", "Communes report: open one first.")
    }
    if let last = period.last, step != .exempt, last > census.today {
      return Words(
        "Tháng \(period.month)/\(period.year) chưa hết.", "\(period.code) has not ended yet.")
    }
    let state = standing.state
    switch (step, state) {
    case (.reportNothing, _) where !departures.isEmpty:
      let count = departures.count
      return Words(
        "Tháng này có \(count) lượt đi: gửi bằng s.", "\(count) left in that month: send them by s.")
    case (.reportNothing, _) where counted > 0:
      return Words(
        "Tháng này có \(counted) lượt trong bảng theo tháng.",
        "The month grid counts \(counted) for that month.")
    case (.send, _) where departures.isEmpty && counted == 0:
      return Words(
        "Tháng này chưa có lượt nào: báo không phát sinh bằng o.",
        "Nobody is on file for that month: say so by o.")
    case (.reportNothing, .sealed), (.send, .sealed), (.approve, .sealed), (.exempt, .sealed),
      (.seal, .sealed):
      return Words(
        "Kỳ này đã khóa sổ; r mở lại, có ghi lý do.", "That period is sealed; r reopens it, with a reason.")
    case (.reportNothing, .approved), (.send, .approved), (.exempt, .approved):
      return Words(
        "Kỳ này đã duyệt; cấp trên trả lại thì mới gửi lại được.",
        "That report is approved; it can be sent again once it was given back.")
    case (.approve, .approved): return Words("Kỳ này đã duyệt rồi.", "That report is approved already.")
    case (.seal, .approved): return nil
    case (.seal, _): return Words("Chỉ khóa kỳ đã duyệt.", "Only an approved report is sealed.")
    case (.approve, .none), (.giveBack, .none):
      return Words("Xã chưa báo cáo kỳ này.", "The commune has not reported yet.")
    case (.approve, .returned): return Words("Đang chờ xã gửi lại.", "The commune is to send it again.")
    case (.approve, .exempt), (.giveBack, .exempt):
      return Words("Kỳ này xã được miễn.", "The commune is exempt.")
    default: return nil
    }
  }

  /// What is kept for a step; `by` is who takes it, `note` why a report is given back or a commune excused.
  public func edits(_ step: Step, by user: String, note: String? = nil) -> [Edit] {
    let register = census.register
    let old = standing
    // What ends an exemption is no reason for one.
    let note = step == .exempt && old.state == .exempt ? nil : note
    var fields: [(String, FieldValue)] = [
      (PeriodReport.unit.key, .unit(unit)), (PeriodReport.period.key, .text(period.code)),
      (PeriodReport.state.key, state(after: step, old.state).map { .text($0.rawValue) } ?? .none),
      (PeriodReport.on.key, .day(census.today)),
      (PeriodReport.note.key, note.map { .text($0) } ?? .none),
    ]
    switch step {
    case .reportNothing, .send:
      fields.append((PeriodReport.receivedOn.key, .day(old.receivedOn ?? census.today)))
      fields.append((PeriodReport.by.key, .text(user)))
    case .seal:
      let sealed = Seal(departures, register)
      fields.append((PeriodReport.departures.key, .integer(sealed.count)))
      fields.append((PeriodReport.digest.key, .text(sealed.digest)))
    case .giveBack where old.state == .sealed:
      fields += [(PeriodReport.departures.key, .none), (PeriodReport.digest.key, .none)]
    case .approve, .giveBack, .exempt: break
    }
    return [Edit(entity, fields, basis: register.basis(of: entity))]
  }

  private func state(after step: Step, _ old: PeriodReport.State?) -> PeriodReport.State? {
    switch step {
    case .reportNothing: .nothing
    case .send: .sent
    case .approve: .approved
    case .giveBack: .returned
    case .seal: .sealed
    case .exempt: old == .exempt ? nil : .exempt
    }
  }
}

/// What a sealed period holds: how many departures, and a number that only the same records give again.
public struct Seal: Sendable, Equatable {
  public let count: Int
  /// The first 128 bits of SHA-256 over the records' published fields in the order of their keys, hexadecimal.
  public let digest: String

  /// - Parameter goesOn: asked before each record; where it says no, this is no seal.
  init(_ departures: [Int], _ register: Register, goesOn: () -> Bool = { true }) {
    var hash = SHA256()
    let keyed = departures.map { (key: register.key(.departure, $0), row: $0) }.sorted { $0.key < $1.key }
    for (key, row) in keyed {
      guard goesOn() else { break }
      var line = key
      for field in Register.published {
        line += "\t"
        if case .text(let text) = register.wire(register.value(field, row)) { line += text }
      }
      hash.update((line + "\n").utf8)
    }
    count = departures.count
    digest = hash.digest().prefix(16).hexadecimal
  }
}
