import Testing

@testable import App
@testable import Model

/// Every list can be asked by the places of another day, and says what a commune was called before.
@Suite("Places of another day on screens")
struct PlacesStoryTests {
  private func desk(_ code: String, _ keys: String, size: Size = .minimum) -> Desk {
    var desk = Desk(Demo.context(code), size: size)
    desk.press(keys)
    return desk
  }

  @Test func aListOfPeopleNamesTodaysCommuneAndTheFormerOne() {
    var desk = desk("10", "<F9>tien do<Enter><Home><Enter>")
    let first = desk.text
    desk.press("ZZ")
    #expect(desk.text.contains("địa danh 2025"), "\(desk.text)")
    #expect(desk.text.contains("Xã cũ: "), "\(desk.text)")
    #expect(desk.text.contains("158 lượt") == first.contains("158 lượt"), "\(desk.text)")
    desk.press("Z")
    #expect(desk.text == first, "\(desk.text)")
  }

  @Test func aWideListHasAColumnForTheFormerCommune() {
    let desk = desk("10", "<F9>tien do<Enter><Home><Enter>ZZ", size: Size(width: 120, height: 30))
    let head = desk.text.split(separator: "\n").first { $0.contains("Họ và tên") } ?? ""
    #expect(head.contains("Xã cũ"), "\(desk.text)")
  }

  @Test func aCommunesListBecomesThatOfTheCommuneOfToday() {
    var desk = desk("02728", "<F9>nhap<Enter>")
    let typed = Demo.unit("02728")
    desk.press("ZZ")
    let now = PlaceAsOf(typed, .y2025).unit ?? typed
    let count = PeopleQuery(desk.state.context.census, Scope(now), year: 2024).departures(.all).count
    #expect(desk.text.contains("\(count) lượt"), "\(desk.text)")
    desk.press("a")
    #expect(desk.text.contains("Z về địa danh nay"), "\(desk.text)")
  }

  @Test func theFirstScreenCountsMyUnitByOtherPlaces() {
    var desk = desk("10", "")
    let first = desk.text
    desk.press("ZZ")
    #expect(desk.text.contains("địa danh 2025 · "), "\(desk.text)")
    let province = Places.standard.province(of: .y2025)
    let progress = Progress(desk.state.context.census, Scope(province), year: 2024)
    #expect(desk.text.contains("đã đi \(progress.t1.achieved)"), "\(desk.text)")
    desk.press("Z")
    #expect(desk.text == first, "\(desk.text)")
  }

  @Test(arguments: [
    "nhap", "bang theo", "canh bao", "nhiem vu", "bao cao ky", "phan to", "ban do", "tien do",
  ])
  func everyScreenOfUnitsAnswersTheKey(screen: String) {
    var desk = desk("10", "<F9>\(screen)<Enter>")
    let beeps = desk.beeps
    desk.press("ZZ")
    #expect(desk.text.contains("địa danh 2025"), "\(screen): \(desk.text)")
    #expect(desk.beeps == beeps)
  }

  @Test func unitsTellWhatTheyWereCalled() {
    let desk = desk("10", "<F9>nhap<Enter>ZZ")
    #expect(desk.text.contains("Trước là: "), "\(desk.text)")
  }

  @Test func aWarningAndAnIncidentNameTheCommuneOfThePlacesAskedFor() {
    let warnings = desk("10", "<F9>canh bao<Enter>ZZ")
    let row = warnings.text.split(separator: "\n").first { $0.contains("▸") } ?? ""
    #expect(!row.isEmpty && warnings.text.contains("địa danh 2025"), "\(warnings.text)")
    let incidents = desk("10", "<F9>tien do<Enter><Home><Down><Down><Down><Enter>ZZ")
    #expect(incidents.text.contains("địa danh 2025"), "\(incidents.text)")
  }

  @Test func tasksAreFilteredByAUnitThatIsTyped() {
    var desk = desk("10", "<F9>nhiem vu<Enter>ffff")
    #expect(desk.text.contains("Của đơn vị, cơ quan nào?"), "\(desk.text)")
    desk.press("khong co don vi nay<Enter>")
    #expect(desk.text.contains("Không có đơn vị, cơ quan nào tên"), "\(desk.text)")
    desk.press("<^U>bat xat<Enter>")
    #expect(desk.text.contains("chỉ mục của Huyện Bát Xát"), "\(desk.text)")
    desk.press("f")
    #expect(!desk.text.contains("chỉ mục"), "\(desk.text)")
    desk.press("ffff<Esc>")
    #expect(!desk.text.contains("chỉ mục") && desk.text.contains("Nhiệm vụ"), "\(desk.text)")
  }

  @Test func thePaperOfTasksIsOfThePeriodAskedFor() {
    var desk = desk("10", "<F9>nhiem vu<Enter>p2023<Enter>")
    #expect(desk.text.contains("năm 2023, tính đến ngày 31/12/2023"), "\(desk.text)")
    desk.press("<Esc><Tab>,p<Enter>")
    #expect(desk.text.contains("năm 2023, tính đến ngày 31/12/2023"), "\(desk.text)")
  }
}
