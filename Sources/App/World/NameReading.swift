import Model

/// All names of a register, read on a thread of its own.
final class NameReading {
  private let lineCount: Int
  private let reading: Beside<NameIndex>

  init(_ register: Register) {
    lineCount = register.lineCount
    reading = Beside(isPatient: true) { NameIndex(register) }
  }

  /// The names, once they are read.
  var answer: Message? { reading.result.map { .named($0, lineCount: lineCount) } }
}
