import Testing

@testable import App

@Test func everyKeyIsReadBackFromItsName() {
  var keys: [Key] = [
    .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown, .character("a"), .character("ễ"), .character(" "), .character("<"), .control("S"),
    .control("\\"), .alt("x"), .alt(" "), .alt("\r"), .alt("\u{8}"), .function(1), .function(24),
  ]
  keys += Key.Motion.allCases.flatMap { [.shift($0), .leap($0)] }
  for key in keys {
    let written = key.name.count > 1 ? "<\(key.name)>" : key.name
    #expect(Key.script(written) == [key], "\(key.name)")
  }
  #expect(Set(keys.map(\.name)).count == keys.count)
}

@Test func aScriptIsPressedCodePointByCodePoint() {
  #expect(Key.script("e\u{301}<BS>") == [.character("e"), .character("\u{301}"), .backspace])
  #expect(Key.script("a<b<nothing>") == "a<b<nothing>".map { .character($0) }, "what is no name is text")
  #expect(Key.script("<lt>BS>") == "<BS>".map { .character($0) })
}

@Test func aTerminalInMemoryPlaysItsScript() {
  let terminal = HeadlessTerminal(keys: "a<Enter>")
  #expect(terminal.next(timeout: nil) == .key(.character("a")))
  terminal.suspend()
  #expect(terminal.next(timeout: 10) == .resize(.minimum))
  #expect(terminal.next(timeout: 10) == .key(.enter))
  #expect(terminal.next(timeout: nil) == nil)
  let resized = HeadlessTerminal(script: [.resize(Size(width: 1, height: 2))])
  _ = resized.next(timeout: nil)
  #expect(resized.size == Size(width: 1, height: 2))
}
