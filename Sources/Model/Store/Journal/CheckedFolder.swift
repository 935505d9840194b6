import Glibc

/// A folder that was opened and may hold our data.
struct CheckedFolder {
  /// Without a slash at its end.
  let path: String
  let folder: Descriptor
  let status: FileStatus
  let rights: FolderRights
  /// On a medium that nobody can write, it does not matter whose the folder is.
  let isReadOnlyMedium: Bool

  init(_ given: String) throws(StoreProblem) {
    path = CheckedFolder.trimmed(given)
    rights = .current()
    folder = try CheckedFolder.open(path)
    let parent: FileStatus
    do throws(SystemError) {
      status = try folder.status()
      let above = openat(folder.fd, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK)
      if above >= 0 {
        parent = try Descriptor(owning: above).status()
      } else {
        guard let found = try folder.status(of: "..") else { throw SystemError(code: ENOENT) }
        parent = found
      }
    } catch {
      throw .unreadable(path, error)
    }
    try FileSystem.refuseNetwork(status.device, path)
    var medium = statvfs()
    isReadOnlyMedium = fstatvfs(folder.fd, &medium) == 0 && medium.f_flag & UInt(ST_RDONLY) != 0
    if !isReadOnlyMedium, let problem = rights.problem(of: status, in: parent, path: path) { throw problem }
  }

  static func trimmed(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func open(_ path: String) throws(StoreProblem) -> Descriptor {
    guard !path.isEmpty else {
      throw StoreProblem(.missing, path, "Tên thư mục để trống.", "The name of the folder is empty.")
    }
    var raw = stat()
    guard lstat(path, &raw) == 0 else {
      guard errno == ENOENT else { throw .unreadable(path, .last) }
      throw StoreProblem(
        .missing, path, "Không có thư mục “\(path)”; hãy chạy “lenduong init” trước.",
        "There is no folder “\(path)”; run “lenduong init” first.")
    }
    let status = FileStatus(raw)
    guard !status.isLink else {
      throw StoreProblem(
        .symlink, path, "“\(path)” là liên kết tượng trưng; hãy dùng đường dẫn thật của thư mục.",
        "“\(path)” is a symbolic link; use the folder's real path.")
    }
    guard status.isFolder else {
      throw StoreProblem(
        .notAFolder, path, "“\(path)” không phải là thư mục.", "“\(path)” is not a folder.")
    }
    do throws(SystemError) {
      return try Descriptor.folder(path)
    } catch {
      throw .unreadable(path, error)
    }
  }
}
