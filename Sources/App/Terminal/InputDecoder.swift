/// Turns the bytes of a keyboard into events.
///
/// It keeps its state from read to read, so it does not matter how the bytes were cut; a sequence that it
/// does not know is swallowed whole and never typed into a form.
struct InputDecoder: Sendable {
  private enum State: Equatable {
    case ground
    /// After `ESC`: a key by itself, Alt, or the head of a sequence.
    case escape
    /// After `ESC` and the first byte of a letter.
    case altLetter
    /// After `ESC [`.
    case control
    /// After `ESC [ [`, the Linux console's function keys.
    case console
    /// After `ESC O`.
    case keypad
    /// Inside a reply (OSC, DCS, APC, PM, SOS), with its head and whether `ESC` came last.
    case reply(head: UInt8, isEscaped: Bool)
    /// Inside the old mouse form, with the bytes that are still to come.
    case mouse(missing: Int)
    /// Inside a paste, with how much of its end has come.
    case paste(matched: Int)
  }

  /// The most bytes of one paste that are kept.
  static let largestPaste = 1 << 20

  private static let pasteEnd: [UInt8] = [27, 91, 50, 48, 49, 126]  // ESC [ 2 0 1 ~
  /// What begins a sequence after `ESC`: CSI, SS3, OSC, DCS, SOS, PM, APC.
  private static let heads: [UInt8] = [91, 79, 93, 80, 88, 94, 95]
  /// No sequence has more parameters than this; longer ones are swallowed.
  private static let longestSequence = 64

  private var state = State.ground
  private var letters = LetterReader()
  private var held: [UInt8] = []
  private var heldCount = 0
  private var events: [TerminalEvent] = []

  /// How many bytes were no part of any letter, or too many for a paste.
  private(set) var dropped = 0

  /// How long to wait for the rest, in milliseconds, before `flush`; `nil` when nothing has to be decided.
  ///
  /// A lone Esc is known by the silence after it; sequences and pastes that stop half-way get longer, as
  /// slow lines may cut them.
  var patience: Int? {
    switch state {
    case .ground, .altLetter: nil
    case .escape: 50
    case .control, .console, .keypad, .mouse, .reply: 500
    case .paste: 10_000
    }
  }

  /// Takes what was read.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    for byte in bytes { take(byte) }
    return taken()
  }

  /// Decides what is open, because nothing came for as long as `patience` says.
  mutating func flush() -> [TerminalEvent] {
    switch state {
    case .ground, .altLetter: return []
    case .escape: emit(.escape)
    case .control where heldCount == 0: emit(.alt("["))
    case .keypad where heldCount == 0: emit(.alt("O"))
    case .reply(let head, false) where heldCount == 0: emit(.alt(Character(Unicode.Scalar(head))))
    case .paste: finishPaste()
    default: break
    }
    enter(.ground)
    return taken()
  }

  private mutating func taken() -> [TerminalEvent] {
    defer { events.removeAll(keepingCapacity: true) }
    return events
  }

  private mutating func emit(_ key: Key) { events.append(.key(key)) }

  private mutating func enter(_ next: State) {
    state = next
    held.removeAll(keepingCapacity: true)
    heldCount = 0
  }

  private mutating func hold(_ byte: UInt8, most: Int) {
    heldCount += 1
    if held.count < most { held.append(byte) }
  }

  // MARK: States

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeLetter(byte, isAlt: false)
    case .altLetter: takeLetter(byte, isAlt: true)
    case .escape: takeAfterEscape(byte)
    case .control: takeControl(byte)
    case .keypad: takeKeypad(byte)
    case .paste(let matched): takePaste(byte, matched)
    case .reply(let head, let isEscaped): takeReply(byte, head, isEscaped)
    case .console:
      enter(.ground)
      if (65...69).contains(byte) { emit(.function(Int(byte) - 64)) }
      if byte < 32 || byte > 126 { take(byte) }
    case .mouse(let missing): enter(missing > 1 ? .mouse(missing: missing - 1) : .ground)
    }
  }

  private mutating func takeLetter(_ byte: UInt8, isAlt: Bool) {
    switch letters.read(byte) {
    case .more: return
    case .invalid: dropped += 1
    case .again:
      dropped += 1
      state = .ground
      return take(byte)
    case .letter(let scalar) where (0x80..<0xA0).contains(scalar.value):
      // The eight-bit spelling of an escape and a capital.
      let head = UInt8(scalar.value - 0x40)
      enter(.ground)
      return Self.heads.contains(head) ? takeAfterEscape(head) : ()
    case .letter(let scalar) where scalar.isASCII: takeASCII(byte)
    case .letter(let scalar): emit(isAlt ? .alt(Character(scalar)) : .character(Character(scalar)))
    }
    if state == .altLetter { state = .ground }
  }

  private mutating func takeASCII(_ byte: UInt8) {
    switch byte {
    case 8, 127: emit(.backspace)
    case 9: emit(.tab)
    case 10, 13: emit(.enter)
    case 27: enter(.escape)
    case 0..<32: emit(.control(Character(Unicode.Scalar(byte + 64))))
    default: emit(.character(Character(Unicode.Scalar(byte))))
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): enter(.control)
    case UInt8(ascii: "O"): enter(.keypad)
    case _ where Self.heads.contains(byte):
      enter(.reply(head: byte, isEscaped: false))
    case 27: emit(.escape)
    case 0x80...:
      enter(.altLetter)
      takeLetter(byte, isAlt: true)
    default:
      enter(.ground)
      switch byte {
      case 8, 127: emit(.alt("\u{8}"))
      case 10, 13: emit(.alt("\r"))
      case 0..<32: break
      default: emit(.alt(Character(Unicode.Scalar(byte))))
      }
    }
  }

  private mutating func takeControl(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "[") where heldCount == 0: enter(.console)
    case UInt8(ascii: "M") where heldCount == 0: enter(.mouse(missing: 3))
    case UInt8(ascii: "$") where isOneNumber: finishControl(byte)
    case 0x20...0x3F: hold(byte, most: Self.longestSequence)
    case 0x40...0x7E: finishControl(byte)
    default:
      enter(.ground)
      take(byte)
    }
  }

  /// Whether what is held is the number of a key, which rxvt ends with `$` under Shift.
  private var isOneNumber: Bool { heldCount > 0 && held.allSatisfy { (48...57).contains($0) } }

  private mutating func finishControl(_ byte: UInt8) {
    let sequence = KeySequence(parameters: held, final: byte)
    let isWhole = heldCount == held.count
    let isPaste = byte == UInt8(ascii: "~") && held == [50, 48, 48]
    enter(isPaste ? .paste(matched: 0) : .ground)
    if isWhole, let event = sequence.controlEvent() { events.append(event) }
  }

  private mutating func takeKeypad(_ byte: UInt8) {
    switch byte {
    case 0x30...0x3B: hold(byte, most: Self.longestSequence)
    case 0x20...0x7E:
      let event = KeySequence(parameters: held, final: byte).keypadEvent()
      enter(.ground)
      if let event { events.append(event) }
    default:
      enter(.ground)
      take(byte)
    }
  }

  /// A reply ends with `ESC \`, or with a bell.
  private mutating func takeReply(_ byte: UInt8, _ head: UInt8, _ isEscaped: Bool) {
    if isEscaped {
      enter(byte == UInt8(ascii: "\\") ? .ground : .escape)
      if state == .escape { takeAfterEscape(byte) }
    } else if byte == 7 || byte == 24 || byte == 26 {
      enter(.ground)
    } else {
      heldCount += 1
      state = .reply(head: head, isEscaped: byte == 27)
    }
  }

  // MARK: Paste

  private mutating func takePaste(_ byte: UInt8, _ matched: Int) {
    if byte == Self.pasteEnd[matched] {
      if matched + 1 == Self.pasteEnd.count { return finishPaste() }
      state = .paste(matched: matched + 1)
    } else if matched > 0 {
      // What looked like the end is text; its first byte stands nowhere else in it.
      for byte in Self.pasteEnd[..<matched] { hold(byte, most: Self.largestPaste) }
      state = .paste(matched: 0)
      takePaste(byte, 0)
    } else {
      hold(byte, most: Self.largestPaste)
    }
  }

  private mutating func finishPaste() {
    let (scalars, lost) = LetterReader.letters(of: held)
    dropped += lost + heldCount - held.count
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r", "\n": text.append("\n")
      case "\t": text.append("\t")
      case _ where scalar.value < 32 || scalar.value == 127: break
      default: text.append(scalar)
      }
      previous = scalar
    }
    enter(.ground)
    events.append(.paste(String(text)))
  }
}
