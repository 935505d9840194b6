import Testing

@testable import Model

@Suite("The number of the certificate")
struct CertificateIsKnownTests {
  @Test func aMissingNumberIsWarnedOf() {
    let findings = said { $0[Departure.orientationCertificate] = .none }
    #expect(findings == [Said("W15", .warn, "orientationCertificate")])
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
