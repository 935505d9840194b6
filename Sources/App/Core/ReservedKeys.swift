extension Keymap {
  /// What the reserved keys mean in every list.
  static let reserved = list + periods + views + marking

  /// The keys that mean another thing in this list keymap than they mean in every list.
  ///
  /// A screen that has any of these breaks what the hand has learnt.
  var reboundKeys: [Key] {
    bindings.flatMap { binding in
      binding.keys.filter { key in
        guard let meaning = (Keymap.reserved + Keymap.global).command(for: key) else { return false }
        return meaning != binding.command
      }
    }
  }

  /// The plain characters among the keys: none may stand in a keymap that is live while text is typed.
  var plainKeys: [Key] {
    bindings.flatMap(\.keys).filter { key in
      if case .character = key { true } else { false }
    }
  }
}
