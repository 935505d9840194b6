import Foundation
import Testing

@testable import Model

@Suite struct PlanTests {
  @Test func theEmbeddedPlanIsTheOneOfTheData() throws {
    let bytes = try DataFile.bytes("plan-280.json")
    #expect(try Plan.read(json: bytes) == Plan.standard)
  }

  @Test func thePlanOfANewFolderIsTheEmbeddedPlan() throws {
    #expect(try Plan.read(json: FolderFile.plan.bytes) == Plan.standard)
  }

  @Test func thePlanSaysWhatItAimsAt() throws {
    let plan = Plan.standard
    #expect(plan.document.number == "280/KH-UBND")
    #expect(plan.document.issuedOn.text == "21/06/2023")
    #expect(plan.firstYear == 2023)
    #expect(plan.reportDueDay == 10)
    #expect(plan.targets.map(\.id) == ["T1", "T2", "T3", "T4a", "T4b", "T4c"])
    #expect(plan.targets.map(\.value) == [200, 40, 100, 0, 0, 0])
    let first = try #require(plan.target("T1"))
    #expect(first.comparison == .about && first.measure == .workersPerYear)
    #expect(plan.target("T2")?.comparison == .atLeast)
  }

  @Test func theClausesFormATree() {
    let plan = Plan.standard
    #expect(plan.children(of: nil).map(\.id) == ["III"])
    #expect(plan.children(of: "III").map(\.id) == ["III.1", "III.2"])
    #expect(plan.children(of: "III.1").map(\.id) == ["III.1.1", "III.1.2"])
    #expect(plan.task("III.1.1")?.lead == ["SLDTBXH", "UBND_HUYEN"])
    #expect(plan.task("III.1.1")?.isInherited == true)
    #expect(plan.task("III.2")?.lead == [])
  }

  @Test(arguments: [
    (#"{"title""#, "Tệp kế hoạch không phải JSON"),
    ("", "Tệp kế hoạch không phải JSON"),
    ("{}", "Tệp kế hoạch thiếu “document”"),
  ])
  func aFileThatIsNoPlanIsRefusedInASentence(text: String, vi: String) {
    #expect { try Plan.read(json: text.utf8) } throws: { ($0 as? PlanProblem)?.words.vi == vi }
  }

  @Test(arguments: [
    (#""value": 200"#, #""value": "many""#, "“targets.[0].value” trong tệp kế hoạch sai kiểu"),
    (#""value": 200"#, #""value": -1"#, "Chỉ tiêu không được âm"),
    (
      #""operator": "about""#, #""operator": "perhaps""#,
      "“targets.[0].operator” trong tệp kế hoạch sai giá trị"
    ),
    (
      #""issuedOn": "2023-06-21""#, #""issuedOn": "2023-02-30""#,
      "“2023-02-30” không phải ngày dạng 2023-06-21"
    ),
    (#""id": "T4c""#, #""id": "T1""#, "Mã T1 được dùng hai lần"),
    (#""parent": "III.2""#, #""parent": "IX""#, "Nhiệm vụ III.2.1: mục cha IX không có hoặc đứng sau"),
    (#""MTTQ""#, #""NOBODY""#, "Nhiệm vụ III.1: không có cơ quan NOBODY trong danh mục"),
    (#""titleEn": "Tasks and solutions","#, "", "Tệp kế hoạch thiếu “tasks.[0].titleEn”"),
  ])
  func aWrongValueIsNamed(old: String, new: String, vi: String) throws {
    let text = String(decoding: try DataFile.bytes("plan-280.json"), as: UTF8.self)
    let wrong = text.replacing(old, with: new, maxReplacements: 1)
    #expect(wrong != text)
    #expect { try Plan.read(json: wrong.utf8) } throws: { ($0 as? PlanProblem)?.words.vi == vi }
  }

  @Test func anotherDueDayIsRead() throws {
    let text = String(decoding: try DataFile.bytes("plan-280.json"), as: UTF8.self)
    let other = text.replacing("{", with: #"{"reportDueDay": 5,"#, maxReplacements: 1)
    #expect(try Plan.read(json: other.utf8).reportDueDay == 5)
  }
}
