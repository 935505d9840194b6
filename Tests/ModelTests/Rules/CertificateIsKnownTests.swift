import Testing

@testable import Model

@Suite("The number of the certificate")
struct CertificateIsKnownTests {
  @Test func aMissingNumberIsSaidAndAsksForNoReason() {
    let findings = said { $0[Departure.orientationCertificate] = .none }
    #expect(findings == [Said("N11", .hint, "orientationCertificate")])
  }

  @Test(arguments: ["DIRECT", "AFTER_EXIT"])
  func contractsOfOnesOwnNeedNone(form: String) {
    let findings = said {
      $0[Departure.orientationCertificate] = .none
      $0[Departure.contractForm] = .code(form)
    }
    #expect(findings == [])
  }
}

@Test func aReasonGivenWhileItWasAWarningKeepsItsWords() {
  let standing = StandingWarning(code: "W15", reason: "đang bổ sung")
  #expect(standing.words == Rule.certificateIsKnown.words)
  #expect(standing.field == "orientationCertificate")
}
