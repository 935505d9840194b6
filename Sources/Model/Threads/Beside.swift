/// One thing that is made on a thread of its own, beside other work.
public final class Beside<Item: Sendable> {
  private let making: Ahead<Item>

  /// - Parameter isPatient: whether nobody waits for it, so that everything else comes first.
  public init(isPatient: Bool, _ make: @escaping @Sendable () -> Item) {
    making = Ahead(1, ahead: 1, isAlways: true, isPatient: isPatient) { _ in make() }
  }

  /// What was made, once it is; it is given once.
  public var result: Item? { making.ready() }

  /// Does not wait for it when this goes: the program is about to end.
  public func abandon() { making.abandon() }
}
