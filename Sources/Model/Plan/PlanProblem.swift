/// Why a plan's file cannot be used, in a sentence.
public struct PlanProblem: Error, Hashable, Sendable {
  public let words: Words

  init(_ vi: String, _ en: String) { words = Words(vi, en) }
}

extension PlanProblem {
  init(_ error: DecodingError) {
    func place(_ path: [any CodingKey], _ key: (any CodingKey)? = nil) -> String {
      (path + (key.map { [$0] } ?? [])).map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(
        separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      let place = place(context.codingPath, key)
      self.init("Tệp kế hoạch thiếu “\(place)”", "The plan's file lacks “\(place)”")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let place = place(context.codingPath)
      self.init("“\(place)” trong tệp kế hoạch sai kiểu", "“\(place)” in the plan's file has the wrong type")
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      let place = place(context.codingPath)
      self.init(
        "“\(place)” trong tệp kế hoạch sai giá trị", "“\(place)” in the plan's file has a wrong value")
    default:
      self.init("Tệp kế hoạch không phải JSON", "The plan's file is not JSON")
    }
  }
}
