import Model

extension Form {
  /// Takes one input; what the screen must know comes back, in the order in which it happened.
  mutating func update(_ input: Input, area: Rect? = nil) -> [FormEvent] {
    guard !fields.isEmpty else { return [] }
    if isSwallowed(input) { return [] }
    switch input {
    case .text(let typed): return type(typed)
    case .command(let command): return handle(command)
    case .click(let point):
      guard let area, let index = field(at: point, in: area), index != focus else { return [] }
      let events = leave(accepting: false)
      go(to: index)
      return events
    case .authors, .paper, .tick, .work, .resumed, .reloaded, .saved, .failed, .newer: return []
    }
  }

  /// Whether it is the Enter or Tab of habit after a code that has moved on by itself to a field that is to be typed; what
  /// follows is taken.
  private mutating func isSwallowed(_ input: Input) -> Bool {
    switch input {
    case .authors, .paper, .tick, .work, .resumed, .reloaded, .saved, .failed, .newer: return false
    case .text, .command, .click:
      defer { hasJustAdvanced = false }
      return hasJustAdvanced && cells[focus].isEmpty
        && (input == .command(.nextField) || input == .command(.enterField))
    }
  }

  private mutating func type(_ typed: Typed) -> [FormEvent] {
    let (field, cell) = (fields[focus], cells[focus])
    if isOneOfMany, cell.isEmpty || cell.isComplete,
      let command = field.quickCommand(typed.text, isEmpty: cell.isEmpty)
    {
      return handle(command)
    }
    if let digit = choice(typed), offered.indices.contains(digit - 1) {
      let text = offered[digit - 1]
      changeFocused { $0.type(text) }
      return [.edited(focusID)] + leave(accepting: false) + advance(passingCarried: true)
    }
    let id = focusID
    let isFirstVisit = !cell.wasFilled
    switch changeFocused({ $0.insert(typed) }) {
    case .refused:
      let told: FormEvent = cells[focus].longest.map { .refused(Form.noLonger($0)) } ?? .beep
      return cells[focus] == cell ? [told] : [.edited(id), told]
    case .chosen: return [.edited(id)] + leave(accepting: false) + advance(passingCarried: true)
    case .typed:
      guard isFirstVisit, isReady(focus) else { return [.edited(id)] }
      hasJustAdvanced = true
      return [.edited(id)] + leave(accepting: false) + advance(passingCarried: true)
    }
  }

  private static func noLonger(_ limit: Int) -> Words {
    Words(
      "Ô này tối đa \(limit) ký tự: phần thừa không nhận",
      "At most \(limit) characters: the rest is not taken")
  }

  /// Whether a field holds a complete code that is in order.
  private func isReady(_ index: Int) -> Bool {
    guard case .code(let code) = cells[index].editor, code.isComplete else { return false }
    return problem(at: index) == nil
  }

  private mutating func handle(_ command: Command) -> [FormEvent] {
    switch command {
    case .nextField, .enterField: return leave(accepting: true) + advance(passingCarried: true)
    case .previousField: return leave(accepting: false) + goBack(passingCarried: true)
    case .save: return leave(accepting: true) + [.save]
    case .saveAndNext: return leave(accepting: true) + [.saveAndNext]
    case .repeatField: return repeatField()
    case .repeatRest: return repeatRest()
    case .skipGroup: return leave(accepting: true) + skipGroup()
    case .right, .lineEnd:
      guard let suggestion else { break }
      changeFocused { $0.type(suggestion) }
      return [.edited(focusID)]
    default: break
    }
    let (id, old) = (focusID, cells[focus].draft)
    if changeFocused({ $0.handle(command) }) { return cells[focus].draft == old ? [] : [.edited(id)] }
    switch command {
    case .down: return leave(accepting: true) + advance(passingCarried: false)
    case .up: return leave(accepting: false) + goBack(passingCarried: false)
    case .cancel: return [.cancel]
    default: return [.other(command)]
    }
  }

  /// Goes to the next field; past the last one it only says how to save.
  private mutating func advance(passingCarried: Bool) -> [FormEvent] {
    guard let next = fields.indices.first(where: { $0 > focus && !(passingCarried && cells[$0].isCarried) })
    else {
      arriveAtEnd()
      return []
    }
    go(to: next)
    return []
  }

  private mutating func goBack(passingCarried: Bool) -> [FormEvent] {
    let before = fields.indices.last { $0 < focus && !(passingCarried && cells[$0].isCarried) }
    go(to: before ?? focus)
    return []
  }

  private mutating func repeatField() -> [FormEvent] {
    let id = focusID
    if fields[focus].isPersonal {
      let words = Form.notRepeated([fields[focus]])
      guard let suggestion else { return [.refused(words)] }
      return [.refused(Words("\(words.vi) → nhận \(suggestion)", "\(words.en) → takes \(suggestion)"))]
    }
    guard let value = previous[id], value != .none else { return [.beep] }
    set(id, value)
    return [.edited(id)] + leave(accepting: false) + advance(passingCarried: true)
  }

  /// Fills every empty field from here on as it was in the record before, and goes to the first one that tells
  /// one person from all others.
  private mutating func repeatRest() -> [FormEvent] {
    // One stays in a field that is still to be typed, as if one had just come to it.
    let isStaying = fields[focus].isPersonal && cells[focus].isEmpty
    var events = isStaying ? [] : leave(accepting: true)
    var isFilled = false
    var personal: [Int] = []
    for index in fields.indices where index >= focus && cells[index].isEmpty && !fields[index].isRepeatedAlone
    {
      guard let value = previous[fields[index].id], value != .none else { continue }
      if fields[index].isPersonal {
        personal.append(index)
        continue
      }
      set(fields[index].id, value)
      events += [.edited(fields[index].id), .left(fields[index].id)]
      isFilled = true
    }
    if let first = personal.first {
      go(to: first)
      return events + [.refused(Form.notRepeated(personal.map { fields[$0] }))]
    }
    guard isFilled else { return events + [.beep] }
    let empty = fields.indices.first { $0 >= focus && cells[$0].isEmpty && fields[$0].isRequired }
    go(to: empty ?? fields.count - 1)
    if empty == nil { arriveAtEnd() }
    return events
  }

  /// Why fields stay as they are.
  private static func notRepeated(_ fields: [FormField]) -> Words {
    guard let first = fields.first?.label else { return Words("", "") }
    let more = fields.count - 1
    return more == 0
      ? Words(
        "“\(first.vi)” là của riêng từng người, không lặp lại.",
        "“\(first.en)” is one person's own and is not repeated.")
      : Words(
        "“\(first.vi)” và \(more) ô nữa là của riêng từng người, không lặp lại.",
        "“\(first.en)” and \(more) more are one person's own and are not repeated.")
  }

  private mutating func skipGroup() -> [FormEvent] {
    let next = fields.indices.first { index in
      index > focus && fields[(focus + 1)...index].contains { $0.group != nil } && !cells[index].isCarried
    }
    go(to: next ?? fields.count - 1)
    if next == nil { arriveAtEnd() }
    return []
  }
}
