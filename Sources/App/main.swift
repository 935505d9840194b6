import ArgumentParser
import Model

// A file-size limit is to come back as an error that can be told, not as the end of the program.
Exit.survivesFileSizeLimit()
Exit.leavesNoCore()

/// Opening the screens is the common way in and must not wait for the command line's parser.
if CommandLine.arguments.count == 1 {
  do throws(Refusal) {
    try OpenCommand.open(Home())
  } catch {
    Console.complain(error.words[Home.spoken])
    Exit.now(error.status)
  }
} else {
  let words = Array(CommandLine.arguments.dropFirst())
  do {
    var command = try Arguments.command(Arguments.ordered(words))
    try command.run()
  } catch {
    guard Lenduong.exitCode(for: error) == .validationFailure else { Lenduong.exit(withError: error) }
    Console.complain(Arguments.problem(Lenduong.message(for: error))[Arguments.language(words)])
    Exit.now(2)
  }
}
