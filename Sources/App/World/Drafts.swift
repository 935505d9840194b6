import Model

/// The drafts of this account: one file each, named by chance so that the name tells nothing.
struct Drafts {
  let folder: String

  func all() -> [DraftRecord] {
    FolderNames.all(folder).filter { $0.hasSuffix(".json") }.compactMap { read(String($0.dropLast(5))) }
      .sorted { $0.id < $1.id }
  }

  private func file(_ id: String) -> PrivateFile { PrivateFile(path: "\(folder)/\(id).json") }

  private func read(_ id: String) -> DraftRecord? {
    guard let bytes = file(id).read(),
      case .success(let json) = Result(catching: { () throws(JSONError) in try JSON.parse(bytes) }),
      let kind = json["kind"]?.text, let focus = json["focus"]?.text
    else { return nil }
    func texts(_ key: String) -> [String: String] {
      var texts: [String: String] = [:]
      for member in json[key]?.members ?? [] { texts[member.key] = member.value.text }
      return texts
    }
    return DraftRecord(id: id, kind: kind, scope: texts("scope"), texts: texts("texts"), focus: focus)
  }

  func keep(_ draft: DraftRecord) -> Bool {
    func object(_ texts: [String: String]) -> JSON {
      .object(texts.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
    }
    let json: JSON = [
      "kind": .string(draft.kind), "focus": .string(draft.focus), "scope": object(draft.scope),
      "texts": object(draft.texts),
    ]
    return file(draft.id).write(json.bytes + [10])
  }

  func drop(_ id: String) { file(id).remove() }
}
