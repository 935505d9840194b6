/// A word typed key by key by Telex or VNI, as it is to be shown.
///
/// It is a function of the keys of this one word, so every key may come at any place where it makes sense.
/// A key that sets what is set takes it back and is written. What can be no syllable stays as typed, so names
/// of firms and foreign words survive; only đ is written in abbreviations such as QĐ and HĐND.
public struct SyllableComposer {
  /// No syllable needs more keys; longer words are let alone.
  public static let longest = 20

  private let method: InputMethod
  private var letters: [SyllableLetter] = []
  private var tone: UInt8 = 0
  /// What was typed, but for the đ of an abbreviation.
  private var plain = String.UnicodeScalarView()
  /// Whether a mark was taken back: then what stands is meant.
  private var isReleased = false
  private var spelling: SyllableSpelling?

  /// Takes the keys of one word; letters that bear their marks already are taken as they are.
  public init(_ keys: String, by method: InputMethod) {
    self.method = method
    spelling = SyllableSpelling([])
    for key in keys.unicodeScalars { press(key) }
  }

  /// The word as it stands while it is typed.
  public var text: String { spelling == nil && !isReleased ? String(plain) : written }

  /// The word once it is finished: the keys themselves where they make no syllable.
  public var finished: String {
    if isReleased { return written }
    guard spelling?.isWhole ?? false, SyllableSpelling.allows(tone: tone, on: letters) || !isMarked else {
      return String(plain)
    }
    return written
  }

  private var isMarked: Bool { tone > 0 || letters.contains { $0.mark != nil } }

  private var written: String {
    let place = spelling?.tonePlace(in: letters) ?? letters.firstIndex(where: \.isVowel)
    var scalars = String.UnicodeScalarView()
    for index in letters.indices { scalars.append(letters[index].written(tone: index == place ? tone : 0)) }
    return String(scalars)
  }

  // MARK: Keys

  private mutating func press(_ key: Unicode.Scalar) {
    let isTaken: Bool
    switch method.meaning(of: key) {
    case .stroke: isTaken = stroke(key)
    case .tone(let tone)?: isTaken = set(tone: tone, key)
    case .mark(let mark, let bases)?:
      isTaken = spelling != nil && (mark == .hook && hookPair(key, bases) || set(mark, on: bases, key))
    case nil: isTaken = false
    }
    if isTaken { return }
    plain.append(key)
    if spelling != nil, method.standsForLetter(key),
      accept(letters + [SyllableLetter("ư", isUpper: key == "W", key: key)])
    {
      return
    }
    append(key)
  }

  private mutating func append(_ key: Unicode.Scalar) {
    let (letter, tone) = SyllableLetter.read(key)
    if tone > 0 { self.tone = tone }
    letters.append(letter)
    spelling = SyllableSpelling(letters)
    // One hook is enough for both letters of ươ when another follows.
    if let pair = pair, pair + 2 < letters.count,
      (letters[pair].mark == nil) != (letters[pair + 1].mark == nil),
      letters[pair + 1].mark != .circumflex
    {
      var both = letters
      both[pair] = both[pair].marked(.hook)
      both[pair + 1] = both[pair + 1].marked(.hook)
      _ = accept(both)
    }
  }

  /// Takes other letters if they can be a syllable.
  private mutating func accept(_ others: [SyllableLetter]) -> Bool {
    guard let read = SyllableSpelling(others) else { return false }
    (letters, spelling) = (others, read)
    return true
  }

  /// Takes a mark back and writes the key.
  private mutating func release(_ others: [SyllableLetter], _ key: Unicode.Scalar, writes: Bool = true) {
    letters = others
    isReleased = true
    plain.append(key)
    if writes { append(key) } else { spelling = SyllableSpelling(letters) }
  }

  private mutating func set(tone wanted: UInt8, _ key: Unicode.Scalar) -> Bool {
    guard spelling != nil, letters.contains(where: \.isVowel) else { return false }
    if wanted == 0, tone == 0 { return false }
    if wanted == tone {
      tone = 0
      release(letters, key)
    } else {
      tone = wanted
      plain.append(key)
    }
    return true
  }

  /// Sets a mark on the last letter that can have it.
  private mutating func set(_ mark: SyllableLetter.Mark, on bases: String, _ key: Unicode.Scalar) -> Bool {
    for index in letters.indices.reversed() where bases.unicodeScalars.contains(letters[index].base) {
      var others = letters
      if letters[index].mark == mark {
        if let wrote = letters[index].key {
          others[index] = SyllableLetter.read(wrote).letter
          release(others, key, writes: false)
        } else {
          others[index] = letters[index].marked(nil)
          release(others, key)
        }
        return true
      }
      others[index] = letters[index].marked(mark)
      if accept(others) {
        plain.append(key)
        return true
      }
      // ươ becomes uô as one.
      if index > 0, letters[index - 1].letter == "ư" {
        others[index - 1] = letters[index - 1].marked(nil)
        if accept(others) {
          plain.append(key)
          return true
        }
      }
    }
    return false
  }

  /// Where u and o stand side by side in the rime.
  private var pair: Int? {
    letters.indices.dropLast().last { index in
      letters[index].base == "u" && letters[index + 1].base == "o"
        && (index == 0 || letters[index - 1].letter != "q")
    }
  }

  /// Sets or takes back the hooks of ươ, or that of uơ at the end.
  private mutating func hookPair(_ key: Unicode.Scalar, _ bases: String) -> Bool {
    guard let pair, bases.contains("o"), letters[pair].key == nil else { return false }
    let isOpen = pair + 2 == letters.count
    var others = letters
    if letters[pair + 1].mark == .hook, isOpen || letters[pair].mark == .hook {
      others[pair] = letters[pair].marked(nil)
      others[pair + 1] = letters[pair + 1].marked(nil)
      release(others, key)
      return true
    }
    others[pair + 1] = letters[pair + 1].marked(.hook)
    if !isOpen { others[pair] = letters[pair].marked(.hook) }
    guard accept(others) else { return false }
    plain.append(key)
    return true
  }

  /// Sets or takes back the stroke of the first letter, or of one beside the key in an abbreviation.
  private mutating func stroke(_ key: Unicode.Scalar) -> Bool {
    guard let last = letters.last else { return false }
    let isBeside = last.base == "d" && !(letters.dropLast().last?.isVowel ?? false)
    let index = isBeside ? letters.count - 1 : 0
    guard isBeside || (spelling != nil && letters[0].base == "d") else { return false }
    var others = letters
    if letters[index].mark == .stroke {
      others[index] = letters[index].marked(nil)
      if isBeside { restore(others[index]) }
      release(others, key)
      return true
    }
    others[index] = letters[index].marked(.stroke)
    letters = others
    spelling = SyllableSpelling(letters)
    if isBeside { restore(others[index]) } else { plain.append(key) }
    return true
  }

  /// Writes the last letter of what was typed anew.
  private mutating func restore(_ letter: SyllableLetter) {
    _ = plain.popLast()
    plain.append(letter.written(tone: 0))
  }
}
