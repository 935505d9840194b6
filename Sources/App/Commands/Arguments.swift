import ArgumentParser
import Model

/// The words on the command line, before and after the parser has seen them.
enum Arguments {
  /// Options that every command takes, each with a value.
  private static let common = ["--data", "--lang", "--today"]

  /// The same words, with common options that stand before a command moved behind it.
  static func ordered(_ words: [String]) -> [String] {
    let commands = Lenduong.configuration.subcommands.compactMap { $0.configuration.commandName }
    var index = 0
    while index < words.count {
      if commands.contains(words[index]) { break }
      if common.contains(words[index]) {
        index += 2
      } else if common.contains(where: { words[index].hasPrefix("\($0)=") }) {
        index += 1
      } else {
        return words
      }
    }
    guard index > 0, index < words.count else { return words }
    return [words[index]] + words[..<index] + words[(index + 1)...]
  }

  /// The command that words name, read by itself where that goes: the parser looks several times at all that it is given.
  ///
  /// Whatever it cannot read so is read anew as one of all commands, which knows what to say of it. That holds as long as
  /// `Lenduong` itself takes no options.
  static func command(_ words: [String]) throws -> any ParsableCommand {
    let named = Lenduong.configuration.subcommands.first { $0.configuration.commandName == words.first }
    if let named, let command = try? named.parseAsRoot(Array(words.dropFirst())), type(of: command) == named {
      return command
    }
    return try Lenduong.parseAsRoot(words)
  }

  /// The language asked for, also where the other words cannot be read.
  static func language(_ words: [String]) -> Language {
    let named = words.indices.lazy.compactMap { index -> Language? in
      if words[index] == "--lang", index + 1 < words.count { return Language(rawValue: words[index + 1]) }
      return words[index].hasPrefix("--lang=") ? Language(rawValue: String(words[index].dropFirst(7))) : nil
    }
    return named.first ?? Home.spoken
  }

  /// What the parser says of words that it cannot read, in one sentence of either language.
  static func problem(_ message: String) -> Words {
    let flat = message.split(whereSeparator: \.isNewline).map { line in
      line.hasPrefix("  - ") ? "'\(line.dropFirst(4))'" : String(line)
    }.joined(separator: " ")
    let english = flat.hasSuffix(".") || flat.hasSuffix("?") ? flat : flat + "."
    return Words(
      "Đối số sai: \(vietnamese(flat) ?? english) Xem “lenduong --help”.",
      "Bad arguments: \(english) See “lenduong --help”.")
  }

  private static func vietnamese(_ message: String) -> String? {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { $0.element.isEmpty ? "“”" : String($0.element) }
    guard let first = quoted.first else { return nil }
    let all = quoted.joined(separator: ", ")
    if message.hasPrefix("Unexpected argument") || message.contains("unexpected arguments") {
      return "không hiểu \(all)."
    }
    if message.hasPrefix("Missing expected argument") { return "thiếu \(all)." }
    if message.hasPrefix("Missing value for") { return "thiếu giá trị của \(first)." }
    if message.hasPrefix("Unknown option") {
      return "không có tùy chọn \(first)" + (quoted.count > 1 ? "; có phải \(quoted[1])?" : ".")
    }
    guard message.hasPrefix("The value"), quoted.count > 1 else { return nil }
    let choices = quoted.dropFirst(2).joined(separator: ", ")
    return "“\(first)” không hợp với \(quoted[1])" + (choices.isEmpty ? "." : "; chọn một trong \(choices).")
  }
}
