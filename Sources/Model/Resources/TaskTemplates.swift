// swift-format-ignore-file
// Made by Scripts/embed.py from Data/plan-template-common-tasks.json. Change the data and run the script again.

extension TaskTemplate {
  /// Typical tasks of other plans under Directive 20-CT/TW; none is text of Plan 280.
  public static let all: [TaskTemplate] = [
    TaskTemplate(
      "C01", Words("Lãnh đạo, chỉ đạo", "Leadership"),
      Words("Ban hành kế hoạch của huyện, xã", "Issue the district or commune plan"),
      lead: ["UBND_HUYEN", "UBND_XA"], coordinating: ["SLDTBXH"]),
    TaskTemplate(
      "C02", Words("Lãnh đạo, chỉ đạo", "Leadership"),
      Words("Giao chỉ tiêu hằng năm cho từng địa phương", "Give each locality a yearly quota"),
      lead: ["UBND_TINH"], coordinating: ["SLDTBXH", "UBND_HUYEN"]),
    TaskTemplate(
      "C03", Words("Lãnh đạo, chỉ đạo", "Leadership"),
      Words("Thành lập, kiện toàn Ban Chỉ đạo cấp tỉnh, huyện, xã", "Set up steering committees"),
      lead: ["UBND_TINH", "UBND_HUYEN", "UBND_XA"], coordinating: ["SO_NGANH", "MTTQ", "DOAN_THE"]),
    TaskTemplate(
      "C04", Words("Tuyên truyền, tư vấn", "Information and advice"),
      Words("Tuyên truyền chính sách, thị trường, chi phí, rủi ro bằng nhiều hình thức", "Inform on policy, markets, costs and risks"),
      lead: ["SLDTBXH", "UBND_HUYEN"], coordinating: ["MTTQ", "DOAN_THE", "UBND_XA"]),
    TaskTemplate(
      "C05", Words("Tuyên truyền, tư vấn", "Information and advice"),
      Words("Tổ chức hội nghị tư vấn, phiên giao dịch việc làm, sàn việc làm", "Hold advice meetings and job fairs"),
      lead: ["TTDVVL"], coordinating: ["UBND_XA", "DN_DICH_VU"]),
    TaskTemplate(
      "C06", Words("Tuyên truyền, tư vấn", "Information and advice"),
      Words("Thông tin đầy đủ, chính xác về thị trường, doanh nghiệp đủ pháp lý để ngăn đi trái phép", "Exact information on markets and lawful enterprises, to prevent illegal departure"),
      lead: ["SLDTBXH"], coordinating: ["CONG_AN", "UBND_XA"]),
    TaskTemplate(
      "C07", Words("Cơ chế, chính sách, hỗ trợ", "Policy and support"),
      Words("Rà soát, hoàn thiện chính sách hỗ trợ của địa phương", "Review local support policy"),
      lead: ["SLDTBXH"], coordinating: ["SO_NGANH"]),
    TaskTemplate(
      "C08", Words("Cơ chế, chính sách, hỗ trợ", "Policy and support"),
      Words("Hỗ trợ chi phí đào tạo, thủ tục cho đối tượng ưu tiên", "Pay training and procedure costs of priority groups"),
      lead: ["SLDTBXH", "UBND_HUYEN"], coordinating: ["SO_NGANH"]),
    TaskTemplate(
      "C09", Words("Cơ chế, chính sách, hỗ trợ", "Policy and support"),
      Words("Cho vay vốn ưu đãi đi làm việc ở nước ngoài", "Give preferential loans"),
      lead: ["NHCSXH"], coordinating: ["UBND_XA", "DOAN_THE"]),
    TaskTemplate(
      "C10", Words("Chuẩn bị nguồn, đào tạo", "Preparing and training workers"),
      Words("Khảo sát nhu cầu, lập danh sách lao động có nhu cầu theo thôn, xã", "Survey demand, list interested workers by village"),
      lead: ["UBND_XA"], coordinating: ["DOAN_THE", "TTDVVL"]),
    TaskTemplate(
      "C11", Words("Chuẩn bị nguồn, đào tạo", "Preparing and training workers"),
      Words("Đào tạo nghề, ngoại ngữ trước khi đi", "Train skills and language"),
      lead: ["DN_DICH_VU", "TTDVVL"], coordinating: ["SLDTBXH"]),
    TaskTemplate(
      "C12", Words("Chuẩn bị nguồn, đào tạo", "Preparing and training workers"),
      Words("Giáo dục định hướng, cấp chứng nhận cho 100% lao động", "Orientation course and certificate for every worker"),
      lead: ["DN_DICH_VU"], coordinating: ["SLDTBXH"]),
    TaskTemplate(
      "C13", Words("Chuẩn bị nguồn, đào tạo", "Preparing and training workers"),
      Words("Giới thiệu doanh nghiệp uy tín, hỗ trợ tuyển chọn tại địa phương", "Introduce sound enterprises, help recruiting"),
      lead: ["SLDTBXH"], coordinating: ["UBND_HUYEN", "UBND_XA"]),
    TaskTemplate(
      "C14", Words("Chuẩn bị nguồn, đào tạo", "Preparing and training workers"),
      Words("Xác nhận sơ yếu lý lịch, hồ sơ cho người lao động", "Certify workers' CVs and files"),
      lead: ["UBND_XA"], coordinating: []),
    TaskTemplate(
      "C15", Words("Quản lý người lao động ở nước ngoài", "Managing workers abroad"),
      Words("Tiếp nhận đăng ký hợp đồng lao động trực tiếp giao kết", "Register directly concluded contracts"),
      lead: ["SLDTBXH"], coordinating: ["UBND_XA"]),
    TaskTemplate(
      "C16", Words("Quản lý người lao động ở nước ngoài", "Managing workers abroad"),
      Words("Nắm tình hình lao động đang ở nước ngoài, gia hạn, chuyển chủ", "Track workers abroad, extensions, changes"),
      lead: ["UBND_XA"], coordinating: ["DN_DICH_VU", "SLDTBXH"]),
    TaskTemplate(
      "C17", Words("Quản lý người lao động ở nước ngoài", "Managing workers abroad"),
      Words("Vận động gia đình, lao động hết hạn hợp đồng về nước đúng hạn", "Call workers at contract end to come home"),
      lead: ["UBND_XA", "UBND_HUYEN"], coordinating: ["MTTQ", "DOAN_THE", "CONG_AN"]),
    TaskTemplate(
      "C18", Words("Quản lý người lao động ở nước ngoài", "Managing workers abroad"),
      Words("Rà soát, lập danh sách cư trú bất hợp pháp", "List illegal stays"),
      lead: ["UBND_XA"], coordinating: ["CONG_AN", "SLDTBXH"]),
    TaskTemplate(
      "C19", Words("Quản lý người lao động ở nước ngoài", "Managing workers abroad"),
      Words("Bảo hộ, giải quyết rủi ro, Quỹ Hỗ trợ việc làm ngoài nước", "Protection, risks, the support fund"),
      lead: ["SLDTBXH"], coordinating: ["DN_DICH_VU", "UBND_XA"]),
    TaskTemplate(
      "C20", Words("Hỗ trợ sau khi về nước", "After return"),
      Words("Tư vấn, giới thiệu việc làm, khởi nghiệp cho lao động về nước", "Jobs and start-up help for returnees"),
      lead: ["TTDVVL"], coordinating: ["DN_DICH_VU", "UBND_XA"]),
    TaskTemplate(
      "C21", Words("Hỗ trợ sau khi về nước", "After return"),
      Words("Theo dõi hộ nghèo có người đi làm việc ở nước ngoài thoát nghèo", "Follow poor households until they escape poverty"),
      lead: ["UBND_XA"], coordinating: ["SLDTBXH"]),
    TaskTemplate(
      "C22", Words("Kiểm tra, xử lý vi phạm", "Inspection"),
      Words("Thanh tra, kiểm tra doanh nghiệp tuyển chọn tại địa bàn", "Inspect enterprises recruiting in the area"),
      lead: ["SLDTBXH"], coordinating: ["CONG_AN", "UBND_HUYEN"]),
    TaskTemplate(
      "C23", Words("Kiểm tra, xử lý vi phạm", "Inspection"),
      Words("Phòng ngừa, xử lý đưa người đi trái phép", "Prevent and handle illegal sending"),
      lead: ["CONG_AN"], coordinating: ["UBND_XA", "SLDTBXH"]),
    TaskTemplate(
      "C24", Words("Cơ sở dữ liệu, báo cáo", "Data and reports"),
      Words("Cập nhật cơ sở dữ liệu người lao động", "Keep the worker database"),
      lead: ["SLDTBXH"], coordinating: ["DN_DICH_VU", "UBND_XA"]),
    TaskTemplate(
      "C25", Words("Cơ sở dữ liệu, báo cáo", "Data and reports"),
      Words("Báo cáo năm về Bộ và đột xuất", "Yearly and ad hoc report to the Ministry"),
      lead: ["UBND_TINH"], coordinating: ["SLDTBXH"]),
    TaskTemplate(
      "C26", Words("Cơ sở dữ liệu, báo cáo", "Data and reports"),
      Words("Địa phương báo cáo định kỳ về Sở để tổng hợp", "Localities report to the Department"),
      lead: ["UBND_HUYEN", "UBND_XA"], coordinating: ["SLDTBXH"]),
    TaskTemplate(
      "C27", Words("Cơ sở dữ liệu, báo cáo", "Data and reports"),
      Words("Sơ kết, tổng kết, thi đua khen thưởng", "Mid-term and final reviews, rewards"),
      lead: ["SLDTBXH"], coordinating: ["UBND_HUYEN"]),
    TaskTemplate(
      "C28", Words("Tổ chức thực hiện, kinh phí", "Organisation and funding"),
      Words("Bố trí kinh phí thực hiện", "Provide the budget"),
      lead: ["UBND_TINH"], coordinating: ["SO_NGANH", "UBND_HUYEN"]),
    TaskTemplate(
      "C29", Words("Tổ chức thực hiện, kinh phí", "Organisation and funding"),
      Words("Mặt trận, đoàn thể vận động, giám sát", "Fatherland Front and mass organisations mobilise and watch"),
      lead: ["MTTQ", "DOAN_THE"], coordinating: ["UBND_XA"]),
    TaskTemplate(
      "C30", Words("Tổ chức thực hiện, kinh phí", "Organisation and funding"),
      Words("Doanh nghiệp cung cấp thông tin chính xác cho chính quyền nơi tuyển chọn", "Enterprises give the local authority exact information"),
      lead: ["DN_DICH_VU"], coordinating: ["SLDTBXH", "UBND_XA"]),
  ]
}
