import Model

/// What this account has chosen for a data folder: its office, its role, how it types; never exchanged.
struct Settings {
  private let file: PrivateFile

  init(in folder: String) { file = PrivateFile(path: folder + "/settings.json") }

  func office(_ language: Language) -> Office? {
    guard let unit = stored("office").flatMap({ Places.standard.unit(key: $0) }) else { return nil }
    let role = stored("role").flatMap(Office.Role.init(rawValue:)) ?? .clerk
    return Office(unit: unit.id, name: unit.fullName(language), role: role)
  }

  /// The built-in input method, where one is on.
  var inputMethod: InputMethod? { stored("typing").flatMap(InputMethod.init(rawValue:)) }

  func keep(_ office: Office) -> Bool {
    guard let unit = office.unit else { return false }
    return write(Places.standard.key(of: unit), office.role.rawValue, stored("typing"))
  }

  func keep(_ method: InputMethod?) -> Bool { write(stored("office"), stored("role"), method?.rawValue) }

  private func stored(_ name: String) -> String? {
    guard let bytes = file.read(),
      case .success(let json) = Result(catching: { () throws(JSONError) in try JSON.parse(bytes) })
    else { return nil }
    return json[name]?.text
  }

  private func write(_ office: String?, _ role: String?, _ typing: String?) -> Bool {
    let kept = [("office", office), ("role", role), ("typing", typing)]
    let members = kept.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } }
    return file.write(JSON.object(members).bytes + [10])
  }
}
