import Foundation

/// Reads the project's data files in tests.
enum DataFile {
  /// The project's folder.
  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: project.appending(path: "Data/" + name))
  }

  static func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try JSONDecoder().decode(type, from: bytes(name))
  }
}

/// The units' files as far as the tests compare them.
struct UnitFile: Decodable {
  struct Entry: Decodable {
    let code: String
    let name: String
    let fullName: String
    let districtCode: String?
    let poorDistrict: Bool?
    let inPoorDistrict: Bool?
    let especiallyDisadvantaged: Bool?
    let aliases: [String]?
    let endedOn: String?
    let endedInto: String?
    let fromOldProvinceCode: String?
  }

  let province: Entry
  let districts: [Entry]?
  let communes: [Entry]
}

struct MoveFile: Decodable {
  struct Move: Decodable {
    let oldCode: String
    let newCode: String
    let effective: String
  }

  let effective: String
  let mapping: [Move]
}
