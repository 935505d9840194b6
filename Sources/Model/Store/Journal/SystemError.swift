import Glibc

/// A system call that failed, by its `errno`.
struct SystemError: Error, Hashable, Sendable {
  let code: Int32

  /// The call that failed just now.
  static var last: SystemError { SystemError(code: errno) }

  /// A write that took only a part of the bytes.
  static let short = SystemError(code: 0)

  /// The cause in the middle of a sentence.
  var words: Words {
    switch code {
    case 0: Words("chỉ ghi được một phần", "only a part could be written")
    case ENOSPC: Words("đĩa đã đầy", "the disk is full")
    case EDQUOT: Words("đã hết hạn mức đĩa", "the disk quota is used up")
    case EFBIG: Words("tệp quá lớn", "the file is too large")
    case EIO: Words("đĩa bị lỗi", "the disk reports an error")
    case EROFS: Words("đĩa chỉ cho đọc", "the disk is read-only")
    case EACCES, EPERM: Words("không có quyền", "permission is missing")
    case ENOENT: Words("không tìm thấy", "it does not exist")
    case EEXIST: Words("đã có sẵn", "it exists already")
    case ENOTDIR:
      Words("một phần của đường dẫn không phải là thư mục", "a part of its path is no folder")
    case EISDIR: Words("là thư mục", "it is a folder")
    case ESPIPE: Words("không phải là tệp trên đĩa", "it is no file on a disk")
    case ENAMETOOLONG: Words("tên quá dài", "the name is too long")
    case ELOOP: Words("là liên kết tượng trưng", "it is a symbolic link")
    case EMFILE, ENFILE: Words("mở quá nhiều tệp", "too many files are open")
    default: Words("lỗi hệ thống \(code)", "system error \(code)")
    }
  }
}
