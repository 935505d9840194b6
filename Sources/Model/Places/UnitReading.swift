extension Unit {
  /// The units of the embedded table.
  static func all() -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(UnitTable.count)
    var names = UnitTable.names
    names.withUTF8 { names in
      var start = 0
      for catalogue in Catalogue.allCases {
        for index in UnitTable.starts[catalogue.order]..<UnitTable.starts[catalogue.order + 1] {
          var end = start
          while end < names.count, names[end] != UInt8(ascii: ";") { end += 1 }
          let name = String(decoding: names[min(start, names.count)..<end], as: UTF8.self)
          units.append(Unit(index, catalogue, name: name))
          start = end + 1
        }
      }
    }
    return units
  }

  private init(_ index: Int, _ catalogue: Catalogue, name: String) {
    let kind = Kind(rawValue: UnitTable.kinds[index]) ?? .commune
    let marks = UnitTable.marks[index]
    let parent = UnitTable.parents[index]
    id = UnitID(known: UInt16(index))
    code = kind.level.code(UnitTable.codes[index])
    self.catalogue = catalogue
    self.kind = kind
    self.name = name
    self.parent = parent == UnitTable.none ? nil : UnitID(known: parent)
    poorDistrict = Self.mark(marks % 3)
    especiallyDisadvantaged = Self.mark(marks / 3 % 3)
    isOfPlan = marks < 9
    validFrom = Day(rawValue: UnitTable.firstDays[index])
    validUntil = Day(rawValue: UnitTable.lastDays[index])
  }

  private static func mark(_ digit: UInt8) -> Bool? { digit == 0 ? nil : digit == 2 }
}

extension Unit.Level {
  /// The digits of a code of this level.
  var codeLength: Int {
    switch self {
    case .province: 2
    case .district: 3
    case .commune: 5
    }
  }

  /// A code of this level with its leading zeros.
  func code(_ number: UInt16) -> String {
    let length = codeLength
    return String(unsafeUninitializedCapacity: length) { bytes in
      var rest = number
      for place in (0..<length).reversed() {
        bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      return length
    }
  }
}
