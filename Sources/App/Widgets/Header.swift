/// The top line: where we are on the left, what it is about on the right; the rule below carries the marks.
struct Header: Equatable, Sendable {
  let breadcrumbs: [String]
  var facts = ""
  /// What is said on every screen, such as that the data are invented.
  var marks: [String] = []

  func draw(in frame: inout Frame, _ area: Rect, rule: Rect) {
    let marks = Header.joined(marks[...], " · ")
    var right = facts
    if rule.height > 0 {
      frame.rule(rule.y)
      put(marks.isEmpty ? "" : " \(marks) ", endingAt: rule.width - 2, in: &frame, rule, .warning)
    } else if !marks.isEmpty {
      right = marks
    }
    guard area.height > 0 else { return }
    let factsWidth = Frame.width(of: right)
    let room = right.isEmpty ? area.width - 2 : area.width - factsWidth - 4
    let isRoomy = room >= 10
    frame.write("", in: area, .title)
    let place = isRoomy ? area.inset(right: area.width - room - 1) : area
    frame.write(" " + path(fitting: isRoomy ? room : area.width - 2), in: place, .title)
    if isRoomy || rule.height == 0 { put(right, endingAt: area.width - 1, in: &frame, area, .title) }
  }

  /// The breadcrumbs, without the first ones where the line is too short.
  private func path(fitting width: Int) -> String {
    var crumbs = breadcrumbs[...]
    while crumbs.count > 1, Frame.width(of: Header.joined(crumbs, " › ")) > width { crumbs.removeFirst() }
    return Header.joined(crumbs, " › ")
  }

  private static func joined(_ parts: ArraySlice<String>, _ separator: String) -> String {
    parts.dropFirst().reduce(parts.first ?? "") { $0 + separator + $1 }
  }

  private func put(_ text: String, endingAt end: Int, in frame: inout Frame, _ area: Rect, _ style: Style) {
    guard !text.isEmpty else { return }
    let start = max(0, end - Frame.width(of: text))
    let room = max(0, area.width - start)
    frame.write(
      text, in: Rect(x: area.x + start, y: area.y, width: min(room, Frame.width(of: text)), height: 1), style)
  }
}
