import Glibc
import Model

/// Saves departures to a data folder, and as many bytes to a plain file, and tells the time of each.
struct Saver {
  private let ledger: Ledger
  private var register: Register
  private let plain: Int32
  private let today = Day(year: 2024, month: 9, day: 30) ?? .first
  private var number = 100_000
  /// The bytes of the last line that was saved.
  private var length = 800

  init(folder: String, privateRoot: String, plain path: String) throws {
    (ledger, register) = try Ledger.open(folder, privateRoot: privateRoot)
    plain = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    precondition(plain >= 0, "the plain file cannot be opened")
  }

  /// Nanoseconds of encoding, appending and making durable one departure.
  mutating func save() throws -> Int {
    let change = register.change(register.edits(adding: entry(), today: today))
    let start = Saver.now()
    let lines = try ledger.save(change)
    let spent = Saver.now() - start
    for line in lines { register.fold(line) }
    length = lines.last?.count ?? length
    return spent
  }

  /// Nanoseconds of appending as many bytes to the plain file and making them durable.
  func append() -> Int {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
    let start = Saver.now()
    let isWritten = write(plain, bytes, bytes.count) == bytes.count && fdatasync(plain) == 0
    let spent = Saver.now() - start
    precondition(isWritten, "the plain file cannot be written")
    return spent
  }

  func close() { ledger.close() }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// An invented departure that nobody has had yet.
  private mutating func entry() -> DepartureEntry {
    number += 1
    var entry = DepartureEntry(unit: Places.standard.unit(code: "02728", catalogue: .y2023)?.id)
    entry[Worker.fullName] = .text("Lao động mẫu \(number)")
    entry[Worker.citizenId] = .text("010099\(number)")
    entry[Worker.birthDate] = .day(Day(year: 1999, month: 5, day: 17) ?? .first)
    entry[Departure.market] = .code("JP")
    entry[Departure.contractForm] = .code("SERVICE_ENT")
    entry[Departure.enterprise] = .text("Doanh nghiệp mẫu A")
    entry[Departure.orientationDate] = .day(today - 40)
    entry[Departure.departedOn] = .day(today - 10)
    entry[DepartureEntry.status] = .code("ABROAD")
    return entry
  }
}

/// `Save FOLDER PRIVATE PLAIN`: for each line of its input, `s` saves and `p` appends; the answer is nanoseconds.
func run(_ arguments: [String]) throws {
  var saver = try Saver(folder: arguments[1], privateRoot: arguments[2], plain: arguments[3])
  while let letter = readLine() {
    print(letter == "s" ? try saver.save() : saver.append())
    fflush(nil)
  }
  saver.close()
}

try run(CommandLine.arguments)
