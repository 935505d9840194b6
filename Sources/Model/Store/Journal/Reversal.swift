/// That a line takes back an earlier line of its writer, or brings back what such a line took.
///
/// Shown, and what a writer's own steps are worked out from; the fold does not obey it.
public struct Reversal: Hashable, Sendable {
  /// The name is the key in the line.
  public enum Kind: String, CaseIterable, Sendable { case undo, redo }

  public let kind: Kind
  /// What is taken back: of a redo, the line of the undo.
  public let line: LineID

  public init(_ kind: Kind, _ line: LineID) { (self.kind, self.line) = (kind, line) }

  /// What a line says; `nil` where it says neither, or says it in a way that this version does not know.
  init?(_ json: JSON) {
    for kind in Kind.allCases {
      guard let line = json[kind.rawValue]?.text.flatMap({ LineID($0) }) else { continue }
      self.init(kind, line)
      return
    }
    return nil
  }
}
