import Testing

@testable import App
@testable import Model

@Test func partsOfAHeavyProvinceHaveTheRoomTheyTake() {
  let parts = [(100, 1804), (2356, 2357), (0, 0)].map { Progress.Part(numerator: $0, denominator: $1) }
  #expect(ProgressScreen.room(for: parts) == "2356/2357".count)
  #expect(ProgressScreen.room(for: []) == 0)
}
