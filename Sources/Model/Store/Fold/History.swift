/// What one line said of one entity, as far as the fold needs it.
struct Saying: Sendable, Equatable {
  /// A field: a column, or a key outside the declarations such as `share.082@2023`.
  enum Slot: Hashable, Sendable {
    case column(Int16)
    case open(Texts.ID)
  }

  /// The number of the line in the register.
  let line: Int32
  /// The lines whose values these fields replace.
  let replaces: [LineID]
  let cells: [(slot: Slot, cell: Int32)]

  static func == (left: Saying, right: Saying) -> Bool {
    left.line == right.line && left.replaces == right.replaces
      && left.cells.elementsEqual(right.cells) { $0.slot == $1.slot && $0.cell == $1.cell }
  }

  /// Whether it sets the same fields to the same values, in whatever order.
  func says(the other: [(slot: Slot, cell: Int32)]) -> Bool {
    cells.count == other.count && cells.allSatisfy { cell in other.contains { $0 == cell } }
  }

  func cell(_ slot: Slot) -> Int32? { cells.last { $0.slot == slot }?.cell }

  /// One number for all sayings of one line that say the same, in whatever order.
  func digest(_ lines: Lines) -> Int {
    var hasher = Hasher()
    hasher.combine(lines.id(line))
    hasher.combine(replaces)
    let said = cells.reduce(0) { sum, cell in
      var hasher = Hasher()
      hasher.combine(cell.slot)
      hasher.combine(cell.cell)
      return sum &+ hasher.finalize()
    }
    hasher.combine(said)
    return hasher.finalize()
  }
}

/// What all lines said of one entity.
///
/// For each field: the lines that set it, minus those named as replaced by another line that sets it. One left, or
/// several that agree: the value. Several that differ: a conflict, and the highest of them is shown.
struct History: Sendable, Equatable {
  /// Lines with what they say of a field.
  typealias Claims = [(line: Int32, cell: Int32)]

  private(set) var sayings: [Saying] = []
  /// Where sayings stand, by what they say; made once there are many, of so many of them.
  private var places: [Int: [Int]] = [:]
  private var placed = 0

  /// So many sayings are looked through one by one.
  private static let few = 16

  static func == (left: History, right: History) -> Bool { left.sayings == right.sayings }

  mutating func add(_ saying: Saying) { sayings.append(saying) }

  /// Adds what a line says, unless one with its id has said the same, which is given back then.
  mutating func add(_ saying: Saying, _ lines: Lines) -> Int32? {
    let id = lines.id(saying.line)
    let isSame = { (known: Saying) in
      lines.id(known.line) == id && known.replaces == saying.replaces && known.says(the: saying.cells)
    }
    guard sayings.count >= History.few else {
      if let known = sayings.first(where: isSame) { return known.line }
      add(saying)
      return nil
    }
    for place in placed..<sayings.count { places[sayings[place].digest(lines), default: []].append(place) }
    placed = sayings.count
    if let place = places[saying.digest(lines)]?.first(where: { isSame(sayings[$0]) }) {
      return sayings[place].line
    }
    add(saying)
    return nil
  }

  /// The lines that spoke, each once.
  func lineIDs(_ lines: Lines) -> [LineID] {
    var seen: Set<LineID> = []
    return sayings.map { lines.id($0.line) }.filter { seen.insert($0).inserted }
  }

  /// The fields anybody ever set.
  var slots: Set<Saying.Slot> { Set(sayings.flatMap { $0.cells.map(\.slot) }) }

  /// The values of a field that stand, highest line first; more than one means a conflict.
  func standing(_ slot: Saying.Slot, _ lines: Lines) -> Claims {
    History.distinct(live(slot, lines))
  }

  /// Each value once, by the highest line that says it.
  static func distinct(_ live: Claims) -> Claims {
    guard live.count > 1 else { return live }
    var seen: Set<Int32> = []
    return live.filter { seen.insert($0.cell).inserted }
  }

  /// What each line that stands says of a field, highest line first.
  func live(_ slot: Saying.Slot, _ lines: Lines) -> Claims {
    let replacing = replacing(slot)
    var live: Claims = []
    for saying in sayings {
      guard let cell = saying.cell(slot) else { continue }
      // No line replaces itself.
      if !replacing.isEmpty, let by = replacing[lines.id(saying.line)], by != saying.line { continue }
      live.append((saying.line, cell))
    }
    return live.count < 2 ? live : live.sorted { lines.isHigher($0.line, than: $1.line) }
  }

  /// Which line replaces what each of some others says of a field; for several any number that is no line's.
  private func replacing(_ slot: Saying.Slot) -> [LineID: Int32] {
    var replacing: [LineID: Int32] = [:]
    for saying in sayings where !saying.replaces.isEmpty && saying.cell(slot) != nil {
      for id in saying.replaces {
        let known = replacing[id] ?? saying.line
        replacing[id] = known == saying.line ? known : -1
      }
    }
    return replacing
  }

  /// What was said of each field, as a history of its own.
  func byField() -> [Saying.Slot: History] {
    var parts: [Saying.Slot: History] = [:]
    for saying in sayings {
      for slot in Set(saying.cells.map(\.slot)) {
        parts[slot, default: History()].add(saying)
      }
    }
    return parts
  }

  /// The values of every field that stand, as `claims`.
  func allClaims(_ kind: EntityKind, _ lines: Lines) -> [(slot: Saying.Slot, claims: Claims)] {
    if sayings.count < History.few { return slots.map { ($0, claims($0, kind, lines)) } }
    // A field at a time, each would be looked for in all that was said of the others.
    return byField().map { slot, part in
      (slot, slot == kind.deletionSlot ? claims(slot, kind, lines) : part.standing(slot, lines))
    }
  }

  /// For each field the lines that stand.
  func liveLines(_ lines: Lines) -> [Saying.Slot: Set<Int32>] {
    var live: [Saying.Slot: Set<Int32>] = [:]
    for (slot, part) in byField() { live[slot] = Set(part.live(slot, lines).map(\.line)) }
    return live
  }

  /// The lines that set one of these fields and still stand: what a new value replaces.
  func standingLines(_ slots: Set<Saying.Slot>, _ lines: Lines) -> [Int32] {
    let live = liveLines(lines)
    return sayings.filter { saying in
      saying.cells.contains { slots.contains($0.slot) }
        && saying.cells.contains { live[$0.slot]?.contains(saying.line) == true }
    }.map(\.line)
  }

  /// Whether a line says of none of these fields anything but that it is empty.
  func isEmpty(_ line: Int32, _ slots: Set<Saying.Slot>) -> Bool {
    sayings.filter { $0.line == line }.allSatisfy { saying in
      saying.cells.allSatisfy { !slots.contains($0.slot) || $0.cell == Table.none }
    }
  }

  /// The lowest line that told of the entity, whatever the order in which they arrived; -1 where none did.
  func first(_ lines: Lines) -> Int32 {
    sayings.map(\.line).min { lines.isHigher($1, than: $0) } ?? -1
  }

  /// The history as far as some lines tell it.
  func only(_ isTold: (Int32) -> Bool) -> History {
    var part = History()
    for saying in sayings where isTold(saying.line) { part.add(saying) }
    return part
  }
}

/// The lines that were folded: what orders them and where they stand.
struct Lines: Sendable, Equatable {
  private(set) var highs = Column<UInt16>()
  private(set) var lows = Column<UInt64>()
  private(set) var numbers = Column<Int32>()
  /// The instant as decimal digits `yyyymmddhhmmssmmm`: shown, never obeyed.
  private(set) var times = Column<Int64>()
  private(set) var highest = 0

  init() {}

  /// Takes back what was kept; `nil` where the parts cannot belong together.
  init?(
    highs: Column<UInt16>, lows: Column<UInt64>, numbers: Column<Int32>, times: Column<Int64>, highest: Int
  ) {
    guard highs.count == lows.count, numbers.count == lows.count, times.count == lows.count else {
      return nil
    }
    (self.highs, self.lows, self.numbers, self.times) = (highs, lows, numbers, times)
    self.highest = highest
  }

  var count: Int { lows.count }

  func id(_ line: Int32) -> LineID { LineID(high: highs[Int(line)], low: lows[Int(line)]) }

  /// The lines that have an id; written twice, a line stands twice.
  func lines(of id: LineID) -> [Int32] {
    var found: [Int32] = []
    lows.stretches { rows, start in
      for index in rows.indices where rows[index] == id.low && highs[start + index] == id.high {
        found.append(Int32(start + index))
      }
    }
    return found
  }

  mutating func append(_ id: LineID, number: Int, time: Int64) -> Int32 {
    highs.append(id.high)
    lows.append(id.low)
    numbers.append(Int32(clamping: number))
    times.append(time)
    highest = max(highest, min(number, Int(Int32.max)))
    return Int32(lows.count - 1)
  }

  /// Gives a line the number of its copy, where that is lower.
  mutating func lower(_ line: Int32, to copy: Int32) {
    numbers[Int(line)] = min(numbers[Int(line)], numbers[Int(copy)])
  }

  /// Which of two lines is shown where both stand: the one of the higher number, of equal numbers that of the higher id.
  func isHigher(_ left: Int32, than right: Int32) -> Bool {
    let (left, right) = (Int(left), Int(right))
    if numbers[left] != numbers[right] { return numbers[left] > numbers[right] }
    return id(Int32(left)) > id(Int32(right))
  }
}
