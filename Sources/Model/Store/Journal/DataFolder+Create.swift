import Glibc

extension DataFolder {
  /// Makes a data folder, with this account as its root writer, and opens it.
  ///
  /// The folder may exist when it is empty, or when an earlier attempt was interrupted. `format` is written
  /// last: until then it is no data folder. Modes are 0700 and 0600 whatever the umask; within a shared folder
  /// (set-group-id and sticky) they let the group read, and make writers of their own.
  /// - Parameters:
  ///   - privateRoot: `$XDG_STATE_HOME/lenduong`, where this account keeps who it is.
  ///   - places: file names such as `2023.json` with their bytes.
  /// - Throws: as `init`; `alreadyMade`, `notEmpty`, or what the disk refuses.
  public static func create(
    _ path: String, privateRoot: String, plan: [UInt8], places: [(name: String, bytes: [UInt8])],
    account: Account, made: Timestamp, root: WriterID = .random()
  ) throws(StoreProblem) -> DataFolder {
    let path = CheckedFolder.trimmed(path)
    for place in places where !Format.isPlaceName(place.name) {
      throw StoreProblem(
        .wrongData, "\(path)/\(Format.placesFolder)/\(place.name)",
        "Tên tệp địa danh “\(place.name)” không dùng được.", "“\(place.name)” cannot name a file of places.")
    }
    let checked = try emptyFolder(path)
    let bytes = Format.bytes(root: root, made: made, plan: plan, places: places)
    let format = try Format(bytes, path: "\(path)/\(formatName)")
    let home = try PrivateFolder(root: privateRoot, for: format).open()
    do throws(SystemError) {
      let maker = FolderMaker(folder: checked.folder, isShared: checked.status.isShared)
      // First, so that what an interrupted attempt leaves can be told from anything else.
      try maker.begin(format: bytes)
      try maker.write(places: places)
      try maker.write(Format.planName, plan)
      try maker.makeJournal()
      try WriterState(writer: root, account: account).publish(in: home)
      try maker.publish()
    } catch {
      throw .unreadable(path, error)
    }
    return try DataFolder(path)
  }

  /// A folder that is made, or exists and is empty but for what an interrupted attempt left, which is removed.
  static func emptyFolder(_ path: String) throws(StoreProblem) -> CheckedFolder {
    if let around = enclosing(path) {
      throw StoreProblem(
        .notEmpty, path, "“\(path)” nằm trong thư mục dữ liệu “\(around)”; hãy chọn nơi khác.",
        "“\(path)” lies in the data folder “\(around)”; choose another place.")
    }
    try makeFolders(CheckedFolder.trimmed(path))
    let checked = try CheckedFolder(path)
    // Whoever makes the folder of the journals may remove what others write there.
    guard !checked.status.isShared || geteuid() == 0 else {
      throw StoreProblem(
        .notOurs, path, "“\(path)” là thư mục dùng chung: người quản trị tạo sổ (sudo lenduong init).",
        "“\(path)” is a shared folder: its administrator makes the register (sudo lenduong init).")
    }
    try refuseOthers(checked)
    do throws(SystemError) {
      try FolderMaker(folder: checked.folder, isShared: checked.status.isShared).clear()
    } catch {
      throw .unreadable(checked.path, error)
    }
    return checked
  }

  /// The data folder in which a path lies or would lie, links being followed; `nil` where it lies in none.
  public static func enclosing(_ path: String) -> String? {
    let given = real(path) ?? CheckedFolder.trimmed(path)
    var rest = given.hasPrefix("/") ? given : "./\(given)"
    while let slash = rest.lastIndex(of: "/") {
      rest = String(rest[..<slash])
      guard let above = real(rest.isEmpty ? "/" : rest) else { continue }
      if isOurs(above) { return above }
      if above == "/" { return nil }
      rest = above
    }
    return nil
  }

  /// Where a path leads; `nil` where it leads nowhere.
  static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func isOurs(_ path: String) -> Bool {
    do throws(SystemError) {
      let folder = try Descriptor.folder(path)
      guard try folder.status(of: journalName)?.isFolder == true,
        try folder.status(of: formatName)?.isFile == true
      else { return false }
      return try Descriptor.open(formatName, in: folder, O_RDONLY).read(from: 0, length: 2)
        .elementsEqual("{\"".utf8)
    } catch {
      return false
    }
  }

  /// Makes the folder and those above it that are missing, for this account alone.
  static func makeFolders(_ path: String) throws(StoreProblem) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      let parent = made.isEmpty ? "/" : made
      made += "/\(part)"
      guard mkdir(made, 0o700) == 0 else {
        guard errno == EEXIST || errno == EISDIR else { throw .unreadable(made, .last) }
        continue
      }
      guard chmod(made, 0o700) == 0 else { throw .unreadable(made, .last) }
      let fd = Glibc.open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard fd >= 0 else { throw .unreadable(parent, .last) }
      do throws(SystemError) {
        try Descriptor(owning: fd).sync()
      } catch {
        throw .unreadable(parent, error)
      }
    }
  }

  private static func refuseOthers(_ checked: CheckedFolder) throws(StoreProblem) {
    let names: [String]
    do throws(SystemError) { names = try checked.folder.names() } catch {
      throw .unreadable(checked.path, error)
    }
    let path = checked.path
    guard !names.contains(formatName) else {
      throw StoreProblem(
        .alreadyMade, path, "“\(path)” đã là thư mục dữ liệu.", "“\(path)” is a data folder already.")
    }
    guard !names.contains(restoredName) else {
      throw StoreProblem(
        .notEmpty, path, "“\(path)” còn lại từ một lần khôi phục bị ngắt; hãy xóa nó hoặc chọn thư mục khác.",
        "“\(path)” was left by a restoring that was interrupted; delete it, or choose another folder.")
    }
    guard names.isEmpty || FolderMaker(folder: checked.folder, isShared: false).isInterrupted(names) else {
      throw StoreProblem(
        .notEmpty, path, "Thư mục “\(path)” không trống; hãy chọn thư mục khác.",
        "The folder “\(path)” is not empty; choose another one.")
    }
  }
}

/// Writes the files of a new data folder.
struct FolderMaker {
  let folder: Descriptor
  let isShared: Bool

  /// Whether everything here was left by an attempt that was interrupted: nothing of anybody else's, and no lines.
  func isInterrupted(_ names: [String]) -> Bool {
    let ours: Set = [
      FolderMaker.newFormat, Format.planName, Format.placesFolder, DataFolder.journalName,
    ]
    guard names.contains(FolderMaker.newFormat), ours.isSuperset(of: names) else { return false }
    do throws(SystemError) {
      let begun = try Descriptor.open(FolderMaker.newFormat, in: folder, O_RDONLY).read(from: 0, length: 2)
      let places = try names.contains(Format.placesFolder) ? below(Format.placesFolder) : []
      let writers = try names.contains(DataFolder.journalName) ? below(DataFolder.journalName) : []
      return "{\"".utf8.starts(with: begun) && places.allSatisfy(Format.isPlaceName) && writers.isEmpty
    } catch {
      return false
    }
  }

  private func below(_ name: String) throws(SystemError) -> [String] {
    try Descriptor.folder(name, in: folder).names()
  }

  /// Removes what an interrupted attempt left; there are no lines among it.
  func clear() throws(SystemError) {
    let old = try folder.names()
    if old.contains(Format.placesFolder) {
      let places = try Descriptor.folder(Format.placesFolder, in: folder)
      for name in try places.names() {
        guard unlinkat(places.fd, name, 0) == 0 else { throw .last }
      }
    }
    for name in old {
      let isFolder = name == Format.placesFolder || name == DataFolder.journalName
      guard unlinkat(folder.fd, name, isFolder ? AT_REMOVEDIR : 0) == 0 else { throw .last }
    }
  }

  func write(places: [(name: String, bytes: [UInt8])]) throws(SystemError) {
    let mode: mode_t = isShared ? 0o2750 : 0o700
    let folder = try Descriptor.makeFolder(Format.placesFolder, in: folder, mode: mode).folder
    for place in places { try write(place.name, place.bytes, in: folder) }
    try folder.sync()
  }

  func write(_ name: String, _ bytes: [UInt8], in folder: Descriptor? = nil) throws(SystemError) {
    let file = try Descriptor.open(name, in: folder ?? self.folder, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    try file.setMode(isShared ? 0o640 : 0o600)
    try file.write(bytes)
    try file.sync()
  }

  /// What `format` is called until all the rest is there.
  private static let newFormat = "\(DataFolder.formatName).new"

  func begin(format bytes: [UInt8]) throws(SystemError) { try write(FolderMaker.newFormat, bytes) }

  /// Opens the journal to the others, where the folder is shared, and puts `format` in its place at last: from then on
  /// this is a data folder.
  func publish() throws(SystemError) {
    if isShared { try Descriptor.folder(DataFolder.journalName, in: folder).setMode(0o3770) }
    guard renameat(folder.fd, FolderMaker.newFormat, folder.fd, DataFolder.formatName) == 0 else {
      throw .last
    }
    try folder.sync()
  }

  /// Writes a file below the folder, making the folders on the way.
  func writeDeep(_ name: String, _ bytes: [UInt8]) throws(SystemError) {
    var within = folder
    let parts = name.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      let mode: mode_t = isShared ? 0o2750 : 0o700
      let (made, below) = try Descriptor.makeFolder(part, in: within, mode: mode)
      if made { try within.sync() }
      within = below
    }
    try write(parts[parts.count - 1], bytes, in: within)
    try within.sync()
  }

  /// Makes the folder of the journals, where nobody else can put anything until `publish`: a folder of theirs in the
  /// place of a writer's would let them remove what is written there.
  func makeJournal() throws(SystemError) {
    let mode: mode_t = isShared ? 0o3700 : 0o700
    try Descriptor.makeFolder(DataFolder.journalName, in: folder, mode: mode).folder.sync()
  }
}
