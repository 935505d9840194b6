import Testing

@testable import Model

@Suite("The quick reader of lines")
struct LineReaderTests {
  /// What a fold of one line amounts to, and what it counts.
  private struct Outcome: Equatable {
    let dump: Dump
    let setAside: Int
    let unreadable: Int
  }

  private func quick(_ line: [UInt8]) -> Outcome {
    let register = Register(folding: [line])
    return Outcome(dump: Dump(register), setAside: min(1, register.setAside), unreadable: register.unreadable)
  }

  /// The same by the general reader; lines of unknown kinds alone count as set aside.
  private func general(_ line: [UInt8]) -> Outcome {
    let reference = ReferenceFold([line])
    var setAside = reference.setAside
    if let read = try? Line.read(line), read.isFoldable, read.group?.size ?? 1 == 1,
      ![.head, .see].contains(read.action),
      read.operations.contains(where: { Register.kind(of: $0.entity) == nil })
    {
      setAside = 1
    }
    return Outcome(dump: reference.dump, setAside: setAside, unreadable: reference.unreadable)
  }

  private func expectAgreement(_ line: [UInt8], _ note: String) {
    let (quick, general) = (quick(line), general(line))
    #expect(
      quick == general,
      "\(note): \(String(decoding: line, as: UTF8.self))\(quick.dump.difference(from: general.dump))")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func agreesWithTheGeneralReaderOnEveryLine(seed: UInt64) {
    for line in RandomHistory(seed: seed).lines { expectAgreement(line, "seed \(seed)") }
  }

  /// Lines that the quick scan leaves to the reader make rows that were not counted beforehand.
  @Test(arguments: [1, 3, 40, 120]) func recordsOfBothKindsOfLinesStandInOneFold(slow: Int) {
    var lines: [[UInt8]] = []
    for number in 0..<240 {
      var fields: [(key: String, value: Value)] = [
        ("market", .text("JP")), ("worker", .text("worker/\(number)")), ("departedOn", .text("2024-07-05")),
      ]
      if number < slow { fields.append(("override.W12", .text("Giấy ghi nhầm ngày"))) }
      lines.append(
        NewLine.set(Operation(entity: "departure/\(number)", fields: fields)).bytes(n: number + 1))
    }
    var register = Register()
    Array(lines.joined()).withUnsafeBufferPointer { bytes in
      let scan = SegmentScan(UnsafeRawBufferPointer(bytes), after: nil, verifying: false)
      register.take(QuickScan(bytes, scan.lines[...]), bytes)
    }
    let general = ReferenceFold(lines).dump
    #expect(Dump(register) == general, "\(Dump(register).difference(from: general))")
    #expect(register.records(.departure).count == 240)
  }

  /// A line with one thing changed; its hash stays as it is, which neither reader looks at.
  private func mutated(_ line: [UInt8], _ chance: inout Seeded) -> [UInt8] {
    var body = Array(line.dropLast(LineEncoder.tailLength + 1))
    let tail = Array(line.suffix(LineEncoder.tailLength + 1))
    for _ in 0..<Int.random(in: 1...3, using: &chance) {
      let at = Int.random(in: body.indices, using: &chance)
      let tokens = [
        #"\u0041"#, #"\""#, #"\\"#, #"\n"#, "null", "true", "-0", "01", "1.5", "1e3", "{}", "[]", "[1]", " ",
        "\t",
        "\r", ",", ":", "}", "]", "\"", #","zz":1"#, #","f":{}"#, #","n":3"#, "é", "e\u{301}",
        "99999999999999999999",
      ]
      switch Int.random(in: 0..<5, using: &chance) {
      case 0: body[at] = UInt8.random(in: 0...255, using: &chance)
      case 1: body.remove(at: at)
      case 2: body.insert(contentsOf: (tokens.randomElement(using: &chance) ?? "").utf8, at: at)
      case 3: body.insert(contentsOf: body[at...].prefix(Int.random(in: 1...12, using: &chance)), at: at)
      default:
        let end = min(body.count, at + Int.random(in: 1...8, using: &chance))
        body.replaceSubrange(at..<end, with: (tokens.randomElement(using: &chance) ?? "").utf8)
      }
      if body.isEmpty || body.contains(10) { return line }
    }
    return body + tail
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func agreesWithTheGeneralReaderOnDamagedLines(seed: UInt64) {
    var chance = Seeded(seed &* 7_919)
    let lines = RandomHistory(seed: seed, count: 20).lines
    for line in lines {
      for _ in 0..<20 { expectAgreement(mutated(line, &chance), "seed \(seed)") }
    }
  }

  private let hash = #","h":"AAAAAAAAAAAAAAAAAAAAAA"}"# + "\n"
  private let start = #"{"v":1,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"","u":"x","a":"set","#

  private func line(_ rest: String) -> [UInt8] { Array((start + rest + hash).utf8) }

  @Test func keysAndValuesMayBeEscapedInAnyWay() {
    let written = line(#""\u0065":"worker\/\u0061","f":{"fullName":"Lao \u0111\u1ed9ng","\u0070hone":"1"}"#)
    expectAgreement(written, "escapes")
    let register = Register(folding: [written])
    #expect(register.row(of: "worker/a") == RecordID(.worker, 0))
    #expect(register.text(Worker.fullName, 0) == "Lao động")
    #expect(register.text(Worker.phone, 0) == "1")
  }

  @Test func anyKeyOrderAndNewKeysAreRead() {
    let written = Array(
      (#"{"new":{"x":[1.5,"}"]},"f":{"fullName":"A"},"e":"worker/a","a":"set","u":"x","t":"","n":2,"#
        + #""i":"8z3k0q5m2x7w9c4d","v":1"# + hash).utf8)
    expectAgreement(written, "order")
    #expect(Register(folding: [written]).text(Worker.fullName, 0) == "A")
  }

  @Test func whatALineTakesBackIsReadAtOnceAndChangesNothing() {
    let id = "8z3k0q5m2x7w9c4d"
    for (tail, isQuick) in [
      (#","undo":"\#(id)""#, true), (#","redo":"\#(id)""#, true), (#","undo":"short""#, false),
      (#","undo":"\#(id)","undo":"\#(id)""#, false),
    ] {
      let written = line(#""e":"worker/a","f":{"fullName":"A"}"# + tail)
      expectAgreement(written, tail)
      written.dropLast().withUnsafeBufferPointer { bytes in
        var reader = LineReader(bytes, bytes.indices)
        #expect((reader.parts() != nil) == isQuick, "\(tail)")
      }
    }
  }

  @Test func aValueOfTheWrongTypeIsNoValue() {
    let fields = [
      #""fullName":true"#, #""birthDate":false"#, #""sex":true"#, #""fullName":7"#, #""into":true"#,
      #""birthDate":"2024-02-30""#, #""deleted":1"#, #""into":"household/a""#,
    ]
    for field in fields {
      let written = line(#""e":"worker/a","f":{\#(field)}"#)
      expectAgreement(written, field)
      let register = Register(folding: [written])
      #expect(register.personalValues == Array(repeating: .none, count: 7), "\(field)")
    }
  }

  @Test func aLineThatIsNoLineSaysNothingAtAll() {
    let broken = [
      #""e":"worker/a","f":{"fullName":"A","phone":[1]}"#,
      #""e":"worker/a","f":{"fullName":"A","phone":1.5}"#,
      #""e":"worker/a","f":{"fullName":"A","fullName":"B"}"#, #""e":"worker/a","f":{"fullName":"A"}}x{"#,
      #""e":"worker/a","s":["short"],"f":{"fullName":"A"}"#, #""e":"","f":{"fullName":"A"}"#,
      #""e":"worker/a","f":{"fullName":"A"},"g":"8z3k0q5m2x7w9c4d""#,
      #""e":"worker/a","f":{"fullName":"A\x"}"#,
    ]
    for rest in broken {
      let register = Register(folding: [line(rest)])
      #expect(register.unreadable == 1 && Dump(register) == Dump(), "\(rest)")
    }
  }

  @Test func moreFieldsThanALineMayHaveAreNotTaken() {
    let fields = (0..<201).map { #""k\#($0)":1"# }.joined(separator: ",")
    #expect(Register(folding: [line(#""e":"worker/a","f":{\#(fields)}"#)]).unreadable == 1)
  }

  @Test func aTornTailIsLeftOutUntilItsLineIsWhole() {
    let whole = NewLine.set(Operation(entity: "worker/a", fields: [("fullName", .text("A"))])).bytes(n: 1)
    var register = Register()
    register.fold(Array(whole.dropLast()))
    #expect(register.row(of: "worker/a") == nil && register.unreadable == 0)
    register.fold(whole)
    #expect(register.text(Worker.fullName, 0) == "A")
  }

  @Test func aNumberBeyondAllMeasureStopsNothing() {
    var register = Register(folding: [
      line(#""e":"worker/a","f":{"fullName":"A"}"#.replacing("\"n\":2", with: "\"n\":9223372036854775807")),
      Array(
        (start.replacing("\"n\":2", with: "\"n\":9223372036854775807") + #""e":"worker/b","f":{}"# + hash)
          .utf8),
    ])
    register.anticipate(register.change([Edit("worker/c", [("fullName", .text("C"))])]))
    #expect(register.row(of: "worker/c") != nil)
  }
}

extension Register {
  /// What is said of the first worker.
  fileprivate var personalValues: [FieldValue] { Register.personalFields.map { value($0, 0) } }
}
