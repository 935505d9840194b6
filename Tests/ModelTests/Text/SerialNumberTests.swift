import Model
import Testing

@Suite("The number after a number")
struct SerialNumberTests {
  @Test(arguments: [
    ("101/BD", "102/BD"), ("099/BD", "100/BD"), ("999/BD", "1000/BD"), ("CC01", "CC02"),
    ("M1009/BDKT", "M1010/BDKT"),
    ("12/2024/BD", "13/2024/BD"), ("BD-2024-0012", "BD-2024-0013"), ("2024/BD", "2025/BD"), ("7", "8"),
    ("99999999999999999999", "100000000000000000000"),
  ])
  func theFirstNumberThatIsNoYearCounts(number: String, next: String) {
    #expect(SerialNumber.following(number) == next)
  }

  @Test(arguments: ["", "BD", "số ②"]) func withoutDigitsThereIsNone(text: String) {
    #expect(SerialNumber.following(text) == nil)
  }
}
