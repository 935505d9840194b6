import Glibc
import Model

// Saves one departure, or appends as many bytes to a plain file, for each letter on its standard input (s, p),
// and prints the nanoseconds that it took: `Save FOLDER PRIVATE PLAINFILE`.

func now() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

let today = Day(year: 2024, month: 9, day: 30) ?? .first
var opened = try Ledger.open(CommandLine.arguments[1], privateRoot: CommandLine.arguments[2])
let plain = open(CommandLine.arguments[3], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
precondition(plain >= 0, "the plain file cannot be opened")
var length = 800
var number = Int(getpid()) % 10_000 * 1000

/// An invented departure that nobody has had yet.
func entry() -> DepartureEntry {
  number += 1
  var entry = DepartureEntry(unit: Places.standard.unit(code: "02728", catalogue: .y2023)?.id)
  entry[Worker.fullName] = .text("Lao động mẫu \(number)")
  entry[Worker.citizenId] = .text("010099\(900_000_000 + number)".prefix(6) + "\(number % 1_000_000)")
  entry[Worker.birthDate] = .day(Day(year: 1999, month: 5, day: 17) ?? .first)
  entry[Departure.market] = .code("JP")
  entry[Departure.contractForm] = .code("SERVICE_ENT")
  entry[Departure.enterprise] = .text("Doanh nghiệp mẫu A")
  entry[Departure.orientationDate] = .day(today - 40)
  entry[Departure.departedOn] = .day(today - 10)
  entry[DepartureEntry.status] = .code("ABROAD")
  return entry
}

func save() throws -> Int {
  let change = opened.register.change(opened.register.edits(adding: entry(), today: today))
  let start = now()
  let lines = try opened.ledger.save(change)
  let spent = now() - start
  for line in lines { opened.register.fold(line) }
  length = lines.last?.count ?? length
  return spent
}

func append() -> Int {
  let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
  let start = now()
  precondition(write(plain, bytes, bytes.count) == bytes.count && fdatasync(plain) == 0, "not written")
  return now() - start
}

setvbuf(stdout, nil, _IOLBF, 0)
while let letter = readLine() { print(letter == "s" ? try save() : append()) }
opened.ledger.close()
