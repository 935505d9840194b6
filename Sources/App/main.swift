import ArgumentParser
import Model

// A file-size limit is to come back as an error that can be told, not as the end of the program.
Exit.survivesFileSizeLimit()

/// Opening the screens is the common way in and must not wait for the command line's parser.
if CommandLine.arguments.count == 1 {
  do throws(Refusal) {
    try OpenCommand.open(Home())
  } catch {
    Console.complain(error.words[Home.spoken])
    Exit.now(error.status)
  }
} else {
  do {
    var command = try Lenduong.parseAsRoot()
    try command.run()
  } catch {
    guard Lenduong.exitCode(for: error) == .validationFailure else { Lenduong.exit(withError: error) }
    let reason = Lenduong.message(for: error)
    Console.complain(
      Words(
        "Đối số sai: \(reason) Xem “lenduong --help”.", "Bad arguments: \(reason) See “lenduong --help”.")[
          Home.spoken])
    Exit.now(2)
  }
}
