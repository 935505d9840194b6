import Testing

@testable import Model

/// The vectors of NIST (FIPS 180-4 examples and the SHA test vectors of CSRC).
@Suite("SHA-256")
struct SHA256Tests {
  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func nistVectorsHold(text: String, digest: String) {
    #expect(hex(SHA256.digest(text.utf8)) == digest)
  }

  @Test func aMillionLettersHaveTheirDigest() {
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      hex(SHA256.digest(million)) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func theDigestDoesNotDependOnHowTheBytesAreSplit() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for length in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 300] {
      let whole = SHA256.digest(bytes[..<length])
      for first in 0...length {
        var hash = SHA256()
        hash.update(bytes[..<first])
        hash.update(bytes[first..<length])
        #expect(hash.digest() == whole, "\(length) split at \(first)")
      }
    }
  }

  @Test func hashesAreTheFirst128BitsInBase64() {
    let hash = LineHash(of: Array("abc".utf8))
    #expect(hash.description == "ungWv48Bz-pBQUDeXa4iIw")
    #expect(LineHash("ungWv48Bz-pBQUDeXa4iIw") == hash)
    for wrong in [
      "", "ungWv48Bz-pBQUDeXa4iI", "ungWv48Bz-pBQUDeXa4iIww", "ungWv48Bz+pBQUDeXa4iIw",
      "ungWv48Bz-pBQUDeXa4iIx",
    ] {
      #expect(LineHash(wrong) == nil)
    }
  }
}
