import Foundation
import Model
import Testing

@testable import App

@Test func officeAndInputMethodAreRememberedBesideEachOther() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
  let settings = Settings(in: folder.path)
  #expect(settings.inputMethod == nil)
  #expect(settings.keep(.telex as InputMethod?))
  #expect(settings.inputMethod == .telex && settings.office(.vi) == nil)
  let unit = Demo.unit("02728")
  #expect(settings.keep(Office(unit: unit, role: .supervisor)))
  #expect(settings.inputMethod == .telex)
  #expect(settings.keep(.vni as InputMethod?))
  #expect(Settings(in: folder.path).inputMethod == .vni)
  #expect(settings.keep(nil as InputMethod?))
  #expect(settings.inputMethod == nil)
  #expect(settings.office(.vi)?.unit == unit && settings.office(.vi)?.role == .supervisor)
}
