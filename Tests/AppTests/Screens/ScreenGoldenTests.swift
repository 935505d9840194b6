import Foundation
import Model
import Testing

@testable import App

/// Every screen, by the keys that lead to it.
private let places: [(name: String, keys: String, office: String, role: Office.Role)] = [
  ("home-supervisor", "", "10", .supervisor),
  ("home-clerk", "", "02728", .clerk),
  ("setup", "<F9>chon don vi<Enter>muong", "10", .supervisor),
  ("setup-role", "<F9>chon don vi<Enter>muong hum<Enter>", "10", .supervisor),
  ("units", "<F9>nhap xuat<Enter>", "10", .supervisor),
  ("units-district", "<F9>nhap xuat<Enter>", "082", .supervisor),
  ("departures", "<F9>nhap xuat<Enter>", "02728", .clerk),
  ("departure-form", "<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>010204000901", "02728", .clerk),
  (
    "departure-picker", "<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>010204000901<Tab><Tab><Tab>", "02728",
    .clerk
  ),
  (
    "departure-warning", "<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>010204000901<Tab><Tab><F2>", "02728",
    .clerk
  ),
  ("warned-reason", "<F9>canh bao<Enter><Enter>080724<F2>Giấy", Warned.commune, .clerk),
  ("warned-passed", "<F9>canh bao<Enter><Enter><F12>Giấy ghi nhầm ngày<Enter>", Warned.commune, .clerk),
  ("warnings", "<F9>canh bao<Enter>j", Warned.commune, .supervisor),
  ("departure-day", "<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>0102040009010507", "02728", .clerk),
  ("departures-reader", "<F9>nhap xuat<Enter>", "02728", .reader),
  ("home-draft", "<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab><Esc><Esc><Esc><Home>", "02728", .clerk),
  ("status", "<F9>nhap xuat<Enter>c", "02728", .clerk),
  ("status-extended", "<F9>nhap xuat<Enter>cgia han<Tab>0109<Tab>", "02728", .clerk),
  ("incident", "<F9>nhap xuat<Enter>i1", "02728", .clerk),
  ("grid", "<F9>bang theo<Enter><Tab>", "082", .supervisor),
  ("grid-source", "<F9>bang theo<Enter>,5<Enter>Báo cáo mẫu", "02728", .clerk),
  ("household", "<F9>nhap xuat<Enter>jw,", "02728", .clerk),
  ("review", "<F9>ra soat<Enter>12345", "02728", .clerk),
  ("review-reader", "<F9>ra soat<Enter>", "02728", .reader),
  ("progress", "<F9>tien do<Enter>", "10", .supervisor),
  ("progress-district", "<F9>tien do<Enter>", "082", .supervisor),
  ("progress-commune", "<F9>tien do<Enter>", "02728", .supervisor),
  ("progress-quarter", "<F9>tien do<Enter>>>", "10", .supervisor),
  ("progress-state-month", "<F9>tien do<Enter>>>>Q", "082", .supervisor),
  ("targets", "<F9>tien do<Enter>T1/QĐ<Tab><Tab>10,20,30,40<Tab>", "10", .supervisor),
  ("targets-district", "<F9>tien do<Enter>T", "082", .supervisor),
  ("map", "<F9>tien do<Enter>O", "10", .supervisor),
  ("map-training", "<F9>tien do<Enter>O<Tab><Tab><Tab><Down><Right>", "10", .supervisor),
  ("map-2025", "<F9>tien do<Enter>ZO<Tab>", "10", .supervisor),
  ("linear-progress", "<F9>tien do<Enter><^K><Down>", "10", .supervisor),
  ("linear-form", "<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>010204000901<^K>", "02728", .clerk),
  ("people", "<F9>tien do<Enter><Home><Enter>", "082", .supervisor),
  ("reports", "<F9>bao cao ky<Enter>", "10", .supervisor),
  ("reports-district", "<F9>bao cao ky<Enter>", "082", .supervisor),
  ("reports-return", "<F9>bao cao ky<Enter> jrThiếu", "082", .supervisor),
  ("reports-commune", "<F9>bao cao ky<Enter>", "02728", .clerk),
  ("incidents", "<F9>tien do<Enter><Home><Down><Down><Down><Enter>", "10", .supervisor),
  ("tasks", "<F9>nhiem vu<Enter>jj", "10", .supervisor),
  ("task-update", "<F9>nhiem vu<Enter>jju", "10", .supervisor),
  ("tasks-months", "<F9>nhiem vu<Enter><Tab>jj", "10", .supervisor),
  ("own-task", "<F9>nhiem vu<Enter>a", "10", .supervisor),
  ("print-question", "<F9>tien do<Enter>pH", "082", .supervisor),
  ("print-period", "<F9>tien do<Enter>pH1<Enter>", "082", .supervisor),
  ("print-workers", "<F9>tien do<Enter><Home><Enter>p<PgDn>", "082", .supervisor),
  ("print-completeness", "<F9>bao cao ky<Enter>p<PgDn>", "082", .supervisor),
  ("print-month", "<F9>bao cao ky<Enter>p<End>", "02728", .clerk),
  ("print-tasks", "<F9>nhiem vu<Enter>p<Enter><PgDn>", "10", .supervisor),
  ("help", "<F9>tien do<Enter><F1>", "10", .supervisor),
  ("palette", "<F9>muong", "10", .supervisor),
  (
    "own-statistics",
    "<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab><S-Tab><End> Hai<Tab>0102040009010507<Tab><Tab>mong<Tab><Tab><Tab>h1<Tab>"
      + "POOR<Tab><Tab><Tab>JP<Tab>SERVICE_ENT<Tab><Tab><Tab><Tab><Tab><Tab>010624<Tab>12/BD<Tab><Tab>050724<Tab><F2>"
      + "<F9>thong ke<Enter>", "02728", .clerk
  ),
  ("disputed-home", "", Disputed.commune, .clerk),
  ("damaged-home", "", "02728", .clerk),
  ("damaged-files", "<Home><Enter><Down>", "02728", .clerk),
  ("disputed-departures", "<F9>nhap xuat<Enter>", Disputed.commune, .clerk),
  ("disputed-records", "<Home><Enter>", Disputed.commune, .clerk),
  ("disputed-choice", "<F9>nhap xuat<Enter>C", Disputed.commune, .clerk),
  ("disputed-deletion", "<F9>nhap xuat<Enter>jC", Disputed.commune, .clerk),
  ("disputed-people", "<Home><Down><Enter>", Disputed.commune, .clerk),
  ("remembered-departure", "<F9>nhap xuat<Enter><Home>Lj", Remembered.commune, .clerk),
  ("remembered-form", "<F9>nhap xuat<Enter><Home>E", Remembered.commune, .clerk),
  ("remembered-household", "<F9>nhap xuat<Enter><Home>wL", Remembered.commune, .clerk),
  ("remembered-incident", "<F9>tien do<Enter><Home><Down><Down><Down><Enter><Home>L", "10", .supervisor),
  ("disputed-merge", "<Home><Down><Enter><Enter>", Disputed.commune, .clerk),
]

/// The register a screen is drawn from.
private func register(_ name: String) -> Register {
  if name.hasPrefix("review") || name == "household" { return Households.register }
  if name.hasPrefix("remembered") { return Remembered.register }
  return name.hasPrefix("disputed")
    ? Disputed.register : name.hasPrefix("warn") ? Warned.register : Demo.register
}

/// What was found wrong where a screen speaks of it.
private let damage = [
  VerifyReport.Finding(file: "j/8z3k0q5m2x/202409-1.jsonl", line: 12, kind: .changed),
  VerifyReport.Finding(file: "j/t5y2m9x0k3/202408-2.jsonl", kind: .cut),
]

private enum Variant: String, CaseIterable {
  case color, mono, ascii, english
}

/// The frame as text and as it looks without colour: bold, dim, underlined, reversed.
private func mono(_ frame: Frame) -> String {
  let theme = Theme(palette: .mono)
  return (0..<frame.size.height).map { y in
    let text = frame.row(y).compactMap(\.scalar).map { String($0) }.joined()
    let looks = frame.row(y).map { cell -> String in
      let look = theme[cell.style]
      let bits = (look.bold ? 1 : 0) + (look.dim ? 2 : 0) + (look.underline ? 4 : 0) + (look.reverse ? 8 : 0)
      return bits == 0 ? " " : String(bits, radix: 16)
    }.joined()
    return "│\(trimmed(text))\n~\(trimmed(looks))\n"
  }.joined()
}

private func trimmed(_ text: String) -> String {
  var rest = Substring(text)
  while rest.last == " " { rest.removeLast() }
  return String(rest)
}

@Test(arguments: places.indices)
private func everyScreenDrawsAsRecorded(index: Int) throws {
  let place = places[index]
  for variant in Variant.allCases {
    let keys = variant == .english ? english(place.keys) : place.keys
    var context = Demo.context(
      place.office, role: place.role, language: variant == .english ? .en : .vi,
      glyphs: variant == .ascii ? .ascii : .unicode, register: register(place.name))
    if place.name.hasPrefix("damaged") { context.faults = damage }
    var desk = Desk(context)
    desk.press(keys)
    let drawn =
      switch variant {
      case .color: desk.frame.styled
      case .mono: mono(desk.frame)
      case .ascii, .english: desk.text
      }
    try expectGolden(text: drawn, "screens/\(place.name).\(variant.rawValue)")
  }
}

/// The palette answers to the words of the language.
private func english(_ keys: String) -> String {
  keys.replacingOccurrences(of: "gia han", with: "extended")
    .replacingOccurrences(of: "bang theo", with: "month grid").replacingOccurrences(
      of: "chon don vi", with: "choose office"
    )
    .replacingOccurrences(of: "canh bao", with: "warnings")
    .replacingOccurrences(of: "thong ke", with: "my statistics")
    .replacingOccurrences(of: "nhap xuat", with: "enter dep").replacingOccurrences(
      of: "tien do", with: "progress"
    )
    .replacingOccurrences(of: "nhiem vu", with: "tasks").replacingOccurrences(
      of: "bao cao ky", with: "reports"
    ).replacingOccurrences(of: "ra soat", with: "review")
}

/// All widths and heights that change something, and seeded ones between: 1×1 to 200×60.
private let sizes: [Size] = {
  var generator = SeededNumbers(seed: 280)
  var sizes: [Size] = []
  for width in [1, 2, 3, 5, 10, 20, 40, 60, 79, 80, 81, 120, 200] {
    for height in [1, 2, 3, 4, 5, 6, 8, 12, 20, 23, 24, 25, 40, 60] {
      sizes.append(Size(width: width, height: height))
    }
  }
  for _ in 0..<120 {
    sizes.append(
      Size(width: .random(in: 1...200, using: &generator), height: .random(in: 1...60, using: &generator)))
  }
  return sizes
}()

@Test(arguments: places.indices)
private func everyScreenCanBeDrawnAtEverySize(index: Int) {
  let place = places[index]
  var desk = Desk(Demo.context(place.office, role: place.role, register: register(place.name)))
  desk.press(places[index].keys)
  for size in sizes {
    desk.send(.resize(size))
    let frame = desk.frame
    #expect(frame.size == size)
    #expect(
      (0..<max(1, size.width)).contains(frame.cursor.x) && (0..<max(1, size.height)).contains(frame.cursor.y),
      "\(places[index].name) at \(size): the cursor stands outside, \(frame.cursor)")
  }
}

@Test func asciiGlyphsLeaveOnlyLettersBeyondASCII() {
  for place in places {
    var desk = Desk(
      Demo.context(place.office, role: place.role, glyphs: .ascii, register: register(place.name)))
    desk.press(place.keys)
    let odd = desk.text.unicodeScalars.filter {
      !$0.isASCII && !$0.properties.isAlphabetic && !"–·›≥“”…–".unicodeScalars.contains($0)
    }
    #expect(odd.isEmpty, "\(place.name): \(Set(odd))")
  }
}
