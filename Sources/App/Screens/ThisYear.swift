import Model

/// One line on the year so far: departures against the target, the pipeline, training.
struct ThisYear {
  /// The numbers that can be opened, as they stand on the line.
  static let figures: [PeopleQuery.Figure] = [.departed, .pipeline, .trained, .untrained]

  private let progress: Progress
  /// Which of them is chosen.
  private let chosen: Int?

  init(_ progress: Progress, chosen: Int? = nil) { (self.progress, self.chosen) = (progress, chosen) }

  /// The one beside a number; none behind the last and before the first.
  static func after(_ figure: Int?, by step: Int) -> Int? {
    let next = figure.map { $0 + step } ?? (step > 0 ? 0 : figures.count - 1)
    return figures.indices.contains(next) ? next : nil
  }

  /// What opening one of them opens.
  static func opening(_ figure: Int) -> Words {
    let words = figures[figure].words
    return Words("Mở \(words.vi)", "Open \(words.en)")
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (language, t1) = (context.language, progress.t1)
    var x = 0
    func write(_ text: String, _ number: Int? = nil) {
      let rest = area.inset(left: min(area.width, x))
      let isChosen = number != nil && number == chosen
      if isChosen { frame.cursor = Point(x: rest.x, y: rest.y) }
      x += frame.write(text, in: rest, isChosen ? .focused : .plain)
    }
    let target = t1.target.map { "/\($0)" } ?? ""
    write(Words(" Năm \(progress.year)   ", " \(progress.year)   ")[language])
    write(Words("đã đi \(t1.achieved)\(target)", "left \(t1.achieved)\(target)")[language], 0)
    let barX = min(area.width, x + 1)
    if let target = t1.target, target > 0 {
      ProgressBar(
        share: Double(t1.achieved) / Double(target), tick: t1.expected.map { Double($0) / Double(target) }
      ).draw(
        in: &frame, Rect(x: area.x + barX, y: area.y, width: max(0, min(16, area.width - barX)), height: 1))
    }
    x = barX + 19
    write(Words("chờ đi \(t1.pipeline)", "waiting \(t1.pipeline)")[language], 1)
    write(" · ")
    let (part, whole) = (progress.t3.numerator, progress.t3.denominator)
    write(Words("bồi dưỡng \(part)/\(whole)", "trained \(part)/\(whole)")[language], 2)
    if chosen == 3 { write(Words(" · thiếu \(whole - part)", " · not yet \(whole - part)")[language], 3) }
  }
}
