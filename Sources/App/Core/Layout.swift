/// How the window is divided: the top line, the screen, the bottom line, with rules between them.
///
/// In a low window the rules go first, then the top line, then the bottom line.
struct Layout: Equatable, Sendable {
  let header: Rect
  let topRule: Rect
  let body: Rect
  let bottomRule: Rect
  let footer: Rect

  init(_ size: Size) {
    var rest = Rect(x: 0, y: 0, width: max(0, size.width), height: max(0, size.height))
    func take(top: Int = 0, bottom: Int = 0) -> Rect {
      let taken = Rect(
        x: 0, y: top > 0 ? rest.y : rest.y + rest.height - bottom, width: rest.width, height: top + bottom)
      rest = Rect(x: 0, y: rest.y + top, width: rest.width, height: rest.height - top - bottom)
      return taken
    }
    let height = rest.height
    footer = take(bottom: height >= 2 ? 1 : 0)
    header = take(top: height >= 3 ? 1 : 0)
    topRule = take(top: height >= 6 ? 1 : 0)
    bottomRule = take(bottom: height >= 6 ? 1 : 0)
    body = rest
  }
}
