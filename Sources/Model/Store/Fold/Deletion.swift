extension History {
  /// The values of a field that stand, the one that is shown first; more than one means that somebody has to choose.
  func claims(_ slot: Saying.Slot, _ kind: EntityKind, _ lines: Lines) -> History.Claims {
    guard slot == kind.deletionSlot else { return standing(slot, lines) }
    return self.deletion(slot, lines)
  }

  /// What stands of `deleted`: to keep the record, to delete it, or both, which somebody has to choose between.
  ///
  /// A deletion hides what its writer had seen, and nothing else. A line has seen the lines that it names in `s` and
  /// all that these have seen. A record is deleted while `deleted` stands as true and as nothing else, and each other
  /// line of which a field still stands was seen by a standing deletion or has seen one. A line of which neither is
  /// true was written beside the deletion and says “keep”: the record stays visible, in conflict over `deleted`. So
  /// a deletion that names no line, as others may write it, hides only what has nothing else to say; and a line that
  /// names the deletion and sets `deleted` to false brings the record back. Whatever the order in which the lines
  /// arrive, the answer is the same: it depends on which lines there are and on what they name.
  private func deletion(_ slot: Saying.Slot, _ lines: Lines) -> History.Claims {
    let live = live(slot, lines)
    guard let deleting = live.first(where: { $0.cell == 1 }) else { return Array(live.prefix(1)) }
    let deletions = Set(live.filter { $0.cell == 1 }.map(\.line))
    var keeping = live.filter { $0.cell != 1 }
    keeping += besides(deletions, slot, lines).map { ($0, Table.none) }
    let highest = keeping.max { lines.isHigher($1.line, than: $0.line) }
    return (highest.map { [$0] } ?? []) + [deleting]
  }

  /// The lines of which a field other than `deleted` stands, and which know of no deletion as none knows of them.
  private func besides(_ deletions: Set<Int32>, _ slot: Saying.Slot, _ lines: Lines) -> [Int32] {
    let ids = Set(deletions.map(lines.id))
    let seen = reached(from: ids) { saying in [(lines.id(saying.line), saying.replaces)] }
    let seeing = reached(from: ids) { saying in saying.replaces.map { ($0, [lines.id(saying.line)]) } }
    let live = liveLines(lines)
    return sayings.filter { saying in
      let id = lines.id(saying.line)
      guard !deletions.contains(saying.line), !seen.contains(id), !seeing.contains(id) else { return false }
      return saying.cells.contains { $0.slot != slot && live[$0.slot]?.contains(saying.line) == true }
    }.map(\.line)
  }

  /// The lines to which steps lead from some, these themselves only where a step leads back to them.
  private func reached(
    from ids: Set<LineID>, by steps: (Saying) -> [(from: LineID, to: [LineID])]
  ) -> Set<LineID> {
    var next: [LineID: [LineID]] = [:]
    for saying in sayings {
      for step in steps(saying) { next[step.from, default: []] += step.to }
    }
    var reached: Set<LineID> = []
    var waiting = Array(ids)
    while let id = waiting.popLast() {
      for other in next[id] ?? [] where reached.insert(other).inserted { waiting.append(other) }
    }
    return reached
  }
}

extension EntityKind {
  /// Where it is said whether a record is deleted.
  var deletionSlot: Saying.Slot? { deletion.map { .column(Int16($0)) } }
}
