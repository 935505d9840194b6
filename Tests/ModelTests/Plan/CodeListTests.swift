import Foundation
import Testing

@testable import Model

@Suite struct CodeListTests {
  private struct File: Decodable {
    struct List: Decodable {
      struct Value: Decodable {
        let code, vi, en: String
        let aliases: [String]?
        let rank, order, laoCaiRank: Int?
        let pinned: Bool?
        let market, form, clause, since, until, successor, phase, gso1979, gso2008: String?
      }

      let vi, en: String
      let values: [Value]
      let phases: [Value]?
      let suggestedTransitions: [String: [String]]?
    }

    let lists: [String: List]
  }

  private let names = [
    "receivingMarkets": "markets", "workerStatuses": "statuses", "povertyOutcome": "povertyOutcomes",
  ]

  @Test func theListsAreThoseOfTheData() throws {
    let file = try DataFile.read(File.self, "reference-lists.json")
    #expect(CodeList.all.count == file.lists.count)
    for (key, expected) in file.lists {
      let list = try #require(CodeList.all.first { $0.id == names[key] ?? key }, "\(key)")
      #expect(list.words == Words(expected.vi, expected.en))
      #expect(list.codes.map(\.code) == expected.values.map(\.code))
      for (code, value) in zip(list.codes, expected.values) {
        #expect(code.words == Words(value.vi, value.en))
        #expect(code.aliases == value.aliases ?? [])
        #expect(code.rank == value.rank ?? value.laoCaiRank ?? value.order)
        #expect(code.isPinned == value.pinned ?? false)
        #expect(code[.market] == value.market)
        #expect(code[.form] == value.form)
        #expect(code[.clause] == value.clause)
        #expect(code[.since] == value.since)
        #expect(code[.until] == value.until)
        #expect(code[.successor] == value.successor)
        #expect(code[.phase] == value.phase)
        #expect(code[.gso1979] == value.gso1979)
        #expect(code[.gso2008] == value.gso2008)
      }
    }
  }

  @Test func everyCodeIsFoundByItsTextAndItsBytes() {
    for list in CodeList.all {
      #expect(Set(list.codes.map(\.code)).count == list.count, "\(list.id)")
      for (index, code) in list.codes.enumerated() {
        #expect(list.index(of: code.code) == index)
        let bytes = Array(code.code.utf8)
        #expect(bytes.withUnsafeBufferPointer { list.index(of: $0) } == index)
        #expect(list.code(at: index) == code.code)
        #expect(list[code.code] == code)
        #expect(list.index(of: code.code + "_") == nil)
        #expect(list.index(of: code.code.lowercased()) == nil || code.code == code.code.lowercased())
      }
      #expect(list.index(of: "") == nil)
      #expect(list.code(at: list.count) == nil)
      #expect(list.code(at: -1) == nil)
    }
  }

  @Test func theStatusesAreThoseOfTheData() throws {
    let list = try #require(try DataFile.read(File.self, "reference-lists.json").lists["workerStatuses"])
    #expect(Status.allCases.map(\.code) == list.values.map(\.code))
    for (status, value) in zip(Status.allCases, list.values) {
      #expect(Status(code: value.code) == status)
      #expect(status.words == Words(value.vi, value.en))
      #expect(status.next.map(\.code) == list.suggestedTransitions?[value.code] ?? [])
      let phase = try #require(list.phases?.first { $0.code == value.phase })
      #expect(status.phase.words == Words(phase.vi, phase.en))
      #expect(CodeList.statuses.phase(at: Int(status.rawValue)) == value.phase)
    }
  }

  @Test func aStatusSaysWhetherThePersonHasLeft() {
    #expect(Status.abroad.isAbroad && Status.overstay.isAbroad && !Status.returnedEarly.isAbroad)
    #expect(Status.allCases.allSatisfy { $0.hasLeft || !$0.isAbroad })
    #expect(Status.returnedEarly.hasLeft && Status.deceased.hasLeft && Status.liquidated.hasLeft)
    for status in [Status.interested, .visaGranted, .withdrawn, .rejected] { #expect(!status.hasLeft) }
    #expect(Status.visaGranted.canBecome(.abroad))
    #expect(!Status.returnedOnTime.canBecome(.abroad))
    #expect(Status(code: "NOWHERE") == nil)
  }

  @Test func allSevenContractFormsAreKnown() {
    #expect(CodeList.contractForms.count == 7)
    #expect(CodeList.contractForms.contains("AFTER_EXIT"))
  }

  @Test func programmesLeadToKnownMarketsAndForms() {
    for programme in CodeList.programmes.codes {
      if let market = CodeList.market(ofProgramme: programme.code) {
        #expect(CodeList.markets.contains(market))
      }
      if let form = CodeList.form(ofProgramme: programme.code) {
        #expect(CodeList.contractForms.contains(form))
      }
    }
    #expect(CodeList.market(ofProgramme: "EPS") == "KR")
    #expect(CodeList.form(ofProgramme: "EPS") == "PUBLIC_UNIT")
    #expect(CodeList.market(ofProgramme: "OTHER") == nil)
  }

  @Test func anAgencyIsItsSuccessorOnceItHasEnded() throws {
    let before = try #require(Day(iso: "2025-02-28"))
    #expect(CodeList.agency("SLDTBXH", on: before)?.code == "SLDTBXH")
    #expect(CodeList.agency("SLDTBXH", on: before + 1)?.code == "SNV")
    #expect(CodeList.agency("UBND_HUYEN", on: try #require(Day(iso: "2025-07-01")))?.code == "UBND_XA")
    #expect(CodeList.agency("MTTQ", on: .last)?.code == "MTTQ")
    #expect(CodeList.agency("NOBODY", on: before) == nil)
    for agency in CodeList.agencies.codes {
      if let successor = agency[.successor] { #expect(CodeList.agencies.contains(successor)) }
      for date in [agency[.since], agency[.until]].compactMap({ $0 }) { #expect(Day(iso: date) != nil) }
    }
  }

  @Test func aPickerFindsByUnmarkedLettersAliasAndCode() {
    func found(_ list: CodeList, _ query: String, _ language: Language = .vi) -> [String] {
      list.find(query, language).compactMap { list.code(at: $0) }
    }
    #expect(found(.ethnicGroups, "m").prefix(3) == ["MONG", "MUONG", "MNONG"])
    #expect(found(.ethnicGroups, "meo") == ["MONG"])
    #expect(found(.ethnicGroups, "hmong") == ["MONG"])
    #expect(found(.markets, "nhat") == ["JP", "AE"])
    #expect(found(.markets, "jp").first == "JP")
    #expect(found(.markets, "japan", .en) == ["JP"])
    #expect(found(.markets, "dai loan").first == "TW")
    #expect(found(.markets, "").prefix(5) == ["JP", "TW", "KR", "CN", "HU"])
    #expect(found(.markets, "zzzz").isEmpty)
    #expect(found(.householdClasses, "hn").first == "POOR")
  }
}
