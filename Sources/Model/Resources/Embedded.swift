// swift-format-ignore-file
// Made by Scripts/embed.py from Data/*.json. Change the data and run the script again.

/// Tells one version of the embedded places and code lists from another.
enum Embedded {
  static let fingerprint: UInt64 = 0x33117c4fb829d0b0
}
