/// What the file `format` says of a data folder; it is written once.
public struct Format: Hashable, Sendable {
  /// The newest version of a data folder that this program opens.
  public static let newest = 1

  /// From 1; erasing a person begins the next one.
  public let epoch: Int
  /// The writer whose lines may grant rights to others.
  public let root: WriterID
  public let made: String
  /// The plan and the places by file name within the folder, each with the hash of its bytes.
  public let data: [Item]
  /// The hash of the list of lines that stand for others, from the second epoch on.
  public let erased: LineHash?
  /// The folder's name among this account's private folders: 80 bits of the hash of the file `format`.
  ///
  /// The file holds a random writer id and never changes, so that it tells folders apart, and moving or
  /// renaming the folder does not part it from its drafts. A folder that was restored from a backup counts with
  /// its file `restored`: it has writers, drafts and a cache of its own, even beside the folder it was made from.
  public let identity: LineID

  public struct Item: Hashable, Sendable {
    public let name: String
    public let hash: LineHash
  }

  /// The hash of the plan.
  public var plan: LineHash? { data.first { $0.name == Format.planName }?.hash }

  static let planName = "plan.json"
  static let placesFolder = "places"

  /// The bytes of a new file `format`.
  static func bytes(
    root: WriterID, made: Timestamp, plan: [UInt8], places: [(name: String, bytes: [UInt8])]
  ) -> [UInt8] {
    let hashes = places.map { JSON.Member($0.name, .string(LineHash(of: $0.bytes).description)) }
    let json: JSON = [
      "format": .integer(newest), "epoch": 1, "plan": .string(LineHash(of: plan).description),
      "root": .string(root.description), "made": .string(made.description), "places": .object(hashes),
    ]
    return json.bytes + [0x0A]
  }

  /// The bytes of the file of the next epoch of this folder.
  func next(epoch: Int, made: Timestamp, erased: LineHash) -> [UInt8] {
    let places = data.filter { $0.name != Format.planName }.map {
      JSON.Member(String($0.name.dropFirst(Format.placesFolder.count + 1)), .string($0.hash.description))
    }
    let json: JSON = [
      "format": .integer(Format.newest), "epoch": .integer(epoch),
      "plan": .string(plan?.description ?? ""), "root": .string(root.description),
      "made": .string(made.description), "erased": .string(erased.description), "places": .object(places),
    ]
    return json.bytes + [0x0A]
  }

  /// The files whose bytes this one names by a hash.
  var files: [Item] { data + (erased.map { [Item(name: ReplacedLines.fileName, hash: $0)] } ?? []) }

  /// Reads the file; `path` is where it lies, `restored` the bytes of the mark of a restored folder.
  init(_ bytes: [UInt8], restored: [UInt8] = [], path: String) throws(StoreProblem) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(bytes)
    } catch {
      throw .damagedFormat(path)
    }
    guard let version = json["format"]?.whole, version >= 1 else { throw .damagedFormat(path) }
    guard version <= Format.newest else {
      throw StoreProblem(
        .newerFormat, path, "“\(path)” do bản phần mềm mới hơn tạo (dạng \(version)); cần bản mới.",
        "“\(path)” was made by a newer version (format \(version)); please update.")
    }
    guard let epoch = json["epoch"]?.whole, epoch >= 1, let made = json["made"]?.text,
      let root = json["root"]?.text.flatMap({ WriterID($0) }),
      let plan = json["plan"]?.text.flatMap({ LineHash($0) }), let places = json["places"]?.members
    else { throw .damagedFormat(path) }
    var data = [Item(name: Format.planName, hash: plan)]
    for place in places {
      guard Format.isPlaceName(place.key), let hash = place.value.text.flatMap({ LineHash($0) }) else {
        throw .damagedFormat(path)
      }
      data.append(Item(name: "\(Format.placesFolder)/\(place.key)", hash: hash))
    }
    self.epoch = epoch
    self.root = root
    self.made = made
    self.data = data
    erased = json["erased"]?.text.flatMap { LineHash($0) }
    let hash = LineHash(of: bytes + restored)
    identity = LineID(high: UInt16(hash.high >> 48), low: hash.high << 16 | hash.low >> 48)
  }

  /// Lower-case ASCII ending in `.json`, so that the name means the same on every system.
  static func isPlaceName(_ name: String) -> Bool {
    name.utf8.count <= 64 && name.hasSuffix(".json") && !name.hasPrefix(".")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x2D, 0x2E: true
        default: false
        }
      }
  }
}
