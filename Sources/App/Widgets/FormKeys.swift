import Model

extension Form {
  /// Takes one input; what the screen must know comes back, in the order in which it happened.
  mutating func update(_ input: Input, area: Rect? = nil) -> [FormEvent] {
    guard !fields.isEmpty else { return [] }
    switch input {
    case .text(let typed): return type(typed)
    case .command(let command): return handle(command)
    case .click(let point):
      guard let area, let index = field(at: point, in: area), index != focus else { return [] }
      let events = leave(accepting: false)
      go(to: index)
      return events
    case .authors, .tick, .resumed, .reloaded, .saved, .failed: return []
    }
  }

  private mutating func type(_ typed: Typed) -> [FormEvent] {
    let (field, cell) = (fields[focus], cells[focus])
    if cell.isEmpty, !cell.isTouched, let command = field.quickCommand(typed.text) { return handle(command) }
    let id = focusID
    let isFirstVisit = !cell.wasLeft
    switch changeFocused({ $0.insert(typed) }) {
    case .refused: return cells[focus] == cell ? [.beep] : [.edited(id), .beep]
    case .chosen: return [.edited(id)] + leave(accepting: false) + advance(passingCarried: true)
    case .typed:
      guard isFirstVisit, isReady(focus) else { return [.edited(id)] }
      return [.edited(id)] + leave(accepting: false) + advance(passingCarried: true)
    }
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
    guard let value = previous[id], value != .none else { return [.beep] }
    set(id, value)
    return [.edited(id)] + leave(accepting: false) + advance(passingCarried: true)
  }

  /// Fills every empty field from here on as it was in the record before.
  private mutating func repeatRest() -> [FormEvent] {
    var events = leave(accepting: true)
    var last: Int?
    for index in fields.indices where index >= focus && cells[index].isEmpty {
      guard let value = previous[fields[index].id], value != .none else { continue }
      set(fields[index].id, value)
      events += [.edited(fields[index].id), .left(fields[index].id)]
      last = index
    }
    guard last != nil else { return events + [.beep] }
    let empty = fields.indices.first { $0 >= focus && cells[$0].isEmpty && fields[$0].isRequired }
    go(to: empty ?? fields.count - 1)
    if empty == nil { arriveAtEnd() }
    return events
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
