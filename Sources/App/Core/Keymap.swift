import Model

/// Some keys, what they mean, and the words for it.
struct Binding: Equatable, Sendable {
  let keys: [Key]
  let command: Command
  let label: Words
  /// Whether the footer shows it; the help page always does.
  var inFooter = false
  /// Why it cannot be done here and now; `nil` when it can.
  var disabled: Words?
  /// Another way to the same, for the help page.
  var aside: Words?
}

/// A list of bindings: the one source for dispatch, the footer, the help page and the manual.
struct Keymap: Equatable, Sendable {
  var bindings: [Binding]

  /// The binding of a key; what stands in front wins.
  func binding(for key: Key) -> Binding? {
    bindings.first { $0.keys.contains(key) }
  }

  func command(for key: Key) -> Command? { binding(for: key)?.command }

  static func + (front: Keymap, back: Keymap) -> Keymap {
    Keymap(bindings: front.bindings + back.bindings)
  }

  static func + (front: Keymap, back: [Binding]) -> Keymap {
    Keymap(bindings: front.bindings + back)
  }

  /// The keys of all other commands.
  func without(_ commands: Command...) -> Keymap {
    Keymap(bindings: bindings.filter { !commands.contains($0.command) })
  }

  /// The same keys, with one command out of order for a reason; no reason leaves it as it is.
  func disabling(_ command: Command, because reason: Words?) -> Keymap {
    guard let reason else { return self }
    return Keymap(
      bindings: bindings.map { binding in
        var binding = binding
        if binding.command == command { binding.disabled = reason }
        return binding
      })
  }

  /// The same keys, with other words for one command, or with another way to it.
  func labelled(_ command: Command, _ label: Words? = nil, aside: Words? = nil) -> Keymap {
    Keymap(
      bindings: bindings.map { old in
        guard old.command == command else { return old }
        return Binding(
          keys: old.keys, command: command, label: label ?? old.label, inFooter: old.inFooter,
          disabled: old.disabled, aside: aside ?? old.aside)
      })
  }

  /// The same keys, with exactly these commands shown in the footer, in this order; what cannot be done comes last.
  func footer(_ commands: Command...) -> Keymap {
    let found = commands.compactMap { command in bindings.firstIndex { $0.command == command } }
    let shown = found.filter { bindings[$0].disabled == nil } + found.filter { bindings[$0].disabled != nil }
    let hidden = bindings.indices.filter { !shown.contains($0) }
    return Keymap(
      bindings: (shown + hidden).enumerated().map { position, index in
        var binding = bindings[index]
        binding.inFooter = position < shown.count
        return binding
      })
  }
}
