import Foundation

@testable import Model

/// One process of a crowd, which keeps the journal open as the screens do: `pens DATA PRIVATE FIRST COUNT`.
///
/// It saves records one by one, and prints the number of each person the moment the save is acknowledged. What is refused
/// is tried again, under the same id.
@main
enum Pens {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 5, let first = Int(words[3]), let count = Int(words[4]) else {
      fatalError("usage: pens DATA PRIVATE FIRST COUNT")
    }
    let journal = try Journal(DataFolder(words[1]), privateRoot: words[2])
    for number in first..<first + count {
      let line = Register().change(Register().edits(adding: entry(number), today: DemoProvince.today)).line
      while true {
        do {
          _ = try journal.append([line])
          break
        } catch {
          FileHandle.standardError.write(Data("\(error)\n".utf8))
        }
      }
      FileHandle.standardOutput.write(Data("\(number)\n".utf8))
    }
    journal.close()
  }

  /// A departure of somebody invented, as `ground.py` makes them; more than a million need a second year of birth.
  private static func entry(_ number: Int) -> DepartureEntry {
    let (million, serial) = (number / 1_000_000, String(1_000_000 + number % 1_000_000).dropFirst())
    var entry = DepartureEntry(unit: Places.standard.unit(code: "02728", catalogue: .y2023)?.id)
    entry[Worker.fullName] = .text("Lao động mẫu \(number)")
    entry[Worker.citizenId] = .text("01020\(4 + million)\(serial)")
    entry[Worker.birthDate] = day("2004-09-17")
    entry[Worker.sex] = .code("M")
    entry[Departure.market] = .code("JP")
    entry[Departure.contractForm] = .code("SERVICE_ENT")
    entry[Departure.orientationDate] = day("2024-06-28")
    entry[Departure.orientationCertificate] = .text("M\(number)")
    entry[Departure.departedOn] = day("2024-07-05")
    entry[DepartureEntry.status] = .code("ABROAD")
    return entry
  }

  private static func day(_ iso: String) -> FieldValue { Day(iso: iso).map { .day($0) } ?? .none }
}
