import Model

// A file-size limit is to come back as an error that can be told, not as the end of the program.
Exit.survivesFileSizeLimit()

/// Opening the screens is the common way in and must not wait for the command line's parser.
if CommandLine.arguments.count == 1 {
  do throws(Refusal) {
    try OpenCommand.open(Home())
  } catch {
    Console.complain(error.words[.vi])
    Exit.now(error.status)
  }
} else {
  Lenduong.main()
}
