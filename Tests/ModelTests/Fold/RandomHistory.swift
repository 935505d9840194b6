@testable import Model

/// Several writers over a few entities, who know of each other's lines only now and then: an invented past.
struct RandomHistory {
  private struct Writer {
    var register = Register()
    var known: [Int] = []
    /// How far the writer's clock is off, in seconds.
    var clock = 0
  }

  private(set) var lines: [[UInt8]] = []
  private(set) var chance: Seeded
  private var writers: [Writer] = []
  private var written: [(line: NewLine, n: Int)] = []

  static let entities = [
    "worker/a", "worker/b", "household/02728@2023:h1", "household/02728@2023:nhà \"ông\" \\ A", "departure/a",
    "departure/b", "event/a", "event/b", "review/02728@2023:h1:2024", "target/a", "mark/a", "update/a",
    "incident/a", "grant/unknown",
  ]

  init(seed: UInt64, count: Int = 40) {
    chance = Seeded(seed)
    writers = (0..<Int.random(in: 2...6, using: &chance)).map { _ in Writer() }
    for index in writers.indices {
      writers[index].clock = Int.random(in: -40_000_000...40_000_000, using: &chance)
    }
    while lines.count < count {
      let writer = Int.random(in: writers.indices, using: &chance)
      if roll(30) { meet(writer) }
      switch Int.random(in: 0..<100, using: &chance) {
      case ..<60: write(writer, [operation(writer)])
      case ..<72: write(writer, [operation(writer), operation(writer)].distinct)
      case ..<80: writeGroup(writer)
      case ..<86: repeatLine()
      case ..<90: addLine(writer, oddLine(), n: nil)
      case ..<93: delete(writer)
      case ..<95: takeBack(writer)
      default: change(writer)
      }
    }
  }

  private mutating func roll(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &chance) < percent }

  /// A writer takes in what another one knows.
  private mutating func meet(_ writer: Int) {
    let other = Int.random(in: writers.indices, using: &chance)
    for line in writers[other].known where !writers[writer].known.contains(line) {
      writers[writer].known.append(line)
      writers[writer].register.fold(lines[line])
    }
  }

  private func entity(_ chance: inout Seeded) -> String { Self.entities.randomElement(using: &chance) ?? "" }

  /// Fields of one entity, naming any of the lines that the writer knows of it.
  private mutating func operation(_ writer: Int) -> Operation {
    let entity = entity(&chance)
    var known: [LineID] = []
    if roll(75) { known = writers[writer].register.basis(of: entity) }
    if roll(20) { known = known.filter { _ in Bool.random(using: &chance) } }
    return Operation(entity: entity, replaces: known.distinct, fields: fields(of: entity))
  }

  private mutating func fields(of entity: String) -> [(key: String, value: Value)] {
    let declared = Register.kind(of: entity)?.fields ?? []
    var fields: [(key: String, value: Value)] = []
    for field in declared.shuffled(using: &chance).prefix(Int.random(in: 0...3, using: &chance)) {
      fields.append((field.key, value(field)))
    }
    if entity.hasPrefix("target/"), roll(60) {
      fields.append(("share.082@2023", .integer(Int.random(in: 0...3, using: &chance))))
    }
    if entity.hasPrefix("departure/"), roll(30) {
      fields.append(
        ("override.W12", roll(70) ? .text(["một", "hai"][Int.random(in: 0...1, using: &chance)]) : .null))
    }
    return fields
  }

  /// A value of few possible ones, so that people agree and disagree; now and then one of the wrong type.
  private mutating func value(_ field: Field) -> Value {
    if roll(8) { return .null }
    if roll(6) { return [.bool(true), .integer(1), .text("?")].randomElement(using: &chance) ?? .null }
    let pick = Int.random(in: 0...2, using: &chance)
    switch field.kind {
    case .text: return .text(["A", "Đỗ \"B\"", "C\\"][pick])
    case .code(let list): return .text(pick == 2 ? "UNKNOWN" : list.codes[pick % list.count].code)
    case .day: return .text(["2024-01-01", "2024-02-29", "2024-07-05"][pick])
    case .integer: return .integer([1, 12, 2024][pick])
    case .flag: return .bool(pick > 0)
    case .unit: return .text(["02728@2023", "02728@2025", "082@2023"][pick])
    case .link(let kind): return .text(["\(kind.rawValue)/a", "\(kind.rawValue)/b", "worker/a"][pick])
    }
  }

  private mutating func write(_ writer: Int, _ operations: [Operation]) {
    guard !operations.isEmpty else { return }
    addLine(writer, operations.count == 1 ? .set(operations[0], id: id()) : .tx(operations, id: id()), n: nil)
  }

  /// What the program itself writes: edits on what was known when a form was opened.
  private mutating func change(_ writer: Int) {
    let entity = entity(&chance)
    guard let kind = Register.kind(of: entity) else { return }
    let basis = writers[writer].register.basis(of: entity)
    if roll(40) { meet(writer) }
    let edits = kind.fields.shuffled(using: &chance).prefix(3).map { field in
      (field.key, FieldValue.random(field, &chance))
    }
    let change = writers[writer].register.change([Edit(entity, Array(edits), basis: basis)], id: id())
    if let operation = change.operations.first { addLine(writer, .set(operation, id: change.id), n: nil) }
  }

  /// A deletion that knows all that its writer knows, or none of it.
  private mutating func delete(_ writer: Int) {
    let entity = entity(&chance)
    let known = roll(70) ? writers[writer].register.basis(of: entity) : []
    write(writer, [Operation(entity: entity, replaces: known, fields: [("deleted", .bool(true))])])
  }

  /// What the program itself writes to take a line back.
  private mutating func takeBack(_ writer: Int) {
    guard let line = written.randomElement(using: &chance)?.line,
      let change = writers[writer].register.undoing(line.id, as: roll(50) ? .undo : .redo)
    else { return }
    let action: Action = change.operations.count == 1 ? .set : .tx
    addLine(writer, NewLine(action, change.operations, reversal: change.reversal, id: id()), n: nil)
  }

  /// Lines that belong together; the last of them may never arrive.
  private mutating func writeGroup(_ writer: Int) {
    let size = Int.random(in: 1...3, using: &chance)
    let group = LineGroup(id: id(), size: size)
    for _ in 0..<(roll(25) ? size - 1 : size) {
      addLine(writer, .set(operation(writer), group: group, id: id()), n: nil)
    }
  }

  /// A save that was tried again after it had reached the disk: the same line with another number.
  private mutating func repeatLine() {
    guard let (line, _) = written.randomElement(using: &chance) else { return }
    let writer = Int.random(in: writers.indices, using: &chance)
    let before = written.first { $0.line.id == line.id }
    addLine(writer, line, n: before.map { $0.n + Int.random(in: 0...2, using: &chance) })
  }

  private mutating func oddLine() -> NewLine {
    let entity = roll(70) ? "worker/a" : entity(&chance)
    let operation = Operation(entity: entity, fields: [("fullName", .text("không tính"))])
    return NewLine([.see, .erase].randomElement(using: &chance) ?? .see, [operation], id: id())
  }

  private mutating func addLine(_ writer: Int, _ line: NewLine, n: Int?) {
    let number = n ?? writers[writer].register.highestNumber + 1
    let seconds = 1_727_658_123 + writers[writer].clock + lines.count
    lines.append(line.bytes(n: number, at: Timestamp(seconds: seconds), user: "người \(writer)"))
    written.append((line, number))
    writers[writer].known.append(lines.count - 1)
    writers[writer].register.fold(lines[lines.count - 1])
  }

  private mutating func id() -> LineID { LineID.random(using: &chance) }
}

extension FieldValue {
  /// A value of few possible ones, of the field's type.
  static func random(_ field: Field, _ chance: inout Seeded) -> FieldValue {
    let pick = Int.random(in: 0...1, using: &chance)
    switch field.kind {
    case .text: return .text(["A", "Đỗ \"B\""][pick])
    case .code(let list): return .code(list.codes[pick % list.count].code)
    case .day: return .day(aDay(["2024-01-01", "2024-02-29"][pick]))
    case .integer: return .integer([1, 12][pick])
    case .flag: return .flag(pick > 0)
    case .unit: return .unit(aUnit(["02728@2023", "02728@2025"][pick]))
    case .link(let kind): return .link(["\(kind.rawValue)/a", "\(kind.rawValue)/b"][pick])
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension [Operation] {
  /// One operation an entity: a line speaks of an entity once.
  var distinct: [Operation] {
    var seen: Set<String> = []
    return filter { seen.insert($0.entity).inserted }
  }
}
