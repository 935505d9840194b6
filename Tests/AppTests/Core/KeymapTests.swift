import Model
import Testing

@testable import App

/// Every keymap that this floor declares, by name.
private let keymaps: [(String, Keymap)] = [
  ("global", .global), ("list", .list), ("periods", .periods), ("views", .views), ("marking", .marking),
  ("text", .text), ("form", .form), ("actions", Keymap(bindings: Binding.actions)),
]

@Test func oneKeyMeansOneThingWithinAKeymap() {
  for (name, keymap) in keymaps {
    var seen: [Key: Command] = [:]
    for binding in keymap.bindings {
      for key in binding.keys {
        #expect(seen[key] == nil, "\(name): \(key.name)")
        seen[key] = binding.command
      }
    }
  }
}

@Test func theSameLetterIsTheSameActionEverywhere() {
  var meanings: [Character: Set<Command>] = [:]
  for (_, keymap) in keymaps {
    for binding in keymap.bindings {
      for case .character(let letter) in binding.keys {
        meanings[letter, default: []].insert(binding.command)
      }
    }
  }
  for (letter, commands) in meanings { #expect(commands.count == 1, "\(letter): \(commands)") }
}

@Test func theReservedKeysOfListsAreAllThere() {
  let letters = Set(
    Keymap.reserved.plainKeys.compactMap { key -> Character? in
      if case .character(let letter) = key { letter } else { nil }
    })
  #expect(letters == Set("jkhlgGnN/q?:,. "))
  for key in [Key.up, .down, .left, .right, .enter, .backspace] {
    #expect(Keymap.reserved.command(for: key) != nil, "\(key.name)")
  }
}

@Test func actionsLeaveTheReservedKeysAlone() {
  #expect(Keymap(bindings: Binding.actions).reboundKeys == [])
  let careless = Keymap(bindings: [
    Binding(keys: [.character("n")], command: .add, label: Words("nhập", "add"))
  ])
  #expect(careless.reboundKeys == [.character("n")])
}

@Test func noPlainCharacterIsACommandWhereTextCanBeTyped() {
  for keymap in [Keymap.global, .text, .form] { #expect(keymap.plainKeys == []) }
}

@Test func everyFunctionKeyHasASecondKey() {
  for keymap in [Keymap.global, .text, .form, Keymap(bindings: Binding.actions)] {
    for binding in keymap.bindings {
      let isFunction = binding.keys.contains { if case .function = $0 { true } else { false } }
      if isFunction { #expect(binding.keys.count > 1, "\(binding.command)") }
    }
  }
}

@Test func everyBindingSpeaksBothLanguages() {
  for (name, keymap) in keymaps {
    for binding in keymap.bindings {
      #expect(!binding.label.vi.isEmpty && !binding.label.en.isEmpty, "\(name): \(binding.command)")
    }
  }
}

@Test func anActionTakesItsKeyFromTheOneList() {
  #expect(Binding.action(.send).keys == [.character("s")])
  #expect(Binding.action(.send, label: Words("Gửi huyện", "Send up")).label.vi == "Gửi huyện")
  for binding in Binding.actions { #expect(!Binding.action(binding.command).keys.isEmpty) }
}

@Test func theFooterShowsWhatAScreenAsksForInItsOrder() {
  let keymap = (Keymap.list + [.action(.add), .action(.send)]).footer(.send, .confirm)
  #expect(keymap.bindings.filter(\.inFooter).map(\.command) == [.send, .confirm])
  #expect(keymap.bindings.count == Keymap.list.bindings.count + 2)
  #expect(keymap.command(for: .character("q")) == .cancel)
}
