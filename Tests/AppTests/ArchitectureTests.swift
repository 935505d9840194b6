import Foundation
import Model
import Testing

private let sources = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

private struct Source {
  let name: String
  let text: String
  /// The text without comments and strings.
  var code: String {
    text.replacing(#/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|//[^\n]*/#, with: " ")
  }
  /// Every word that begins with a capital; one before a dot is a word of its own.
  var names: [String] {
    code.matches(of: #/\b[A-Z]\w*\b/#.wordBoundaryKind(.simple)).map { String($0.output) }
  }
  /// The room at the top, such as `Store`.
  var folder: String { name.contains("/") ? String(name.split(separator: "/")[0]) : "" }
}

private func files(in folder: String) throws -> [Source] {
  let root = sources.appending(path: folder)
  return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    .sorted()
    .map { Source(name: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
}

private func imports(_ source: Source) -> [String] {
  source.text.split(separator: "\n").filter {
    $0.hasPrefix("import ") || $0.hasPrefix("@") && $0.contains("import ")
  }
  .compactMap { $0.split(separator: " ").last.map(String.init) }
}

@Test func onlyOneFileKnowsNcurses() throws {
  #expect(
    try files(in: "App").filter { imports($0).contains("CNcurses") }.map(\.name) == [
      "Terminal/NcursesTerminal.swift"
    ])
}

@Test func theModelKnowsNeitherScreensNorCLibraries() throws {
  let allowed: Set<String> = ["Glibc", "FoundationEssentials", "Swift", "Synchronization"]
  for source in try files(in: "Model") {
    #expect(Set(imports(source)).subtracting(allowed).isEmpty, "\(source.name): \(imports(source))")
  }
}

@Test func coreDrawingWidgetsAndScreensAreFreeOfTheOutside() throws {
  let pure = ["Core/", "Drawing/", "Widgets/", "Screens/"]
  let outside = ["getenv", "clock_gettime", "Timestamp.now", "open(O_", "fork(", "Process", "DispatchTime"]
  for source in try files(in: "App") where pure.contains(where: source.name.hasPrefix) {
    #expect(
      Set(imports(source)).subtracting(["Model", "Swift"]).isEmpty, "\(source.name): \(imports(source))")
    for word in outside { #expect(!source.code.contains(word), "\(source.name) reaches outside by \(word)") }
  }
}

@Test func coreHoldsValuesOnly() throws {
  for source in try files(in: "App") where source.name.hasPrefix("Core/") || source.name.hasPrefix("Screens/")
  {
    #expect(source.code.firstMatch(of: #/\bclass \w/#) == nil, "\(source.name) holds a class")
  }
}

@Test func nothingIsForcedOrLeftForLater() throws {
  for source in try files(in: "App") + files(in: "Model") {
    for word in ["try!", "as!", "fatalError(", "TODO", "FIXME"] {
      #expect(!source.code.contains(word), "\(source.name): \(word)")
    }
  }
}

@Test func everyCodeThatIsSaidStandsInTheCatalogue() throws {
  let known = Set(Rule.catalogue.map(\.code))
  for source in try files(in: "App") + files(in: "Model") {
    for match in source.text.matches(of: #/"([BWN]\d\d)"/#) {
      #expect(known.contains(String(match.1)), "\(source.name) says \(match.1)")
    }
  }
}

@Test func filesHoldOneIdea() throws {
  let generated = ["Resources/", "Plan/Status.swift"]
  for source in try files(in: "App") + files(in: "Model")
  where !generated.contains(where: source.name.hasPrefix) {
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(lines <= 300, "\(source.name) has \(lines) lines")
  }
}

/// The room that defines each type that stands by itself, where no other room defines one of the same name.
private func rooms(of sources: [Source]) -> [String: String] {
  var rooms: [String: Set<String>] = [:]
  var standing: Set<String> = []
  for source in sources {
    for match in source.code.matches(
      of:
        #/(?m)(^(?!private|fileprivate)(?:\w+ )*)?(?:struct|enum|class|protocol|actor|typealias)\s+([A-Z]\w*)/#
    ) {
      rooms[String(match.2), default: []].insert(source.folder)
      if match.1 != nil { standing.insert(String(match.2)) }
    }
  }
  return rooms.filter { standing.contains($0.key) && $0.value.count == 1 }.compactMapValues(\.first)
}

@Test func aNameBeforeADotIsSeen() {
  let source = Source(name: "A.swift", text: "let a = Alpha.beta(Gamma.Delta.x) // Omega")
  #expect(source.names == ["Alpha", "Gamma", "Delta"])
}

/// Which types each folder defines, which folders name them: nothing may go round in a circle.
@Test(arguments: ["App", "Model"])
func foldersLeanOnEachOtherWithoutCircles(target: String) throws {
  let all = try files(in: target)
  let rooms = rooms(of: all)
  var arrows: [String: [String: String]] = [:]
  for source in all {
    for name in source.names {
      guard let room = rooms[name], room != source.folder else { continue }
      arrows[source.folder, default: [:]][room] = "\(name) in \(source.name)"
    }
  }
  for start in arrows.keys.sorted() {
    var seen: Set<String> = []
    var waiting = Array(arrows[start, default: [:]].keys)
    while let folder = waiting.popLast() {
      guard seen.insert(folder).inserted else { continue }
      waiting += arrows[folder, default: [:]].keys
    }
    let met = arrows[start, default: [:]].filter { seen.contains($0.key) }
    #expect(!seen.contains(start), "\(target)/\(start) leans on what leans on it: \(met)")
  }
}

/// Each floor of the program uses only the floors below it.
@Test func floorsUseOnlyThoseBelow() throws {
  let floors = ["Drawing", "Core", "Widgets", "Screens", "Program", "Terminal", "World", "Commands"]
  let all = try files(in: "App")
  let rooms = rooms(of: all)
  for source in all {
    guard let floor = floors.firstIndex(of: source.folder) else { continue }
    for name in source.names {
      guard let other = rooms[name].flatMap(floors.firstIndex) else { continue }
      #expect(other <= floor, "\(source.name) uses \(name) of \(floors[other])")
    }
  }
}
