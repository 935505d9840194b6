import Testing

@testable import App

@Test func aTextIsBrokenBetweenWords() {
  let text = "Sở Lao động - Thương binh và Xã hội; Ủy ban nhân dân các huyện"
  #expect(
    Frame.wrapped(text, width: 24)
      == ["Sở Lao động - Thương", "binh và Xã hội; Ủy ban", "nhân dân các huyện"])
  #expect(Frame.wrapped(text, width: 200) == [text])
  #expect(Frame.wrapped("", width: 10).isEmpty)
  #expect(Frame.wrapped(text, width: 0).isEmpty)
  #expect(Frame.wrapped("mộttừrấtdài", width: 4) == ["mộttừrấtdài"])
}

@Test func aLongPathLeavesTheFactsAlone() {
  var frame = Frame(size: Size(width: 40, height: 1))
  Header(breadcrumbs: ["III.1.1 Quán triệt chủ trương; rõ trách nhiệm"], facts: "Tỉnh Lào Cai")
    .draw(in: &frame, frame.bounds, rule: Rect(x: 0, y: 0, width: 0, height: 0))
  #expect(frame.text.contains("…"), "\(frame.text)")
  #expect(frame.text.contains(" Tỉnh Lào Cai"), "\(frame.text)")
}
