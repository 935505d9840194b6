import Testing

@testable import App

@Test(
  "While much is read its share is told",
  arguments: [
    (0.0, "Đang đọc dữ liệu  ······························ 0 %  Ctrl-C: thôi"),
    (0.5, "Đang đọc dữ liệu  ███████████████··············· 50 %  Ctrl-C: thôi"),
    (1.2, "Đang đọc dữ liệu  ██████████████████████████████ 100 %  Ctrl-C: thôi"),
  ])
func theOpeningLineSaysHowMuchIsRead(share: Double, text: String) {
  #expect(OpeningLine(.vi, .unicode).text(share) == text)
}

@Test func theOpeningLineFitsAsASCIIToo() {
  let text = OpeningLine(.en, .ascii).text(1)
  #expect(text.count < 80 && text.utf8.allSatisfy { $0 < 0x7F }, "\(text)")
}
