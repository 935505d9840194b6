/// What a check of the whole folder found.
public struct VerifyReport: Hashable, Sendable {
  /// One thing that is wrong, or worth saying, and where.
  public struct Finding: Hashable, Sendable {
    /// Within the data folder.
    public let file: String
    /// Counted from 1; `nil` where the whole file is meant.
    public let line: Int?
    public let kind: JournalFault

    public init(file: String, line: Int? = nil, kind: JournalFault) {
      self.file = file
      self.line = line
      self.kind = kind
    }

    /// One sentence for people, with the place.
    public var message: Words {
      guard let line else { return Words("\(file): \(kind.words.vi)", "\(file): \(kind.words.en)") }
      return Words("\(file), dòng \(line): \(kind.words.vi)", "\(file), line \(line): \(kind.words.en)")
    }
  }

  public internal(set) var segments = 0
  /// Lines that are complete, sound or not.
  public internal(set) var lines = 0
  public internal(set) var problems: [Finding] = []

  /// Whether there is nothing but notices: nothing that was acknowledged is missing or changed.
  public var isSound: Bool { problems.allSatisfy(\.kind.isNotice) }

  /// The form of `verify --json`.
  public func json(_ language: Language) -> JSON {
    let problems = problems.map { problem -> JSON in
      [
        "file": .string(problem.file), "line": problem.line.map { .integer($0) } ?? .null,
        "kind": .string(problem.kind.rawValue), "message": .string(problem.message[language]),
      ]
    }
    return [
      "schema": 1, "segments": .integer(segments), "lines": .integer(lines), "problems": .array(problems),
    ]
  }
}
