import Testing

@testable import Model

@Suite("Names in order")
struct NameIndexTests {
  /// A register of workers with few different syllables, so that many names are alike.
  private func book(_ chance: inout Seeded, count: Int) -> Book {
    var book = Book()
    let syllables = (0..<6).map { _ in Syllables.syllable(&chance) }
    for number in 0..<count { book.save([naming(number, syllables, &chance)]) }
    return book
  }

  private func naming(_ number: Int, _ syllables: [String], _ chance: inout Seeded) -> Edit {
    let most = number % 5 == 0 ? 9 : 4
    let words = (0..<Int.random(in: 0...most, using: &chance)).map { _ in
      number % 7 == 0 ? odd(syllables, &chance) : syllables.randomElement(using: &chance) ?? ""
    }
    return Edit("worker/w\(number)", [(Worker.fullName.key, .text(words.joined(separator: " ")))])
  }

  /// What stands in names now and then: capitals, double names, signs, other scripts, marks of their own.
  private func odd(_ syllables: [String], _ chance: inout Seeded) -> String {
    let syllable = syllables.randomElement(using: &chance) ?? ""
    let forms = [
      syllable.uppercased(), "\(syllable)-\(syllables.last ?? "")", "–", "\u{4E02}\(syllable)", "e\u{309}",
      "\u{301}",
      "H'\(syllable)", "\t\(syllable)", "",
    ]
    return forms.randomElement(using: &chance) ?? ""
  }

  private func name(_ register: Register, _ worker: Int) -> String {
    register.text(Worker.fullName, ofPerson: worker) ?? ""
  }

  private func plainOrder(_ workers: [Int], _ register: Register) -> [Int] {
    workers.indices.sorted { one, other in
      let (left, right) = (
        VietnameseOrder.nameKey(name(register, workers[one])),
        VietnameseOrder.nameKey(name(register, workers[other]))
      )
      return left == right ? one > other : left.lexicographicallyPrecedes(right)
    }
  }

  private func agrees(_ names: NameIndex, _ register: Register, _ chance: inout Seeded) -> Bool {
    let all = 0..<register.count(.worker)
    let workers = all.filter { _ in Bool.random(using: &chance) } + [-1]
    guard names.order(workers, register, isBefore: >) == plainOrder(workers, register) else { return false }
    for _ in 0..<12 {
      let text = Syllables.syllable(&chance).foldedUTF8.prefix(Int.random(in: 1...3, using: &chance))
      let sample = name(register, Int.random(in: all, using: &chance)).foldedUTF8
      for wanted in [Array(text), Array(sample.dropFirst().prefix(4))] where !wanted.isEmpty {
        let found = all.filter { name(register, $0).foldedUTF8.contains(wanted) }
        let sought = SoughtText(folded: wanted)
        guard names.workers(containing: sought, limit: 1000) == found,
          names.workers(containing: sought, limit: 2) == Array(found.prefix(2)),
          all.allSatisfy({ names.contains(sought, worker: $0) == found.contains($0) })
        else { return false }
      }
    }
    return true
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func theyAreWhatReadingEachNameGives(seed: UInt64) {
    var chance = Seeded(seed)
    let register = book(&chance, count: 60).register
    #expect(agrees(NameIndex(register), register, &chance), "seed \(seed)")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func changedAndLaterNamesStandWhereTheyBelong(seed: UInt64) throws {
    var chance = Seeded(seed)
    let book = book(&chance, count: 40)
    let scratch = try ScratchFolder()
    var census = Census(book.register, today: book.today)
    census.take(NameIndex(book.register), readAt: book.register.lineCount)
    var later = book
    for number in [3, 7, 41, 42, 7] {
      later.save([naming(number, ["Mẫu", "An", "Ánh", "Bình"], &chance)])
      if let line = later.lines.last { census.fold([line]) }
    }
    let followed = try #require(census.names)
    #expect(agrees(followed, census.register, &chance), "seed \(seed)")
    let cache = FoldCache(in: scratch.path)
    cache.write(census.register, []) { census.pack(into: $0) }
    var kept = try #require(cache.read())
    var figures = kept.figures
    let again = try #require(Census(&figures, kept.register, today: book.today, plan: .standard))
    #expect(agrees(try #require(again.names), again.register, &chance), "seed \(seed)")
    kept = try #require(cache.read())
    #expect(kept.register == census.register)
  }

  @Test func aLongListIsInTheSameOrder() {
    var chance = Seeded(9)
    let register = book(&chance, count: 30).register
    let workers = (0..<6000).map { _ in Int.random(in: 0..<30, using: &chance) }
    #expect(
      NameIndex(register).order(workers, register, isBefore: >) == plainOrder(workers, register))
  }

  @Test func namesReadFromAnOlderRegisterAreNotTaken() {
    var chance = Seeded(1)
    let book = book(&chance, count: 3)
    var census = Census(book.register, today: book.today)
    census.take(NameIndex(book.register), readAt: book.register.lineCount - 1)
    #expect(census.names == nil)
  }

  @Test func manyStandAsTheyWereMadeUntilTheirNamesAreRead() throws {
    var chance = Seeded(280)
    var book = Book()
    let unit = try #require(Places.standard.unit(code: "02728", catalogue: .y2023)).id
    for number in 0...4_000 {
      book.save([
        naming(number, ["Mẫu", "An", "Ánh", "Bình"], &chance),
        Edit(
          "departure/d\(number)",
          [
            (Departure.worker.key, .text("worker/w\(number)")),
            (Departure.commune.key, .text(Places.standard.key(of: unit))),
          ]),
      ])
    }
    var census = Census(book.register, today: book.today)
    func list(isHurried: Bool) -> [Int] {
      PeopleQuery(census, Scope(unit), year: 2024).list(.all, isHurried: isHurried)
    }
    let (made, ordered) = (list(isHurried: true), list(isHurried: false))
    #expect(made == Array(0...4_000) && ordered != made && ordered.sorted() == made)
    expectSameHunts(census, made)
    census.take(NameIndex(book.register), readAt: book.register.lineCount)
    #expect(list(isHurried: true) == ordered)
    expectSameHunts(census, made)
  }

  /// One look through all names finds whom looking at each finds.
  private func expectSameHunts(_ census: Census, _ departures: [Int]) {
    for text in ["an", "Ánh b", "mau mau", "x", "", "\u{301}", "9"] {
      let each = departures.filter { census.isNamed($0, containing: SoughtText(text)) }
      for few in [0, 10, .max] {
        var hunt = NameHunt(text, census, few: few)
        #expect(departures.filter { hunt.finds($0) } == each, "\(text), \(few)")
      }
    }
  }

  @Test func namesThatCameSinceAreReadWhenTheFoldIsKeptAnew() throws {
    let scratch = try ScratchFolder()
    let cache = FoldCache(in: scratch.path)
    var chance = Seeded(77)
    let book = book(&chance, count: 300)
    var census = Census(Register(), today: book.today)
    for lines in [[], Array(book.lines.prefix(20)), Array(book.lines.dropFirst(20))] {
      census.fold(lines)
      let whole = census
      cache.write(census.register, []) { whole.pack(into: $0) }
      let kept = try #require(cache.read())
      var figures = kept.figures
      census = try #require(Census(&figures, kept.register, today: book.today, plan: .standard))
      let names = try #require(census.names)
      #expect(!names.hasManyChanged)
      if census.register.count(.worker) > 0 { #expect(agrees(names, census.register, &chance)) }
    }
    #expect(census.register.count(.worker) == 300)
  }
}
