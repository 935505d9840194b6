/// One contract abroad of one person, through its whole life (lượt xuất cảnh).
public enum Departure {
  public static let worker = Field("worker", of: .departure, .link(.worker), "Người lao động", "Worker")
  public static let household = Field("household", of: .departure, .link(.household), "Hộ", "Household")
  public static let commune = Field("commune", of: .departure, .unit, "Xã", "Commune")
  public static let village = Field("village", of: .departure, .text(max: 60), "Thôn, bản", "Village")
  /// Country or territory of work, ISO 3166-1 alpha-2.
  public static let market = Field("market", of: .departure, .code(.markets), "Thị trường", "Market")
  /// The form of going abroad (Luật 69/2020/QH14, Điều 5 and Điều 54).
  public static let contractForm = Field(
    "contractForm", of: .departure, .code(.contractForms), "Hình thức HĐ", "Contract form")
  public static let programme = Field(
    "programme", of: .departure, .code(.programmes), "Chương trình", "Programme")
  public static let sector = Field("sector", of: .departure, .code(.sectors), "Ngành nghề", "Sector")
  public static let occupation = Field(
    "occupation", of: .departure, .text(max: 60), "Công việc", "Occupation")
  public static let enterprise = Field(
    "enterprise", of: .departure, .text(max: 80), "Đơn vị đưa đi", "Sending body")
  /// Length of the labour contract in months.
  public static let contractMonths = Field(
    "contractMonths", of: .departure, .integer(1...120), "Số tháng HĐ", "Months")
  /// The day on which the orientation course was completed (Luật 69/2020/QH14, Điều 65).
  public static let orientationDate = Field(
    "orientationDate", of: .departure, .day, "Ngày bồi dưỡng", "Orientation")
  public static let orientationCertificate = Field(
    "orientationCertificate", of: .departure, .text(max: 30), "Số chứng chỉ", "Certificate")
  public static let plannedOn = Field(
    "plannedOn", of: .departure, .day, "Dự kiến đi", "Planned on")
  /// The day on which the worker left Việt Nam; T1 counts it.
  public static let departedOn = Field(
    "departedOn", of: .departure, .day, "Ngày xuất cảnh", "Departed on")
  public static let batch = Field("batch", of: .departure, .text(max: 30), "Lô", "Batch")
  public static let deleted = Field("deleted", of: .departure, .flag, "Đã xóa", "Deleted")

  public static let fields = [
    worker, household, commune, village, market, contractForm, programme, sector, occupation, enterprise,
    contractMonths, orientationDate, orientationCertificate, plannedOn, departedOn, batch, deleted,
  ]
}
