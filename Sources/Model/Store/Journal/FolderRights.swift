import Glibc

/// Whether nobody else can put their own files in place of ours.
struct FolderRights {
  let me: UInt32
  let groups: [UInt32]

  /// The running process's account and groups.
  static func current() -> FolderRights {
    var groups = [gid_t](repeating: 0, count: Int(max(getgroups(0, nil), 0)))
    let count = getgroups(Int32(groups.count), &groups)
    return FolderRights(me: geteuid(), groups: groups.prefix(Int(max(count, 0))) + [getegid()])
  }

  /// What speaks against keeping data in `folder`, which stands in `parent`; `nil` where nothing does.
  ///
  /// Accepted: own folders, and folders of root with set-group-id and sticky bit of a group that I am in. A
  /// folder that a group may write must be sticky; its parent must be where others may. Only a group of mine may write
  /// the parent without it, since many systems give each account a group of its own.
  func problem(of folder: FileStatus, in parent: FileStatus, path: String) -> StoreProblem? {
    let isShared = folder.owner == 0 && folder.isShared && groups.contains(folder.group)
    guard folder.owner == me || isShared else {
      return StoreProblem(
        .notOurs, path, "Thư mục “\(path)” thuộc tài khoản khác.",
        "The folder “\(path)” belongs to another account.")
    }
    let isClosed = folder.mode & (folder.isSticky ? 0o002 : 0o022) == 0
    guard isClosed else { return writable(path) }
    let othersWrite = parent.mode & 0o002 != 0 || (parent.mode & 0o020 != 0 && !groups.contains(parent.group))
    guard parent.isSticky || !othersWrite else { return writable("\(path)/..") }
    return nil
  }

  private func writable(_ path: String) -> StoreProblem {
    StoreProblem(
      .writableByOthers, path, "Người khác ghi được vào “\(path)”; hãy bỏ quyền ghi của họ (chmod go-w).",
      "Others may write to “\(path)”; take that right away from them (chmod go-w).")
  }
}
