import Model

/// Why there is no terminal to work on.
enum TerminalProblem: Error, CaseIterable, Sendable {
  case notATerminal, noUnicode, unknownTerminal, noCursor

  var words: Words {
    switch self {
    case .notATerminal:
      Words(
        "Chương trình cần một cửa sổ dòng lệnh: bàn phím hoặc màn hình đang được chuyển hướng.",
        "The program needs a terminal: its keyboard or its screen is redirected.")
    case .noUnicode:
      Words(
        "Máy này chưa có bảng mã UTF-8. Hãy cài locale C.UTF-8 hoặc vi_VN.UTF-8.",
        "This computer has no UTF-8 locale. Please install C.UTF-8 or vi_VN.UTF-8.")
    case .unknownTerminal:
      Words(
        "Máy này không có mô tả về cửa sổ dòng lệnh nào. Hãy cài gói ncurses-base.",
        "This computer describes no terminal. Please install the package ncurses-base.")
    case .noCursor:
      Words(
        "Cửa sổ dòng lệnh này không vẽ được màn hình. Hãy dùng một cửa sổ khác, hoặc đặt lại biến TERM.",
        "This terminal cannot draw a screen. Please use another one, or set TERM.")
    }
  }
}
