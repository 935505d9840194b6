extension Ledger {
  /// What was known at the end of a day, Vietnam's time, by the clocks of those who wrote: what was printed then is
  /// printed again from it.
  ///
  /// Only lines that verify count.
  ///
  /// - Throws: where nothing had been written by then, so that zeros are not taken for figures.
  public func register(knownOn day: Day) throws(StoreProblem) -> Register {
    var register = Register()
    for segment in try folder.segments().segments {
      let reading = try SegmentReading(segment.id, in: folder, verifying: true)
      reading.take(into: &register) { instant in LocalTime(instant: instant).map { $0.day <= day } ?? false }
    }
    guard register.lineCount > 0 else {
      throw StoreProblem(
        .missing, folder.path,
        "Đến hết ngày \(day.text) chưa ai ghi gì vào sổ này (theo đồng hồ của máy đã ghi).",
        "By the end of \(day.text) nobody had written anything here (by the clocks of those who wrote).")
    }
    return register
  }
}

extension SegmentReading {
  /// Takes the lines of some instants into a register.
  fileprivate func take(into register: inout Register, _ isKnown: (String) -> Bool) {
    var known: [UInt8] = []
    for range in scan.lines {
      do throws(JournalFault) {
        if isKnown(try Line.read(bytes[range]).time) { known += bytes[range] + [0x0A] }
      } catch { continue }
    }
    register.fold(known)
  }
}
