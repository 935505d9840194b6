import Foundation
import Testing

@testable import Model

@Suite("Several processes of one account")
struct ConcurrencyTests {
  /// Everything that was acknowledged is there once, in one chain.
  private func check(_ scratch: ScratchFolder, lines: Int) throws {
    let folded = try scratch.folded().values.filter { $0.action == .set }
    #expect(folded.count == lines)
    #expect(Set(folded.map(\.n)).count == lines, "each line has a number of its own")
    let report = try Verify.run(DataFolder(scratch.data))
    #expect(report.problems == [])
    #expect(report.segments == 1 && report.lines == lines + 1)
  }

  @Test func eightPensWriteOneChain() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let (data, state, account) = (scratch.data, scratch.state, scratch.account)
    DispatchQueue.concurrentPerform(iterations: 8) { pen in
      do {
        let journal = try Journal(
          DataFolder(data), privateRoot: state, account: account, clock: { ScratchFolder.today }, patience: 60
        )
        for number in 0..<25 { _ = try journal.append([ScratchFolder.line(pen * 25 + number)]) }
        journal.close()
      } catch {
        Issue.record(error)
      }
    }
    try check(scratch, lines: 200)
  }

  @Test func eightProcessesWriteOneChain() async throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let path = scratch.path
    await withTaskGroup(of: Void.self) { group in
      for process in 0..<8 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = path as String, process = process as Int] in
            let account = Account(uid: geteuid(), name: "lan.nt", machine: "machine-1")
            let journal = try Journal(
              DataFolder(path + "/data"), privateRoot: path + "/state", account: account,
              clock: { ScratchFolder.today }, patience: 60)
            for number in 0..<25 { _ = try journal.append([ScratchFolder.line(process * 25 + number)]) }
          }
        }
      }
    }
    try check(scratch, lines: 200)
  }

  @Test func pensThatFindATornTailOrANewMonthAgreeOnTheNextSegment() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let (data, state, account) = (scratch.data, scratch.state, scratch.account)
    DispatchQueue.concurrentPerform(iterations: 6) { pen in
      do {
        let journal = try Journal(
          DataFolder(data), privateRoot: state, account: account,
          clock: { Timestamp(seconds: ScratchFolder.today.seconds + pen * 20 * 86_400) }, patience: 60)
        for number in 0..<20 {
          let receipt = try journal.append([ScratchFolder.line(pen * 20 + number)])
          guard number == 10 else { continue }
          let file = "\(data)/j/\(receipt.lines[0].span.writer)/\(receipt.lines[0].span.segment.file)"
          let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
          // Whoever leaves a torn tail behind held the lock when it was stopped.
          #expect(flock(handle.fileDescriptor, LOCK_EX) == 0)
          try handle.seekToEnd()
          try handle.write(contentsOf: Data("{\"v\":1,".utf8))
          try handle.close()
        }
      } catch {
        Issue.record(error)
      }
    }
    let folded = try scratch.folded().values.filter { $0.action == .set }
    #expect(folded.count == 120)
    let report = try Verify.run(DataFolder(scratch.data))
    #expect(report.problems.allSatisfy { $0.kind == .torn }, "\(report.problems.map(\.message.en))")
    #expect(Set(try DataFolder(scratch.data).segments().segments.map(\.writer)).count == 1)
  }
}
