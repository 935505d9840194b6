extension CodeList {
  /// The indices of the entries that a few unmarked letters find, the best first.
  ///
  /// An entry is found by its name in the language, its code and its other names. Better fits come first, then pinned
  /// entries, then the rank, then the order of the list. Without a query all entries are in that order.
  public func find(_ query: String, _ language: Language) -> [Int] {
    let query = SearchQuery(query)
    let found: [(index: Int, fit: UInt8)] = codes.indices.compactMap { index in
      if query.isEmpty { return (index, 0) }
      let code = codes[index]
      let names = [code.words[language], code.code] + code.aliases
      return names.compactMap { SearchName($0).fit(query) }.min().map { (index, $0.rawValue) }
    }
    return found.sorted { one, other in
      if one.fit != other.fit { return one.fit < other.fit }
      let (first, second) = (codes[one.index], codes[other.index])
      if first.isPinned != second.isPinned { return first.isPinned }
      let ranks = (first.rank ?? .max, second.rank ?? .max)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : one.index < other.index
    }.map(\.index)
  }
}
