import Testing

@testable import Model

@Suite("The name of the service enterprise")
struct EnterpriseIsKnownTests {
  private func without(_ form: String, _ status: String = "ABROAD") -> [Said] {
    said {
      $0[Departure.enterprise] = .none
      $0[Departure.contractForm] = .code(form)
      $0[DepartureEntry.status] = .code(status)
      if status != "ABROAD" { $0[Departure.departedOn] = .none }
    }
  }

  @Test func aMissingNameIsSaid() {
    #expect(without("SERVICE_ENT") == [Said("N06", .hint, "enterprise")])
  }

  @Test func otherFormsNeedNone() { #expect(without("DIRECT") == []) }

  @Test func beforeLeavingItMayBeOpen() { #expect(without("SERVICE_ENT", "TRAINING") == []) }
}
