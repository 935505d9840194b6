import Model

/// The whole program as one value.
///
/// It changes in `update` only, and `frame()` shows it.
struct AppState: Sendable {
  private(set) var context: Context
  private(set) var stack: ScreenStack
  private(set) var notice: Notice?
  private var leaving = Leaving.no
  /// Which screen asked for which save, and of which departure.
  private var asked: [Change.ID: (screen: Int, departure: String?)] = [:]
  /// What is being taken back or brought back.
  private var reversing: [Change.ID: ReversedStep] = [:]
  private let router: Router

  init(context: Context, first: any Screen, route: Route = .home, router: Router) {
    self.context = context
    self.router = router
    stack = ScreenStack(first, route: route)
  }

  /// Takes one message in, at a moment of a clock that never goes back; gives back what only the outside can do.
  mutating func update(_ message: Message, at moment: Int) -> [Effect] {
    context.moment = moment
    return update(message)
  }

  /// Takes one message in; gives back what only the outside can do.
  mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key):
      notice = nil
      let effects = press(key)
      return isLeaving ? effects : wantedNames + effects
    case .paste(let text): return stack.top.screen.isTyping ? send(.text(Typed(text))) : []
    case .click(let point): return send(.click(point))
    case .wheel(let rows): return send(.command(rows < 0 ? .up : .down))
    case .resize(let size): context.size = size
    case .look: return [.refresh] + wantedNames
    case .tick: return update(.look) + send(.tick) + keepDrafts(.all)
    case .work: return send(.work)
    case .hangup: return leave(isForced: true)
    case .loaded(let register):
      context.census = Census(register, today: context.today, plan: context.plan)
      return stack.places.flatMap { tell($0.id, .reloaded) }
    case .faulty(let faults):
      context.faults = faults
      return stack.places.flatMap { tell($0.id, .reloaded) }
    case .arrived(let lines):
      context.census.fold(lines)
      return stack.places.flatMap { tell($0.id, .reloaded) }
    case .saved(let id):
      if let step = reversing.removeValue(forKey: id) {
        notice = Notice(words: step.done(context.register), style: .good)
        return []
      }
      return answer(id, .saved(id))
    case .newer(let id): return answer(id, .newer(id))
    case .step(let kind, let step): return reverse(kind, step)
    case .authors(let authors): return tell(stack.top.id, .authors(authors))
    case .failed(let id, let reason):
      reversing[id] = nil
      notice = Notice(words: reason, style: .problem)
      return answer(id, .failed(id, reason))
    case .draftFailed(let id, let reason):
      forget(draft: id)
      notice = Notice(words: reason, style: .problem)
      if leaving == .asked { leaving = .warned }
    case .officeSet(let office):
      context.office = office
      return officeWasSet()
    case .efforts(let efforts): context.efforts = efforts
    case .paper(let id, let answer):
      return stack.places.filter(\.screen.isWaiting).flatMap { tell($0.id, .paper(id, answer)) }
    case .named(let names, let lineCount): context.census.take(names, readAt: lineCount)
    case .dayChanged(let day):
      context.census.move(to: day)
      return stack.places.flatMap { tell($0.id, .reloaded) }
    case .notice(let words, let style): notice = Notice(words: words, style: style)
    }
    return []
  }

  /// Long lists want all names in order; short ones are ordered as they are opened.
  private var wantedNames: [Effect] {
    let (register, names) = (context.register, context.census.names)
    return names == nil && register.count(.worker) > NameIndex.fewNames ? [.readNames(register)] : []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if stack.top.screen.isTyping, case .character(let character) = key {
      leaving = .no
      return send(.text(Typed(String(character), by: context.inputMethod)))
    }
    guard let binding = keymap.binding(for: key) else { return [] }
    if binding.command != .quit { leaving = .no }
    if let reason = binding.disabled {
      notice = Notice(words: reason, style: .warning)
      return [.beep]
    }
    return send(.command(binding.command))
  }

  private mutating func send(_ input: Input) -> [Effect] {
    switch input {
    case .command(.help): open(.help, from: stack.top.id)
    case .command(.palette): open(.palette, from: stack.top.id)
    case .command(.switchInputMethod): switchInputMethod()
    case .command(.linear): switchLinear()
    case .command(.redraw): [.redraw]
    case .command(.suspend): keepDrafts(.all) + [.suspend]
    case .command(.quit): leave(isForced: false)
    case .command(.upLevel) where !stack.top.screen.hasLevels: tell(stack.top.id, .command(.cancel))
    default: tell(stack.top.id, input)
    }
  }

  /// Gives an input to one screen and carries out what it asks for.
  private mutating func tell(_ id: Int, _ input: Input) -> [Effect] {
    let context = context
    let wanted = stack.change(id) { $0.screen.update(input, context) } ?? []
    return apply(wanted, from: id) + keepDrafts(.whereFieldWasLeft)
  }

  private mutating func answer(_ change: Change.ID, _ input: Input) -> [Effect] {
    guard let asked = asked.removeValue(forKey: change) else { return [] }
    if case .saved = input { context.savedDeparture = asked.departure }
    return tell(asked.screen, input)
  }

  /// Carries out what concerns screens only; the rest goes on to the shell.
  private mutating func apply(_ effects: [Effect], from id: Int) -> [Effect] {
    effects.flatMap { effect -> [Effect] in
      switch effect {
      case .open(let route): return open(route, from: id)
      case .replace(let route):
        guard let screen = router(route, context, below: keymap) else { return [.beep] }
        let kept = closing(id)
        stack.replace(id, with: screen, route: route)
        return kept
      case .close: return close(id)
      case .notify(let words, let style): notice = Notice(words: words, style: style)
      case .perform(let command): return send(.command(command))
      case .quit: return leave(isForced: false)
      case .save(let change), .saveUnlessNewer(let change):
        asked[change.id] = (id, change.departure)
        return [effect]
      case .saveAll(let changes):
        guard let first = changes.first else { return [] }
        asked[first.id] = (id, nil)
        return [effect]
      case .dropDraft(let draft):
        context.drafts.removeAll { $0.id == draft }
        stack.discard(draft, on: id)
        return [effect]
      case .discard(let draft, let words): return discard(draft, words, from: id)
      case .beep, .redraw, .suspend, .refresh, .readNames, .keepDraft, .setOffice, .lookUp, .undoLast,
        .redoLast, .keepInputMethod, .export, .makePaper, .dropPaper, .keepEffort, .readEfforts:
        return [effect]
      }
      return []
    }
  }

  /// Opens a screen over the top one; the help and the palette close themselves with their own key.
  private mutating func open(_ route: Route, from id: Int) -> [Effect] {
    let top = stack.top
    if top.route == route, route == .help || route == .palette { return close(top.id) }
    guard let screen = router(route, context, below: keymap) else {
      notice = Notice(
        words: Words("Màn hình này chưa mở được", "This screen cannot be opened"), style: .problem)
      return [.beep]
    }
    stack.push(screen, route: route)
    return apply(screen.wishes(context), from: stack.top.id)
  }

  private mutating func close(_ id: Int) -> [Effect] {
    let kept = closing(id)
    guard stack.remove(id) else {
      notice = Notice(words: Words("Nhấn F10 để thoát", "Press F10 to quit"), style: .notice)
      return []
    }
    return kept + tell(stack.top.id, .resumed)
  }
}

// MARK: - Drafts and leaving

extension AppState {
  private enum Keeping { case all, whereFieldWasLeft }

  /// Sends drafts to disk that are not there yet, and takes off those that are done with.
  private mutating func keepDrafts(_ keeping: Keeping) -> [Effect] {
    stack.places.flatMap { keep($0.id, isFinal: keeping == .all) }
  }

  private mutating func keep(_ id: Int, isFinal: Bool) -> [Effect] {
    guard context.keepsDrafts else { return [] }
    let effects = stack.change(id) { place -> [Effect] in
      let draft = place.screen.draft
      let old = place.keptDraft
      if draft == old || draft != nil && draft?.id == place.discarded { return [] }
      if let draft, let old, !isFinal, draft.isTyped(onto: old) { return [] }
      place.keptDraft = draft
      let dropped = old.map { $0.id == draft?.id ? [] : [Effect.dropDraft($0.id)] } ?? []
      return dropped + (draft.map { [.keepDraft($0)] } ?? [])
    }
    return noting(effects ?? [])
  }

  private mutating func discard(_ draft: DraftRecord.ID, _ words: Words, from id: Int) -> [Effect] {
    guard stack.isAlone(with: draft, on: id) else {
      notice = Notice(
        words: Words("Nháp này đang mở: bỏ bằng ^C ở đó", "This draft is open: discard it there by ^C"),
        style: .warning)
      return [.beep]
    }
    return apply([.dropDraft(draft), .notify(words, .good)], from: id)
  }

  /// What is to be kept of a screen that goes.
  private mutating func closing(_ id: Int) -> [Effect] { keep(id, isFinal: true) }

  private mutating func forget(draft: DraftRecord.ID) {
    for place in stack.places where place.keptDraft?.id == draft {
      _ = stack.change(place.id) { $0.keptDraft = nil }
    }
  }

  private enum Leaving { case no, asked, warned, sure }

  /// Whether the program ends now: a draft that cannot be kept stops it once.
  var isLeaving: Bool { leaving == .asked || leaving == .sure }

  /// Keeps every draft, then ends.
  private mutating func leave(isForced: Bool) -> [Effect] {
    leaving = isForced || leaving == .warned ? .sure : .asked
    return keepDrafts(.all) + [.quit]
  }
}

// MARK: - What was saved, what is kept

extension AppState {
  /// The first office leads to the first screen; a later one shows what lies below anew.
  private mutating func officeWasSet() -> [Effect] {
    let id = stack.top.id
    return apply(stack.count == 1 ? [.replace(.home)] : [.close], from: id)
  }

  /// Takes a step back or brings it back, unless somebody has built on it since.
  private mutating func reverse(_ kind: Reversal.Kind, _ step: Steps.Step?) -> [Effect] {
    if let reason = context.cannotWrite {
      notice = Notice(words: reason, style: .warning)
      return [.beep]
    }
    guard let step else {
      notice = Notice(words: ReversedStep.nothing(kind), style: .notice)
      return [.beep]
    }
    let register = context.register
    let changes = Change.together(
      step.lines.compactMap { register.undoing($0, after: step.later, as: kind) })
    guard changes.count == step.lines.count, let first = changes.first else {
      notice = Notice(words: ReversedStep.refused(kind, step, register), style: .warning)
      return [.beep]
    }
    if let words = ReversedStep.refusal(of: changes, context) {
      notice = Notice(words: words, style: .warning)
      return [.beep]
    }
    reversing[first.id] = ReversedStep(kind, changes, register)
    return changes.count == 1 ? [.save(first)] : [.saveAll(changes)]
  }

  /// Shows screens as words, or as they are drawn.
  private mutating func switchLinear() -> [Effect] {
    context.isLinear.toggle()
    return []
  }

  /// Goes from off to Telex, to VNI, and to off again.
  private mutating func switchInputMethod() -> [Effect] {
    let method = InputMethod.following(context.inputMethod)
    context.inputMethod = method
    let (vi, en) = (method?.name ?? "tắt", method?.name ?? "off")
    notice = Notice(words: Words("Bộ gõ có sẵn: \(vi)", "Built-in typing: \(en)"), style: .notice)
    return [.keepInputMethod(method)]
  }

  /// Remembers which drafts lie on disk, for the first screen to offer.
  private mutating func noting(_ effects: [Effect]) -> [Effect] {
    context.note(effects)
    return effects
  }
}
