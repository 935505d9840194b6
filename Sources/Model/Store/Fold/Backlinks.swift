/// For each record the ones that link to it, found without a search, the latest linked first.
struct Backlinks: Sendable, Equatable {
  /// The links that are followed backwards.
  enum Relation: Int, CaseIterable, Sendable {
    case eventsOfDeparture, departuresOfWorker, departuresOfHousehold, reviewsOfHousehold, aliasesOfWorker

    var field: Field {
      switch self {
      case .eventsOfDeparture: StatusEvent.departure
      case .departuresOfWorker: Departure.worker
      case .departuresOfHousehold: Departure.household
      case .reviewsOfHousehold: HouseholdReview.household
      case .aliasesOfWorker: Worker.into
      }
    }

    /// The kind of the records that link.
    var kind: EntityKind {
      switch self {
      case .eventsOfDeparture: .event
      case .departuresOfWorker, .departuresOfHousehold: .departure
      case .reviewsOfHousehold: .review
      case .aliasesOfWorker: .worker
      }
    }

    /// For each kind and column the relation that it is the link of.
    static let ofColumns: [[Relation?]] = EntityKind.allCases.map { kind in
      kind.fields.map { field in
        allCases.first { $0.field.entity == kind && $0.field.number == field.number }
      }
    }
  }

  /// By row of the record that is linked to: the first of its chain.
  private(set) var first = Column<Int32>()
  /// By row of the record that links: the next of the chain it is in.
  private(set) var next = Column<Int32>()

  init() {}

  init(first: Column<Int32>, next: Column<Int32>) { (self.first, self.next) = (first, next) }

  mutating func link(_ child: Int, to parent: Int) {
    first.grow(to: parent + 1, Table.none)
    next.grow(to: child + 1, Table.none)
    next[child] = first[parent]
    first[parent] = Int32(child)
  }

  mutating func unlink(_ child: Int, from parent: Int) {
    guard parent < first.count else { return }
    if first[parent] == Int32(child) {
      first[parent] = next[child]
    } else {
      var before = first[parent]
      while before >= 0, next[Int(before)] != Int32(child) { before = next[Int(before)] }
      if before >= 0 { next[Int(before)] = next[child] }
    }
    next[child] = Table.none
  }

  /// Goes through those that link to a record until one is taken.
  @inline(__always)
  func each(of parent: Int, _ body: (Int) -> Void) {
    guard parent >= 0, parent < first.count else { return }
    var row = first[parent]
    while row >= 0 {
      body(Int(row))
      row = next[Int(row)]
    }
  }

  /// The record that was the last to link to one; a negative number where there is none.
  @inline(__always)
  func latest(of parent: Int) -> Int { parent >= 0 && parent < first.count ? Int(first[parent]) : -1 }

  /// The record that linked before another; a negative number where there is none.
  @inline(__always)
  func before(_ child: Int) -> Int { Int(next[child]) }

  func hasChildren(_ parent: Int) -> Bool { parent >= 0 && parent < first.count && first[parent] >= 0 }

  func children(of parent: Int) -> [Int] {
    var found: [Int] = []
    each(of: parent) { found.append($0) }
    return found
  }

  /// Whether chains are equal up to the order of their links, which is that of arrival.
  static func == (left: Backlinks, right: Backlinks) -> Bool {
    (0..<max(left.first.count, right.first.count)).allSatisfy {
      left.children(of: $0).sorted() == right.children(of: $0).sorted()
    }
  }
}
