/// One record as it came in, and where it stood.
public struct RecordInput: Sendable {
  /// Counted from 1: the line, or the place in an array.
  public let position: Int
  public let json: Result<JSON, JSONError>
}

extension RecordInput {
  /// Takes one object, an array, or JSON Lines apart.
  public static func read(_ bytes: [UInt8]) -> [RecordInput] {
    do throws(JSONError) {
      let whole = try JSON.parse(bytes)
      guard case .array(let elements) = whole else {
        return [RecordInput(position: 1, json: .success(whole))]
      }
      return elements.enumerated().map { RecordInput(position: $0.offset + 1, json: .success($0.element)) }
    } catch {
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      let filled = lines.enumerated().filter { !$0.element.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 } }
      let isLines = filled.count > 1 && filled.contains { (try? JSON.parse($0.element)) != nil }
      guard isLines else { return [RecordInput(position: error.line, json: .failure(error))] }
      return filled.map { offset, line in
        RecordInput(position: offset + 1, json: parse(line, at: offset + 1))
      }
    }
  }

  /// One line of several; what is wrong with it is said with its place in the whole.
  private static func parse(_ line: ArraySlice<UInt8>, at number: Int) -> Result<JSON, JSONError> {
    do throws(JSONError) { return .success(try JSON.parse(line)) } catch {
      return .failure(JSONError(kind: error.kind, line: number, column: error.column))
    }
  }
}
