/// What the user means, whichever key said it.
enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving.
  case up, down, pageUp, pageDown, first, last
  case left, right, lineStart, lineEnd
  // Typing.
  case eraseBack, eraseForward, eraseWord, eraseLine
  // In a form.
  case nextField, previousField, enterField
  case save, saveAndNext, repeatField, repeatRest, skipGroup, passWarning, openKnown, editBatch, discard
  // In every list.
  case confirm, cancel, upLevel, mark
  case search, nextMatch, previousMatch
  case earlier, later, longer, shorter, otherReckoning
  case nextView, previousView
  // What can be done with the chosen row or on the screen.
  case add, addBatch, edit, delete, changeStatus, choose, merge, household, incident, history, undo, redo
  case filter, sort, unmask
  case grid, trend, map, matrix, reports, otherPlaces, breakdown, columnLeft, columnRight
  case review, class1, class2, class3, class4, class5
  case reportNothing, send, approve, approveClean, giveBack, seal, exempt
  case updateTask, evidence, deadline, target
  case print, importFile, exportFile, synchronize, verify
  // Everywhere.
  case help, palette, switchInputMethod, linear, redraw, suspend, quit
}
