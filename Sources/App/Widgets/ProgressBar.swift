/// A share of a whole as a bar, with a tick where one should be today.
///
/// The number stands beside it: no meaning rests on the bar alone.
struct ProgressBar: Equatable, Sendable {
  /// 0 for nothing, 1 for all; more than 1 fills the bar; `nil` where there is no whole to have a share of.
  let share: Double?
  /// Where one should be today.
  var tick: Double?

  func draw(in frame: inout Frame, _ area: Rect) {
    guard area.width > 0, area.height > 0, frame.glyphs != .linear else { return }
    let eighths = frame.glyphs.eighths
    let filled = eighth(of: share ?? 0, width: area.width)
    let (full, rest) = (filled / 8, filled % 8)
    var text = String(repeating: frame.glyphs.full, count: full)
    if rest > 0, !eighths.isEmpty { text.append(eighths[min(rest, eighths.count) - 1]) }
    if eighths.isEmpty, rest >= 4 { text.append(frame.glyphs.full) }
    let used = text.count
    let track = String(repeating: frame.glyphs.empty, count: max(0, area.width - used))
    frame.write(share == nil ? "" : track, in: area.inset(left: used).row(0), .track)
    if used > 0 { frame.put(text, at: Point(x: area.x, y: area.y), .bar) }
    guard let tick, tick.isFinite else { return }
    let x = min(area.width - 1, eighth(of: tick, width: area.width) / 8)
    frame.put(String(frame.glyphs.tick), at: Point(x: area.x + x, y: area.y), .tick)
  }

  private func eighth(of share: Double, width: Int) -> Int {
    guard share.isFinite else { return share > 0 ? width * 8 : 0 }
    return Int((min(1, max(0, share)) * Double(width * 8)).rounded())
  }
}
