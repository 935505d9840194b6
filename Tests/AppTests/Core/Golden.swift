import Foundation
import Testing

@testable import App

/// Compares a frame with `Golden/<name>.txt`; `RECORD=1 swift test` writes it anew.
func expectGolden(
  _ frame: Frame, _ name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectGolden(text: frame.text, name, file: file, sourceLocation: sourceLocation)
}

/// Compares a text with `Golden/<name>.txt`.
func expectGolden(
  text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let path = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD"] != nil {
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: path, atomically: true, encoding: .utf8)
  }
  let recorded = try? String(contentsOf: path, encoding: .utf8)
  #expect(
    text == recorded, "\(name): run with RECORD=1, then read the diff", sourceLocation: sourceLocation)
}

extension Frame {
  /// A frame drawn by one widget alone.
  static func drawn(_ width: Int, _ height: Int, _ glyphs: Glyphs = .unicode, _ draw: (inout Frame) -> Void)
    -> Frame
  {
    var frame = Frame(size: Size(width: width, height: height), glyphs: glyphs)
    draw(&frame)
    return frame
  }
}

/// Random numbers that a printed seed brings back.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
