import Model

extension Status {
  /// The status in the few words that a column of a list has room for.
  var shortWords: Words {
    switch self {
    case .interested: Words("có nhu cầu", "interested")
    case .registered: Words("đăng ký", "registered")
    case .selected: Words("trúng tuyển", "selected")
    case .training: Words("đào tạo", "in training")
    case .orientationDone: Words("xong b.dưỡng", "oriented")
    case .contractSigned: Words("đã ký HĐ", "signed")
    case .contractRegistered: Words("đã đ.ký HĐ", "confirmed")
    case .visaPending: Words("làm visa", "visa pending")
    case .visaGranted: Words("chờ bay", "to depart")
    case .withdrawn: Words("không đi", "withdrawn")
    case .rejected: Words("trượt", "rejected")
    case .abroad: Words("ở nước ngoài", "abroad")
    case .extended: Words("gia hạn", "extended")
    case .changedEmployer: Words("đổi chủ", "new employer")
    case .leftContract: Words("! bỏ HĐ", "! absconded")
    case .overstay: Words("! ở lại", "! overstay")
    case .illegalDeparture: Words("! trái phép", "! illegal")
    case .returnedOnTime: Words("về đúng hạn", "returned")
    case .returnedEarly: Words("về sớm", "back early")
    case .returnedLate: Words("về muộn", "back late")
    case .deported: Words("! trục xuất", "! deported")
    case .deceased: Words("đã chết", "died")
    case .missing: Words("mất tích", "missing")
    case .liquidated: Words("thanh lý", "liquidated")
    }
  }
}
