/// The screens that lie on each other, the top one live; never empty.
struct ScreenStack: Sendable {
  /// A screen in its place, with what has been kept of its draft.
  struct Place: Sendable, Identifiable {
    let id: Int
    let route: Route
    var screen: any Screen
    var keptDraft: DraftRecord?
    /// The draft that was dropped: it is not kept again while its form is still there.
    var discarded: DraftRecord.ID?
  }

  private(set) var places: [Place]
  private var nextID = 1

  init(_ first: any Screen, route: Route) {
    places = [Place(id: 0, route: route, screen: first)]
  }

  var top: Place { places[places.count - 1] }
  var count: Int { places.count }

  func place(_ id: Int) -> Place? { places.first { $0.id == id } }

  mutating func push(_ screen: any Screen, route: Route) {
    places.append(Place(id: nextID, route: route, screen: screen))
    nextID += 1
  }

  /// Puts another screen in the place of one.
  mutating func replace(_ id: Int, with screen: any Screen, route: Route) {
    guard let index = places.firstIndex(where: { $0.id == id }) else { return }
    places[index] = Place(id: nextID, route: route, screen: screen)
    nextID += 1
  }

  /// Takes a screen off; false when it is the only one, which stays.
  mutating func remove(_ id: Int) -> Bool {
    guard places.count > 1, let index = places.firstIndex(where: { $0.id == id }) else { return false }
    places.remove(at: index)
    return true
  }

  mutating func change<Result>(_ id: Int, _ body: (inout Place) -> Result) -> Result? {
    guard let index = places.firstIndex(where: { $0.id == id }) else { return nil }
    return body(&places[index])
  }

  /// Whether a draft may be discarded on a screen: it is that of its form, however often it is open, or of none.
  func isAlone(with draft: DraftRecord.ID, on id: Int) -> Bool {
    place(id)?.screen.draft?.id == draft
      || !places.contains { $0.id != id && $0.keptDraft?.id == draft }
  }

  /// Keeps a draft no longer, wherever it is open.
  mutating func discard(_ draft: DraftRecord.ID, on id: Int) {
    for index in places.indices where places[index].id == id || places[index].keptDraft?.id == draft {
      (places[index].discarded, places[index].keptDraft) = (draft, nil)
    }
  }
}
