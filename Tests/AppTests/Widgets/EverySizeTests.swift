import Model
import Testing

@testable import App

/// Every widget, drawn into any area: it must not stop the program, nor write beside its area.
private let widgets: [(String, @Sendable (inout Frame, Rect) -> Void)] = [
  (
    "header",
    {
      Header(breadcrumbs: ["Tiến độ", "Lào Cai"], facts: "năm 2024", marks: ["DỮ LIỆU MẪU"]).draw(
        in: &$0, $1.row(0), rule: Rect(x: 0, y: 0, width: 0, height: 0))
    }
  ),
  ("footer", { Footer(keymap: .list + .global).draw(in: &$0, $1, .vi) }),
  ("text", { TextField("Lao động mẫu 04").draw(in: &$0, $1, style: .focused, isFocused: true) }),
  (
    "form",
    {
      var form = Form.sample
      _ = form.press("Lan<Tab>0102<Tab><Tab><Tab>m")
      form.draw(in: &$0, $1, .vi)
    }
  ),
  ("picker", { Picker(.peoples).shownCandidates.draw(in: &$0, $1) }),
  (
    "table",
    { frame, area in
      Table([Column(Words("Xã", "Commune")), Column(Words("Số", "No."), width: 5, .right)])
        .draw(in: &frame, area, .vi, count: 30) { Table.Row(["Xã mẫu", "\($0)"]) }
    }
  ),
  ("bar", { ProgressBar(share: 0.7, tick: 0.6).draw(in: &$0, $1) }),
  (
    "palette",
    { Palette().draw(in: &$0, $1, .vi, items: [Palette.Item(label: "Tiến độ", detail: "F9")]) }
  ),
  (
    "dialog",
    {
      Dialog(
        title: Words("Gửi báo cáo tháng 9?", "Send?"), lines: [Words("5 lượt đi", "5 departures")],
        confirm: Words("gửi", "send")
      ).draw(in: &$0, $1, .vi)
    }
  ),
]

@Test func everyWidgetDrawsInEverySize() {
  for width in Array(0...30) + [40, 79, 80, 81, 120, 200] {
    for height in Array(0...12) + [24, 60] {
      for (name, draw) in widgets {
        let frame = Frame.drawn(width, height) { draw(&$0, $0.bounds) }
        let isInside = width * height == 0 || frame.bounds.contains(frame.cursor)
        #expect(isInside, "\(name) at \(width)×\(height): cursor \(frame.cursor)")
      }
    }
  }
}

@Test func noWidgetWritesBesideItsArea() {
  for width in [1, 2, 3, 7, 20, 60] {
    for height in [1, 2, 3, 8] {
      let area = Rect(x: 3, y: 2, width: width, height: height)
      for (name, draw) in widgets {
        var frame = Frame(size: Size(width: width + 6, height: height + 4))
        for y in 0..<frame.size.height {
          frame.write(String(repeating: "x", count: width + 6), in: frame.bounds.row(y), .plain)
        }
        let before = frame
        draw(&frame, area)
        for y in 0..<frame.size.height {
          for x in 0..<frame.size.width where !area.contains(Point(x: x, y: y)) {
            let index = y * frame.size.width + x
            #expect(frame.cells[index] == before.cells[index], "\(name) \(width)×\(height) at \(x),\(y)")
          }
        }
      }
    }
  }
}
