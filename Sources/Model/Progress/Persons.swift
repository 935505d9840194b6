/// Which records of workers are one person: those merged, in whatever direction, and those with one citizen id.
///
/// Kept up to date by each worker that changes; only what cannot be taken apart again is found out anew.
struct Persons: Sendable {
  /// By text: the first worker that was met with it as citizen id, or as passport where there is no citizen id.
  private var holders = Column<Int32>()
  /// By worker: the text it is held under.
  private var numbers = Column<Int32>()
  /// By worker that is merged: the one it is merged into.
  private var merged: [Int32: Int32] = [:]
  /// For workers that are one with others, one that is nearer to the record that stands for all.
  private var roots: [Int32: Int32] = [:]
  /// Those that are one person, by the record that stands for them.
  private var members: [Int32: [Int32]] = [:]

  init(_ register: Register) {
    let count = register.count(.worker)
    let columns = Columns(register)
    numbers.reserveCapacity(count)
    holders.grow(to: register.texts.count, Table.none)
    for row in 0..<count { take(row, columns) }
  }

  /// The record that stands for the person of this one.
  func root(_ worker: Int) -> Int {
    var here = Int32(truncatingIfNeeded: worker)
    while let next = roots[here], next != here { here = next }
    return Int(here)
  }

  /// All records of the person of this one.
  func records(_ worker: Int) -> [Int] { members[Int32(root(worker))]?.map(Int.init) ?? [worker] }

  /// The persons of whom there is more than one record.
  var severalRecords: [[Int32]] { Array(members.values) }

  /// Follows workers that changed; false when all has to be found out anew, which it is then.
  mutating func follow(_ workers: Set<Int>, _ register: Register) -> Bool {
    let columns = Columns(register)
    holders.grow(to: register.texts.count, Table.none)
    for row in workers.sorted() {
      while numbers.count < row { take(numbers.count, columns) }
      guard row < numbers.count else {
        take(row, columns)
        continue
      }
      let isAlone = members[Int32(root(row))] == nil
      guard isAlone else {
        let into = merged[Int32(row)] ?? Table.none
        if numbers[row] == columns.number(row), columns.into[row] == into { continue }
        self = Persons(register)
        return false
      }
      if numbers[row] != columns.number(row), numbers[row] != Table.none {
        holders[Int(numbers[row])] = Table.none
      }
      place(row, columns)
    }
    return true
  }

  private struct Columns {
    let citizenIds: Column<Int32>
    let passports: Column<Int32>
    let into: Column<Int32>

    init(_ register: Register) {
      citizenIds = register.column(Worker.citizenId)
      passports = register.column(Worker.passport)
      into = register.column(Worker.into)
    }

    func number(_ row: Int) -> Int32 { citizenIds[row] != Table.none ? citizenIds[row] : passports[row] }
  }

  private mutating func take(_ row: Int, _ columns: Columns) {
    numbers.append(Table.none)
    place(row, columns)
  }

  private mutating func place(_ row: Int, _ columns: Columns) {
    let number = columns.number(row)
    numbers[row] = number
    if number >= 0 {
      let holder = holders[Int(number)]
      if holder >= 0, Int(holder) != row {
        unite(row, Int(holder))
      } else {
        holders[Int(number)] = Int32(row)
      }
    }
    guard columns.into[row] >= 0 else { return }
    merged[Int32(row)] = columns.into[row]
    unite(row, Int(columns.into[row]))
  }

  private mutating func unite(_ one: Int, _ other: Int) {
    let (left, right) = (Int32(root(one)), Int32(root(other)))
    guard left != right else { return }
    let (upper, lower) = (min(left, right), max(left, right))
    roots[lower] = upper
    members[upper, default: [upper]] += members.removeValue(forKey: lower) ?? [lower]
  }
}

extension Persons {
  func pack(into packer: Packer) {
    packer.put(holders)
    packer.put(numbers)
    packer.put(merged.flatMap { [$0.key, $0.value] })
    packer.put(members.flatMap { root, rows in rows.filter { $0 != root }.flatMap { [$0, root] } })
  }

  init?(_ unpacker: inout Unpacker) {
    guard let holders = unpacker.column(Int32.self), let numbers = unpacker.column(Int32.self),
      let merged = unpacker.array(Int32.self), let united = unpacker.array(Int32.self),
      merged.count % 2 == 0, united.count % 2 == 0
    else { return nil }
    (self.holders, self.numbers) = (holders, numbers)
    for at in stride(from: 0, to: merged.count, by: 2) { self.merged[merged[at]] = merged[at + 1] }
    for at in stride(from: 0, to: united.count, by: 2) {
      roots[united[at]] = united[at + 1]
      members[united[at + 1], default: [united[at + 1]]].append(united[at])
    }
  }
}

extension Census {
  /// Other records of the person of a worker, known by one citizen id and not merged yet: the main one of each.
  public func twins(of worker: Int) -> [Int] {
    let records = persons.records(worker)
    guard records.count > 1 else { return [] }
    let own = register.merged(worker)
    return Set(
      records.filter { !own.contains($0) && register.isRecord(.worker, $0) }.compactMap {
        register.merged($0).first
      }
    ).sorted()
  }

  /// The people who stand in several records that nobody has merged, each by one of them.
  public var doubled: [Int] {
    persons.severalRecords.compactMap { records in
      records.map(Int.init).sorted().first { register.isRecord(.worker, $0) && !twins(of: $0).isEmpty }
    }.sorted()
  }
}
