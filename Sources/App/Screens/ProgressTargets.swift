import Model

/// The plan's targets with their bars, numbers and words: the upper part of the progress screen.
struct ProgressTargets {
  static let height = 7
  /// How many of them can be chosen.
  static let count = 4

  let progress: Progress
  let forecast: Forecast?

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context, chosen: Int?) {
    let language = context.language
    let rows = [t1(language), t2(language), t3(language), t4(language)]
    var y = 0
    for (index, row) in rows.enumerated() {
      let line = Rect(x: area.x, y: area.y + y, width: area.width, height: 1)
      guard y < area.height else { return }
      let isChosen = index == chosen
      let style: Style = isChosen ? .selected : .plain
      let title = (isChosen ? String(frame.glyphs.pointer) : " ") + row.title
      if let bar = row.bar {
        let numbers = line.width < 48 ? row.numbers.tidied : row.numbers
        frame.write("", in: line, style)
        frame.write(title, in: line.inset(right: Frame.width(of: numbers) + 2), style)
        bar.draw(in: &frame, Rect(x: line.x + 30, y: line.y, width: max(0, line.width - 52), height: 1))
        right(numbers, in: &frame, line, isChosen ? .selected : .heading)
      } else {
        frame.write(title, in: line, style)
        frame.write(row.numbers, in: line.inset(left: 14), row.style)
      }
      if isChosen { frame.cursor = Point(x: line.x, y: line.y) }
      y += 1
      if let words = row.words {
        guard y < area.height else { return }
        frame.write(
          "    " + words, in: Rect(x: area.x, y: area.y + y, width: area.width, height: 1), row.style)
        y += 1
      }
    }
  }

  private func right(_ text: String, in frame: inout Frame, _ line: Rect, _ style: Style) {
    let width = Frame.width(of: text)
    frame.write(text, in: line.inset(left: max(0, line.width - width - 1)), style)
  }

  private struct Row {
    let title: String
    var bar: ProgressBar?
    let numbers: String
    var words: String?
    var style = Style.dim
  }

  private func t1(_ language: Language) -> Row {
    let t1 = progress.t1
    let title = Words("T1 Lao động xuất cảnh", "T1 Workers sent abroad")[language]
    // Who waits now belongs to no other period.
    let pipeline =
      progress.period.contains(progress.today)
      ? [Words("chờ xuất cảnh \(t1.pipeline)", "waiting \(t1.pipeline)")[language]] : []
    let likely =
      progress.period.isYear && progress.period.contains(progress.today)
      ? [(forecast?.words ?? noForecast)[language]] : []
    let workers =
      t1.workers == t1.achieved ? [] : [Words("\(t1.workers) người", "\(t1.workers) people")[language]]
    let counted =
      t1.fromCounts > 0
      ? [Words("\(t1.fromCounts) từ bảng số", "\(t1.fromCounts) from counts")[language]] : []
    let astride =
      t1.astride > 0
      ? [Words("\(t1.astride) từ bảng số giữa hai kỳ", "\(t1.astride) counts astride")[language]] : []
    guard let target = t1.target, target > 0, let expected = t1.expected, let ahead = t1.ahead else {
      let none = Words("chưa giao chỉ tiêu", "no target given")[language]
      return Row(
        title: title, bar: ProgressBar(share: nil), numbers: "\(t1.achieved)",
        words: ([none] + counted + astride + pipeline + workers).joined(separator: " · "))
    }
    let whole = Double(target)
    let pace =
      ahead >= 0
      ? Words("cần đến nay \(expected) · vượt \(ahead)", "by now \(expected) · \(ahead) ahead")
      : Words("! cần đến nay \(expected) · thiếu \(-ahead)", "! by now \(expected) · \(-ahead) behind")
    let percent = Percent(t1.achieved, of: target)?.text(language) ?? "–"
    return Row(
      title: title, bar: ProgressBar(share: Double(t1.achieved) / whole, tick: Double(expected) / whole),
      numbers: "\(t1.achieved)/\(target)" + String(repeating: " ", count: max(1, 9 - percent.count))
        + percent,
      words: ([pace[language]] + likely + pipeline + counted + astride + workers).joined(separator: " · "),
      style: ahead >= 0 ? .dim : .warning)
  }

  private var noForecast: Words {
    progress.period.reckoning == .calendar
      ? Forecast.unknown : Words("dự báo: chỉ theo năm dương lịch", "forecast: by calendar years only")
  }

  private func part(_ part: Progress.Part, _ language: Language) -> String {
    let percent = part.percent?.text(language) ?? "–"
    return "\(part.numerator)/\(part.denominator)" + String(repeating: " ", count: max(1, 9 - percent.count))
      + percent
  }

  private func share(_ part: Progress.Part) -> Double? {
    part.denominator > 0 ? Double(part.numerator) / Double(part.denominator) : nil
  }

  private func t2(_ language: Language) -> Row {
    let t2 = progress.t2
    let needed = (t2.target * t2.part.denominator + 99) / 100 - t2.part.numerator
    let year = progress.year
    var words = [
      progress.period.isYear
        ? Words("ít nhất \(t2.target)%", "at least \(t2.target)%")
        : Words("\(t2.target)% năm \(year)", "\(t2.target)% of all \(year)")
    ]
    if needed > 0 { words.append(Words("thiếu \(needed)", "\(needed) short")) }
    if t2.toNearPoor > 0 { words.append(Words("cận nghèo \(t2.toNearPoor)", "\(t2.toNearPoor) near-poor")) }
    if t2.notReviewed > 0 {
      words.append(Words("chưa rà soát \(t2.notReviewed)", "\(t2.notReviewed) not reviewed"))
    }
    if t2.areaUnknown > 0 {
      words.append(Words("chưa rõ diện \(t2.areaUnknown)", "\(t2.areaUnknown) unclassified"))
    }
    return Row(
      title: Words("T2 Hộ nghèo thoát nghèo", "T2 Poor households escaped")[language],
      bar: ProgressBar(share: share(t2.part), tick: Double(t2.target) / 100),
      numbers: part(t2.part, language),
      words: words.map { $0[language] }.joined(separator: " · "))
  }

  private func t3(_ language: Language) -> Row {
    let missing = progress.t3.denominator - progress.t3.numerator
    var words = [Words("chỉ tiêu \(progress.t3Target)%", "target \(progress.t3Target)%")]
    if missing > 0 { words.append(Words("! \(missing) người chưa có", "! \(missing) without it")) }
    return Row(
      title: Words("T3 Bồi dưỡng trước khi đi", "T3 Trained before leaving")[language],
      bar: ProgressBar(share: share(progress.t3), tick: Double(progress.t3Target) / 100),
      numbers: part(progress.t3, language), words: words.map { $0[language] }.joined(separator: " · "),
      style: missing > 0 ? .warning : .dim)
  }

  private func t4(_ language: Language) -> Row {
    let words = zip(IncidentFilter.types, progress.t4).map { type, cases -> String in
      let total = cases.open + cases.closed
      let open =
        total == 0
        ? ""
        : cases.open == 0
          ? Words(" (đã xong)", " (closed)")[language]
          : Words(" (còn \(cases.open))", " (\(cases.open) open)")[language]
      return "\(type[language]) \(total)\(open)"
    }
    let isClean = progress.t4.allSatisfy { $0.open == 0 }
    return Row(
      title: Words("T4 Vụ việc", "T4 Illegal:")[language], bar: nil,
      numbers: (isClean ? "" : "! ") + words.joined(separator: " · "), words: nil,
      style: isClean ? .plain : .warning)
  }
}
