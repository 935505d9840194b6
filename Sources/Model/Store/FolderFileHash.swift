extension FolderFile {
  /// The first 128 bits of its SHA-256, as `format` names it.
  var hash: LineHash? {
    var words: [UInt64] = [0, 0]
    for (index, digit) in sha256.utf8.prefix(32).enumerated() {
      let value = digit &- 48 < 10 ? digit - 48 : digit &- 97 < 6 ? digit - 87 : 0
      words[index / 16] = words[index / 16] << 4 | UInt64(value)
    }
    return LineHash(high: words[0], low: words[1])
  }
}
