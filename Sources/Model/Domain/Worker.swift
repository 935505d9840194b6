/// A person who registers for, goes to, or returns from work abroad (người lao động).
public enum Worker {
  public static let fullName = Field("fullName", of: .worker, .text(max: 80), "Họ và tên", "Full name")
  /// 12 digits (Luật Căn cước 26/2023/QH15); an ordinary field, not the key.
  public static let citizenId = Field("citizenId", of: .worker, .text(max: 12), "Số định danh", "Citizen id")
  public static let birthDate = Field("birthDate", of: .worker, .day, "Ngày sinh", "Birth date")
  public static let sex = Field("sex", of: .worker, .code(.sexes), "Giới tính", "Sex")
  public static let ethnicGroup = Field(
    "ethnicGroup", of: .worker, .code(.ethnicGroups), "Dân tộc", "Ethnic group")
  public static let phone = Field("phone", of: .worker, .text(max: 20), "Điện thoại", "Phone")
  public static let passport = Field("passport", of: .worker, .text(max: 12), "Số hộ chiếu", "Passport")
  /// The worker this record is an alias of, once two records were found to be one person.
  public static let into = Field("into", of: .worker, .link(.worker), "Gộp vào", "Merged into")
  public static let deleted = Field("deleted", of: .worker, .flag, "Đã xóa", "Deleted")

  public static let fields = [
    fullName, citizenId, birthDate, sex, ethnicGroup, phone, passport, into, deleted,
  ]
}
