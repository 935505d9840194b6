import Model

extension Router {
  /// Every screen of the program by its name.
  static let standard = Router { route, context, below in
    switch route {
    case .home: HomeScreen(context)
    case .entry(let unit): entry(unit ?? context.unit, context)
    case .departures(let filter): DeparturesScreen(filter, context)
    case .departureForm(let request): DepartureFormScreen(request, context)
    case .statusChange(let departure): StatusScreen(departure, context)
    case .household(let key): HouseholdScreen(key, context)
    case .review(let unit, let year): ReviewScreen(unit, year: year, context)
    case .history(let record): HistoryScreen(record: record, context)
    case .taskHistory(let task): HistoryScreen(task: task, context)
    case .choice(let record): ChoiceScreen(record, context)
    case .merge(let worker): MergeScreen(worker, context)
    case .attention(let attention): AttentionScreen(attention, context)
    case .damage: DamageScreen()
    case .warnings(let unit, let year): WarningsScreen(unit, year: year, context)
    case .progress(let unit, let period): ProgressScreen(unit, period, context)
    case .targets(let unit, let year): TargetsScreen(unit, year: year, context)
    case .map(let unit, let period): MapScreen(unit, period, context)
    case .reports(let unit, let year, let month): reports(unit, year, month, context)
    case .missingReports(let unit, let period): MissingReportsScreen(unit, period, context)
    case .breakdown(let unit, let period, let by): BreakdownScreen(unit, period, by: by, context)
    case .incidents(let filter): IncidentsScreen(filter, context)
    case .grid(let unit, let year, let month): GridScreen(unit, year: year, month: month, context)
    case .incident(let request): IncidentFormScreen(request, context)
    case .tasks(let task): TasksScreen(context, at: task)
    case .taskUpdate(let task): TaskUpdateScreen(task, context)
    case .ownTask: OwnTaskScreen(context)
    case .document(let request): DocumentScreen(request, context)
    case .ownStatistics: OwnStatisticsScreen()
    case .setup: SetupScreen(context)
    case .palette: PaletteScreen(below: below, source: Finder.entries)
    case .help: nil
    }
  }

  /// A commune's months stand one under the other; above it, its units by months.
  private static func reports(_ unit: UnitID, _ year: Int, _ month: Int?, _ context: Context) -> any Screen {
    Places.standard[unit].level == .commune
      ? CommuneReportsScreen(unit, year: year, month: month, context)
      : ReportMatrixScreen(unit, year: year, month: month, context)
  }

  /// A commune is typed into; anything above it is a choice of places.
  private static func entry(_ unit: UnitID, _ context: Context) -> any Screen {
    Places.standard[unit].level == .commune
      ? DeparturesScreen(DepartureFilter(unit: unit, period: Period(year: context.today.year)), context)
      : UnitsScreen(unit, context)
  }
}

/// What the palette finds beside actions: screens, places, people.
enum Finder {
  @Sendable static func entries(_ query: String, _ context: Context) -> [PaletteEntry] {
    screens(query, context) + places(query, context) + people(query, context)
  }

  private static func screens(_ query: String, _ context: Context) -> [PaletteEntry] {
    let year = Period(year: context.today.year)
    let all: [(Words, Route)] =
      [
        (Words("Hôm nay", "Today"), .home),
        (Words("Nhập xuất cảnh", "Enter departures"), .entry(context.unit)),
        (Words("Bảng theo tháng", "Month grid"), .grid(context.unit, context.today.year)),
        (Words("Tiến độ", "Progress"), .progress(context.unit, year)),
        (Words("Giao chỉ tiêu", "Decide targets"), .targets(context.unit, year.year)),
        (Words("Bản đồ", "Map"), .map(context.unit, year)),
        (Words("Phân tổ", "Breakdown"), .breakdown(context.unit, year, .market)),
        (
          Words("Xu hướng theo tháng", "Trend by month"), .breakdown(context.unit, year, .month)
        ),
        (Words("Báo cáo kỳ", "Reports"), .reports(context.unit, context.today.year)),
        (Words("Nhiệm vụ", "Tasks"), .tasks()),
        (Words("Cảnh báo", "Warnings"), .warnings(context.unit, context.today.year)),
        (Words("Thống kê của tôi", "My statistics"), .ownStatistics),
        (Words("Chọn đơn vị, vai trò", "Choose office and role"), .setup),
      ] + reviews(context)
    let kind = Words("màn hình", "screen")[context.language]
    return all.filter { $0.0[context.language].folded.contains(query.folded) }.map { words, route in
      PaletteEntry(item: Palette.Item(label: words[context.language], detail: kind), effect: .open(route))
    }
  }

  /// A commune reviews its own households.
  private static func reviews(_ context: Context) -> [(Words, Route)] {
    guard Places.standard[context.unit].level == .commune else { return [] }
    return [(Words("Rà soát hộ", "Review households"), .review(context.unit, context.today.year))]
  }

  private static func places(_ query: String, _ context: Context) -> [PaletteEntry] {
    guard !query.isEmpty else { return [] }
    let places = Places.standard
    return places.find(query, on: context.today).prefix(6).map { match in
      let unit = places[match.unit]
      let above = unit.parent.map { places[$0].name } ?? ""
      let route: Route =
        unit.level == .commune ? .entry(unit.id) : .progress(unit.id, Period(year: context.today.year))
      return PaletteEntry(
        item: Palette.Item(label: unit.fullName(context.language), detail: above), effect: .open(route))
    }
  }

  private static func people(_ query: String, _ context: Context) -> [PaletteEntry] {
    let folded = query.folded
    guard folded.count >= 2 else { return [] }
    let register = context.register
    let departures = found(folded, context).prefix(8)
    return departures.map { row in
      let name = register.link(Departure.worker, row).flatMap { register.text(Worker.fullName, ofPerson: $0) }
      let place = register.unit(Departure.commune, row).map { Places.standard[$0].name } ?? ""
      let left = register.day(Departure.departedOn, row)?.text ?? ""
      return PaletteEntry(
        item: Palette.Item(label: name ?? "", detail: "\(place) · \(left)"),
        effect: .open(.departureForm(DepartureRequest(departure: register.key(.departure, row)))))
    }
  }

  /// Departures of people whose names contain a text.
  private static func found(_ folded: String, _ context: Context) -> [Int] {
    let register = context.register
    if let names = context.census.names {
      return names.workers(containing: SoughtText(folded), limit: 16).flatMap { register.departures(of: $0) }
    }
    // So many are looked through only once their names have been read beside other work.
    guard register.count(.worker) <= NameIndex.fewNames else { return [] }
    return register.records(.departure).filter { row in
      register.link(Departure.worker, row).flatMap { register.text(Worker.fullName, ofPerson: $0) }?
        .folded.contains(folded) ?? false
    }
  }
}
