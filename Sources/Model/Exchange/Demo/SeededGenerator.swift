/// Random numbers that are the same for the same seed on every machine (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// One of several, each as likely as its weight says.
  mutating func pick<Element>(_ weighted: [(Element, Int)]) -> Element? {
    let total = weighted.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return nil }
    var point = Int.random(in: 0..<total, using: &self)
    for (element, weight) in weighted {
      point -= weight
      if point < 0 { return element }
    }
    return nil
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
