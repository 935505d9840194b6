// What the screen in front says of itself.
extension AppState {
  /// Whether the screen in front has work left.
  var isWorking: Bool { stack.top.screen.isWorking }

  /// Whether it waits for something that is made beside the loop.
  var isWaiting: Bool { stack.top.screen.isWaiting }

  /// The keys that are live now, those of the screen in front.
  ///
  /// While text is typed over a list (a search), the keys of a line of text come before the list's.
  var keymap: Keymap {
    let own = stack.top.screen.keymap(context)
    let isLineNeeded = stack.top.screen.isTyping && !own.bindings.contains { $0.command == .eraseBack }
    return isLineNeeded ? .text + own + .global : own + .global
  }
}
