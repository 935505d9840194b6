extension Ledger {
  /// Whether the people in the folder are invented; a mark that cannot be read counts.
  public var isSynthetic: Bool { (try? folder.isSynthetic()) ?? true }

  /// Writes everything that is on file into one archive, see `Backup`.
  public static func backUp(_ path: String, to archive: String) throws(StoreProblem) -> ArchiveReport {
    try Backup.write(try DataFolder(path), to: archive)
  }

  /// Makes a folder from such an archive, see `Restoring`.
  public static func restore(_ archive: String, into path: String) throws(StoreProblem) -> ArchiveReport {
    try Restoring.run(archive, into: path)
  }

  /// Where this account keeps its drafts and the last fold of a folder.
  public static func privatePath(of path: String, privateRoot: String) throws(StoreProblem) -> String {
    PrivateFolder(root: privateRoot, for: try DataFolder(path).format).path
  }

  /// Checks every byte of a folder without folding it.
  public static func verify(_ path: String, privateRoot: String) throws(StoreProblem) -> VerifyReport {
    let folder = try DataFolder(path)
    let journal = try Journal(folder, privateRoot: privateRoot)
    let kept = FoldCache(in: "\(journal.privateFolder.path)/cache").readWhole()
    let marks = try kept?.marks(in: folder, folder.listing().segments) ?? []
    return try Verify.run(
      folder, remembered: journal.remembered, unbegun: try journal.unbegun(),
      kept: marks.filter { $0.length > 0 })
  }
}
