// swift-format-ignore-file
// Made by Scripts/embed.py from Data/plan-280.json. Change the data and run the script again.

extension Plan {
  /// Plan 280/KH-UBND of Lào Cai.
  public static let standard = Plan(
    document: document, objectives: objectives, targets: targets, tasks: tasks, gaps: gaps,
    reportDueDay: usualReportDueDay)

  private static let document = Document(
    number: "280/KH-UBND",
    kind: Words("Kế hoạch", "Plan"),
    title: Words(
      "Kế hoạch thực hiện Chỉ thị số 20-CT/TW ngày 12/12/2022 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với công tác đưa người lao động Việt Nam đi làm việc ở nước ngoài trong tình hình mới",
      "Plan to implement Directive 20-CT/TW on Party leadership over sending Vietnamese workers abroad in the new situation"),
    issuedBy: Words("Ủy ban nhân dân tỉnh Lào Cai", "People's Committee of Lào Cai province"),
    place: "Lào Cai",
    issuedOn: Day(known: 19529),
    effectiveOn: Day(known: 19529),
    validUntil: nil,
    signedBy: "Giàng Thị Dung", signerTitle: nil, field: "Lao động - Tiền lương",
    basis: [
      Plan.Basis(number: "213-KH/TU", date: Day(known: 19513), by: "Ban Thường vụ Tỉnh ủy Lào Cai"),
      Plan.Basis(number: "20-CT/TW", date: Day(known: 19338), by: "Ban Bí thư Trung ương Đảng"),
    ])

  private static let objectives: [Objective] = [
    Plan.Objective(
      id: "I.1", clause: "I.1", kind: "purpose",
      title: Words("Mục đích", "Purpose"),
      points: [
        Plan.Point(
          id: "I.1.a",
          words: Words(
            "Tuyên truyền, quán triệt, triển khai thống nhất Chỉ thị 20 và Kế hoạch 213; chuyển biến nhận thức và hành động",
            "Spread and carry out Directive 20 and Plan 213 uniformly; change awareness and action")),
        Plan.Point(
          id: "I.1.b",
          words: Words(
            "Cụ thể hóa nhiệm vụ theo chức năng từng cơ quan; rõ lộ trình, tiến độ",
            "Turn tasks into each agency's duties with a clear timetable")),
        Plan.Point(
          id: "I.1.c",
          words: Words(
            "Xác định trách nhiệm, cơ chế phối hợp; nâng hiệu lực quản lý nhà nước",
            "Fix responsibilities and coordination; better state management")),
      ]),
    Plan.Objective(
      id: "I.2", clause: "I.2", kind: "requirement",
      title: Words("Yêu cầu", "Requirements"),
      points: [
        Plan.Point(
          id: "I.2.a",
          words: Words(
            "Nghiêm túc, kịp thời, sát thực tiễn; lồng ghép với phát triển kinh tế - xã hội của ngành, địa phương",
            "Serious, timely, fitted to local conditions; built into socio-economic plans")),
        Plan.Point(
          id: "I.2.b",
          words: Words(
            "Các cơ quan, địa phương chủ động, bám sát nhiệm vụ được giao, bảo đảm chất lượng, tiến độ",
            "Agencies and localities act on their own initiative; quality and schedule")),
        Plan.Point(
          id: "I.2.c",
          words: Words(
            "Phối hợp thống nhất giữa cơ quan nhà nước, tổ chức chính trị - xã hội và doanh nghiệp đưa lao động đi",
            "Coordination of state bodies, mass organisations and sending enterprises")),
      ]),
    Plan.Objective(
      id: "II.1", clause: "II.1", kind: "general-objective",
      title: Words("Mục tiêu chung", "General objectives"),
      points: [
        Plan.Point(
          id: "II.1.a",
          words: Words(
            "Góp phần tạo việc làm, tăng thu nhập, giảm nghèo bền vững; gắn với chất lượng đào tạo, nghề, ngoại ngữ, pháp luật; ưu tiên thị trường thu nhập cao, an toàn",
            "Jobs, income, lasting poverty reduction, tied to training, skills, language and law; priority to high-income, safe markets")),
        Plan.Point(
          id: "II.1.b",
          words: Words(
            "Không để xảy ra đi làm việc trái phép, vi phạm pháp luật nước sở tại, cư trú bất hợp pháp",
            "No illegal departures, no breach of host-country law, no illegal stay")),
        Plan.Point(
          id: "II.1.c",
          words: Words(
            "Tạo nguồn lao động có trình độ, ngoại ngữ, tác phong; phát huy khi về nước",
            "A skilled, language-able workforce that serves the province on return")),
      ]),
  ]

  private static let targets: [Target] = [
    Plan.Target(
      id: "T1", clause: "II.2, first dash", kind: "measurable",
      title: Words(
        "Số lao động đi làm việc ở nước ngoài theo hợp đồng mỗi năm",
        "Workers sent abroad under contract per year"),
      comparison: .about, value: 200, measure: .workersPerYear, period: "each year", wording: "phấn đấu, khoảng (strive for, about)"),
    Plan.Target(
      id: "T2", clause: "II.2, first dash", kind: "measurable",
      title: Words(
        "Tỷ lệ hộ nghèo ở huyện nghèo, xã đặc biệt khó khăn có người đi làm việc ở nước ngoài thoát nghèo",
        "Poor households of poor districts and extremely disadvantaged communes with a worker abroad that escape poverty"),
      comparison: .atLeast, value: 40, measure: .percent, period: nil, wording: nil),
    Plan.Target(
      id: "T3", clause: "II.2, second dash", kind: "measurable",
      title: Words(
        "Lao động được bồi dưỡng kiến thức cần thiết trước khi xuất cảnh",
        "Workers given the necessary knowledge before departure"),
      comparison: .equal, value: 100, measure: .percent, period: nil, wording: nil),
    Plan.Target(
      id: "T4a", clause: "II.1, second dash", kind: "zero-tolerance (general objective)",
      title: Words(
        "Không có người đi lao động ở nước ngoài trái phép",
        "No illegal departures"),
      comparison: .equal, value: 0, measure: .cases, period: "always", wording: nil),
    Plan.Target(
      id: "T4b", clause: "II.1, second dash", kind: "zero-tolerance (general objective)",
      title: Words(
        "Không có người lao động vi phạm pháp luật nước sở tại",
        "No breach of host-country law"),
      comparison: .equal, value: 0, measure: .cases, period: "always", wording: nil),
    Plan.Target(
      id: "T4c", clause: "II.1, second dash", kind: "zero-tolerance (general objective)",
      title: Words(
        "Không có người cư trú bất hợp pháp ở nước ngoài",
        "No illegal stay abroad"),
      comparison: .equal, value: 0, measure: .cases, period: "always", wording: nil),
  ]

  private static let tasks: [Task] = [
    Plan.Task(
      id: "III", clause: "III", parent: nil,
      title: Words(
        "Nhiệm vụ và giải pháp",
        "Tasks and solutions"),
      elements: [],
      lead: [], coordinating: [],
      leadText: nil,
      coordinatingText: nil,
      isInherited: false, deadline: nil,
      coverage: "partly", note: nil),
    Plan.Task(
      id: "III.1", clause: "III.1", parent: "III",
      title: Words(
        "Nâng cao vai trò chỉ đạo, điều hành của chính quyền các cấp",
        "Stronger direction by authorities at all levels"),
      elements: [],
      lead: ["SLDTBXH", "UBND_HUYEN"], coordinating: ["SO_NGANH", "MTTQ", "DOAN_THE"],
      leadText: "Sở Lao động - Thương binh và Xã hội; UBND các huyện, thị xã, thành phố",
      coordinatingText: "Các sở, ngành có liên quan; Mặt trận Tổ quốc Việt Nam tỉnh; các đoàn thể chính trị - xã hội",
      isInherited: false, deadline: nil,
      coverage: "full", note: "the lines on lead and coordinating units stand once, after 1.2; they are read here as covering the whole of III.1"),
    Plan.Task(
      id: "III.1.1", clause: "III.1, 1.1", parent: "III.1",
      title: Words(
        "Quán triệt chủ trương; rõ trách nhiệm người đứng đầu",
        "Spread the policy; make heads accountable"),
      elements: [
        Words(
          "Quán triệt quan điểm của Trung ương, tỉnh; chuyển biến nhận thức về tầm quan trọng của công tác",
          "Spread the guidelines; change awareness of the work's importance"),
        Words(
          "Xác định trách nhiệm người đứng đầu cấp ủy, chính quyền các cấp trên địa bàn",
          "Define the responsibility of heads of Party committees and authorities in their area"),
      ],
      lead: ["SLDTBXH", "UBND_HUYEN"], coordinating: ["SO_NGANH", "MTTQ", "DOAN_THE"],
      leadText: nil,
      coordinatingText: nil,
      isInherited: true, deadline: nil,
      coverage: "full", note: nil),
    Plan.Task(
      id: "III.1.2", clause: "III.1, 1.2", parent: "III.1",
      title: Words(
        "Gắn mục tiêu vào nhiệm vụ trọng tâm; lồng ghép kế hoạch phát triển",
        "Build the goals into core duties and development plans"),
      elements: [
        Words(
          "Gắn mục tiêu, nhiệm vụ với công việc trọng tâm, thường xuyên của cơ quan, địa phương",
          "Tie goals to each agency's core and routine work"),
        Words(
          "Lồng ghép với chương trình, kế hoạch phát triển kinh tế - xã hội của tỉnh",
          "Integrate with the province's socio-economic programmes"),
      ],
      lead: ["SLDTBXH", "UBND_HUYEN"], coordinating: ["SO_NGANH", "MTTQ", "DOAN_THE"],
      leadText: nil,
      coordinatingText: nil,
      isInherited: true, deadline: nil,
      coverage: "full", note: nil),
    Plan.Task(
      id: "III.2", clause: "III.2", parent: "III",
      title: Words(
        "Đẩy mạnh tuyên truyền, vận động, nâng cao nhận thức",
        "More information, mobilisation and awareness"),
      elements: [],
      lead: [], coordinating: [],
      leadText: nil,
      coordinatingText: nil,
      isInherited: false, deadline: nil,
      coverage: "heading and 2.1 only", note: "not in the seed"),
    Plan.Task(
      id: "III.2.1", clause: "III.2, 2.1", parent: "III.2",
      title: Words(
        "Phổ biến chủ trương, chính sách bằng nhiều hình thức, theo từng đối tượng",
        "Spread policy and law in many forms, fitted to each audience"),
      elements: [
        Words(
          "Trọng tâm là Chỉ thị 20-CT/TW và Kế hoạch 213-KH/TU",
          "Focus on Directive 20-CT/TW and Plan 213-KH/TU"),
        Words(
          "Coi đưa lao động đi nước ngoài là nhiệm vụ quan trọng, giải pháp việc làm và giảm nghèo",
          "Treat sending workers abroad as an important task for jobs and poverty reduction"),
      ],
      lead: [], coordinating: [],
      leadText: nil,
      coordinatingText: nil,
      isInherited: false, deadline: nil,
      coverage: "full", note: "not in the seed"),
  ]

  private static let gaps: [Gap] = [
    Plan.Gap(clause: "III.2, 2.2 onward", status: "not in the seed", note: nil),
    Plan.Gap(clause: "III.3 and any further group of tasks", status: "not in the seed", note: "the number of groups in section III is unknown"),
    Plan.Gap(clause: "IV", status: "not in the seed", note: "its heading is unknown too"),
    Plan.Gap(clause: "V", status: "not in the seed", note: "whether it exists is unknown"),
    Plan.Gap(clause: "lead and coordinating units of III.2", status: "not in the seed", note: nil),
    Plan.Gap(clause: "deadlines, reporting duties, funding", status: "not in the seed: no deadline, report or budget is stated in the part we have", note: nil),
    Plan.Gap(clause: "annexes (allocation of targets)", status: "not in the seed", note: nil),
  ]
}
