/// One thing that is made on a thread of its own, beside other work.
public final class Beside<Item: Sendable> {
  private let making: Ahead<Item>

  public init(_ make: @escaping @Sendable () -> Item) {
    making = Ahead(1, ahead: 1, isAlways: true, isPatient: true) { _ in make() }
  }

  /// What was made, once it is; it is given once.
  public var result: Item? { making.ready() }
}
