struct Point: Hashable, Sendable {
  var x: Int
  var y: Int
}

struct Size: Hashable, Sendable {
  var width: Int
  var height: Int

  /// The smallest window every screen must fit.
  static let minimum = Size(width: 80, height: 24)

  /// The largest window that is drawn in full; a larger one is used as far as this.
  static let maximum = Size(width: 1000, height: 1000)

  /// The nearest size that can be drawn.
  var clamped: Size {
    Size(
      width: min(max(0, width), Size.maximum.width), height: min(max(0, height), Size.maximum.height))
  }
}

struct Rect: Hashable, Sendable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  /// The column right of it.
  var right: Int { x.saturatingPlus(max(0, width)) }
  /// The row below it.
  var bottom: Int { y.saturatingPlus(max(0, height)) }

  var isEmpty: Bool { width <= 0 || height <= 0 }

  func contains(_ point: Point) -> Bool {
    x <= point.x && point.x < right && y <= point.y && point.y < bottom
  }

  /// One row of it, counted from its top; of no height when there is no such row.
  func row(_ index: Int) -> Rect {
    let isInside = index >= 0 && index < height
    return Rect(x: x, y: y.saturatingPlus(index), width: width, height: isInside ? 1 : 0)
  }

  func inset(left: Int = 0, right: Int = 0) -> Rect {
    let width = width.saturatingMinus(left).saturatingMinus(right)
    return Rect(x: x.saturatingPlus(left), y: y, width: max(0, width), height: height)
  }

  func split(top rows: Int) -> (Rect, Rect) {
    let rows = min(max(0, rows), max(0, height))
    return (
      Rect(x: x, y: y, width: width, height: rows),
      Rect(x: x, y: y.saturatingPlus(rows), width: width, height: max(0, height) - rows)
    )
  }

  func split(bottom rows: Int) -> (Rect, Rect) { split(top: max(0, height).saturatingMinus(max(0, rows))) }

  func split(left columns: Int) -> (Rect, Rect) {
    let columns = min(max(0, columns), max(0, width))
    return (
      Rect(x: x, y: y, width: columns, height: height),
      Rect(x: x.saturatingPlus(columns), y: y, width: max(0, width) - columns, height: height)
    )
  }

  func split(right columns: Int) -> (Rect, Rect) {
    split(left: max(0, width).saturatingMinus(max(0, columns)))
  }

  /// What both cover.
  func intersection(_ other: Rect) -> Rect {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Rect(
      x: left, y: top,
      width: max(0, min(right, other.right).saturatingMinus(left)),
      height: max(0, min(bottom, other.bottom).saturatingMinus(top)))
  }
}

/// No place on or off the screen may stop the program, so sums stay at the edge of what a number holds.
extension Int {
  func saturatingPlus(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  func saturatingMinus(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : difference
  }
}
