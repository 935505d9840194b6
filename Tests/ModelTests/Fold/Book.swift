@testable import Model

/// A register that a test writes into, with every line kept as it would stand on the disk.
struct Book {
  private(set) var register = Register()
  private(set) var lines: [[UInt8]] = []
  let today: Day

  init(today: String = "2024-09-30") { self.today = aDay(today) }

  @discardableResult
  mutating func save(_ change: Change) -> LineID {
    guard !change.isEmpty else { return change.id }
    take(change.line.bytes(n: register.highestNumber + 1))
    return change.id
  }

  /// Saves edits as one line.
  @discardableResult
  mutating func save(_ edits: [Edit]) -> LineID { save(register.change(edits)) }

  /// Saves a departure as `add` and the form do; gives back its row.
  @discardableResult
  mutating func add(_ entry: DepartureEntry, on date: String? = nil) -> Int {
    save(register.edits(adding: entry, today: date.map(aDay) ?? today))
    return register[.departure].count - 1
  }

  /// Saves one record of another kind, given as `add` takes it.
  mutating func add(_ kind: AddedKind, _ json: String) throws {
    save(try register.edits(adding: kind, JSON.parse(json.utf8), today: today))
  }

  mutating func take(_ line: [UInt8]) {
    lines.append(line)
    register.fold(line)
  }
}

extension NewLine {
  /// The line as it stands on the disk, the first of its chain.
  func bytes(n: Int, at time: Timestamp = Timestamp(seconds: 1_727_658_123), user: String = "lan.nt")
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    do throws(JournalFault) {
      _ = try LineEncoder.append(self, n: n, at: time, user: user, previous: nil, to: &bytes)
    } catch {
      return Array("not written: \(error)\n".utf8)
    }
    return bytes
  }
}

extension Register {
  /// The fold of these lines in this order.
  init(folding lines: some Sequence<[UInt8]>) {
    self.init()
    for line in lines { fold(line) }
  }
}

/// A calendar day that the test knows to exist.
func aDay(_ iso: String) -> Day { Day(iso: iso) ?? .first }

/// A unit by its key, `02728@2023`.
func aUnit(_ key: String) -> UnitID {
  Places.standard.unit(key: key)?.id ?? Places.standard.province(of: .y2023)
}
