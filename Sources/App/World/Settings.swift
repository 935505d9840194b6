import Model

/// What this account has chosen for a data folder: its office and its role; never exchanged.
struct Settings {
  private let file: PrivateFile

  init(in folder: String) { file = PrivateFile(path: folder + "/settings.json") }

  func office(_ language: Language) -> Office? {
    guard let bytes = file.read(),
      case .success(let json) = Result(catching: { () throws(JSONError) in try JSON.parse(bytes) }),
      let unit = json["office"]?.text.flatMap({ Places.standard.unit(key: $0) })
    else { return nil }
    let role = json["role"]?.text.flatMap(Office.Role.init(rawValue:)) ?? .clerk
    return Office(unit: unit.id, name: unit.fullName(language), role: role)
  }

  func keep(_ office: Office) -> Bool {
    guard let unit = office.unit else { return false }
    let json: JSON = [
      "office": .string(Places.standard.key(of: unit)), "role": .string(office.role.rawValue),
    ]
    return file.write(json.bytes + [10])
  }
}
