/// One number a row: first those kept in a file that is mapped, then those that came since.
///
/// A value. Rows are added at the end; the first change of a kept row takes all of them into memory.
struct Column<Element: BitwiseCopyable>: @unchecked Sendable {
  /// Rows in `file`, which lives as long as this does; only ever read.
  private var kept: UnsafePointer<Element>?
  private var keptCount = 0
  private var file: MappedFile?
  private var own: [Element] = []

  init() {}

  init(_ elements: [Element]) { own = elements }

  init(repeating element: Element, count: Int) { own = Array(repeating: element, count: count) }

  /// Rows of a mapped file, which must begin where such a number may.
  init(_ rows: UnsafeBufferPointer<Element>, in file: MappedFile) {
    (kept, keptCount, self.file) = (rows.baseAddress, rows.count, file)
  }

  var count: Int { keptCount + own.count }
  var indices: Range<Int> { 0..<count }
  var isEmpty: Bool { count == 0 }

  subscript(row: Int) -> Element {
    @inline(__always) get {
      if let kept, UInt(bitPattern: row) < UInt(bitPattern: keptCount) { return kept[row] }
      return own[row - keptCount]
    }
    set {
      if row < keptCount { takeIn() }
      own[row - keptCount] = newValue
    }
  }

  mutating func append(_ element: Element) { own.append(element) }

  mutating func append(contentsOf elements: some Sequence<Element>) { own.append(contentsOf: elements) }

  /// Adds rows of one value until there are so many.
  mutating func grow(to count: Int, _ element: Element) {
    guard count > self.count else { return }
    if count == self.count + 1 { return own.append(element) }
    own.append(contentsOf: repeatElement(element, count: count - self.count))
  }

  /// Gives up the rows from `count` on, which must not be kept ones.
  mutating func shrink(to count: Int) {
    guard count < self.count, count >= keptCount else { return }
    own.removeLast(self.count - count)
  }

  /// Where the first row would lie if all lay together; only rows that are not kept may be written there.
  ///
  /// Valid until rows are added or taken away.
  mutating func pen() -> (rows: UnsafeMutablePointer<Element>, from: Int)? {
    own.withUnsafeMutableBufferPointer { $0.baseAddress.map { ($0 - keptCount, keptCount) } }
  }

  mutating func reserveCapacity(_ count: Int) { own.reserveCapacity(Swift.max(0, count - keptCount)) }

  private mutating func takeIn() {
    guard keptCount > 0 else { return }
    own = Array(UnsafeBufferPointer(start: kept, count: keptCount)) + own
    (kept, keptCount, file) = (nil, 0, nil)
  }

  /// Goes through all rows in two unbroken stretches, each with the number of its first row.
  @inline(__always)
  func stretches(_ body: (UnsafeBufferPointer<Element>, Int) -> Void) {
    if keptCount > 0 {
      withExtendedLifetime(file) { body(UnsafeBufferPointer(start: kept, count: keptCount), 0) }
    }
    if !own.isEmpty { own.withUnsafeBufferPointer { body($0, keptCount) } }
  }

  /// Lends some rows that lie together, all of them kept or none.
  @inline(__always)
  func lend<Result>(_ rows: Range<Int>, _ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    if rows.upperBound <= keptCount {
      return withExtendedLifetime(file) {
        body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: kept, count: keptCount)[rows]))
      }
    }
    return own.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[rows.lowerBound - keptCount..<rows.upperBound - keptCount]))
    }
  }

  /// Lets go of the pages of kept rows; they come back when they are asked for.
  func letGo() { file?.letGo() }

  /// All rows as they lie in memory, for keeping them.
  func bytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    stretches { rows, _ in body(UnsafeRawBufferPointer(rows)) }
  }

}

extension Column: Equatable where Element: Equatable {
  static func == (left: Column, right: Column) -> Bool {
    left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
  }
}

extension Column: Sequence {
  struct Iterator: IteratorProtocol {
    let column: Column
    var row = 0

    mutating func next() -> Element? {
      guard row < column.count else { return nil }
      defer { row += 1 }
      return column[row]
    }
  }

  func makeIterator() -> Iterator { Iterator(column: self) }
}

extension Column where Element == Int32 {
  /// The rows that hold a number.
  func rows(of wanted: Int32) -> [Int] {
    var found: [Int] = []
    stretches { rows, start in
      for index in rows.indices where rows[index] == wanted { found.append(start + index) }
    }
    return found
  }
}
