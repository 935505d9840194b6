import Model

/// What every screen may read and none may change.
struct Context: Sendable {
  var language = Language.vi
  var size = Size.minimum
  var glyphs = Glyphs.unicode
  /// Whether screens are shown as words, one thing after the other.
  var isLinear = false
  var office = Office() { didSet { if mayOnlyView { office.role = .reader } } }
  /// Whether the folder names this account as one that only views, whatever role it chooses.
  var mayOnlyView = false { didSet { if mayOnlyView { office.role = .reader } } }
  /// How plain keys become Vietnamese; nothing where the keyboard sends it.
  var inputMethod: InputMethod?
  /// The account's name, shown and never trusted.
  var user = ""
  /// Whether the people are invented; every screen says so.
  var isSynthetic = false
  /// Whether the data folder cannot be written to.
  var isFolderReadOnly = false
  /// What of the journal cannot be trusted and was left out, or is no longer there.
  var faults: [VerifyReport.Finding] = []
  /// The departure that was saved last, where one was.
  var savedDeparture: String?
  /// What was typed and not saved yet, the latest first.
  var drafts: [DraftRecord] = []
  /// What the clerk's own records took, once that was asked for.
  var efforts: [KeptEffort] = []
  /// Milliseconds that never go back, as of the event that is being handled.
  var moment = 0
  /// The register, and what is true of every departure today; it follows each line and each new day.
  var census: Census

  /// The plan that is carried out.
  let plan: Plan

  init(census: Census, plan: Plan = .standard) {
    self.plan = plan
    self.census = census
  }

  init(register: Register, today: Day, plan: Plan = .standard) {
    self.init(census: Census(register, today: today, plan: plan), plan: plan)
  }

  /// Whether nothing can be saved here: the folder cannot be written to, or the role is to look only.
  var isReadOnly: Bool { isFolderReadOnly || office.role == .reader }

  /// Why nothing can be saved here; `nil` where it can.
  var cannotWrite: Words? {
    guard isReadOnly else { return nil }
    if mayOnlyView {
      return Words("Người quản trị để tài khoản này chỉ xem", "The administrator lets this account only view")
    }
    return isFolderReadOnly
      ? Words("Thư mục dữ liệu này chỉ để xem", "This data folder can only be viewed")
      : Words(
        "Vai trò “chỉ xem”: đổi ở Chọn đơn vị, vai trò", "Your role only views: see Choose office and role")
  }

  /// Whether what is typed and not saved is kept: who may only look leaves nothing behind.
  var keepsDrafts: Bool { office.role != .reader }

  var register: Register { _read { yield census.register } }
  var today: Day { census.today }
}

extension Context {
  /// Remembers which drafts lie on disk once this has been done.
  mutating func note(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .keepDraft(let draft):
        drafts.removeAll { $0.id == draft.id }
        drafts.insert(draft, at: 0)
      case .dropDraft(let id): drafts.removeAll { $0.id == id }
      default: break
      }
    }
  }

  /// The unit one works for, or the province while none is chosen.
  var unit: UnitID {
    office.unit ?? Places.standard.province(of: Places.standard.catalogue(on: today))
  }

  /// The names from the province down to a unit.
  func path(of unit: UnitID) -> [String] {
    var names: [String] = []
    var here: UnitID? = unit
    while let id = here {
      names.insert(Places.standard[id].name, at: 0)
      here = Places.standard[id].parent
    }
    return names
  }

  /// By which places figures are shown, where they are not today's: “địa danh 2025 · ”.
  func placesNote(_ unit: UnitID) -> String { placesNote(Places.standard[unit].catalogue) }

  func placesNote(_ catalogue: Catalogue) -> String {
    catalogue == Places.standard.catalogue(on: today) ? "" : namedPlaces(catalogue)[language] + " · "
  }

  /// “địa danh 2025”.
  func namedPlaces(_ catalogue: Catalogue) -> Words {
    Words("địa danh \(catalogue.rawValue)", "places of \(catalogue.rawValue)")
  }

  /// The part of the window that a screen draws on.
  var body: Rect { Layout(size).body }
}
