extension Ledger {
  /// What was known at the end of a day, Vietnam's time, by the clocks of those who wrote: what was printed then is
  /// printed again from it.
  ///
  /// Only lines that verify count.
  public func register(knownOn day: Day) throws(StoreProblem) -> Register {
    var register = Register()
    for segment in try folder.segments().segments {
      let reading = try SegmentReading(segment, in: folder, verifying: true)
      reading.take(into: &register) { instant in LocalTime(instant: instant).map { $0.day <= day } ?? false }
    }
    return register
  }
}

extension SegmentReading {
  /// Takes the lines of some instants into a register.
  fileprivate func take(into register: inout Register, _ isKnown: (String) -> Bool) {
    for range in scan.lines {
      let line = Array(bytes[range])
      do throws(JournalFault) {
        if isKnown(try Line.read(line).time) { register.fold(line + [0x0A]) }
      } catch { continue }
    }
  }
}
