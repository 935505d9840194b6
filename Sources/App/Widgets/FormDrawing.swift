import Model

extension Form {
  /// One row of the form: the title of a group, or one or two fields.
  private enum Line: Equatable { case title(Words), fields([Int]) }

  /// Where texts begin: behind the pointer, the longest label of any form, a blank and the bracket.
  private static let fieldStart = 20
  private static let candidateRows = 3
  /// How many rows the form itself keeps while candidates with long names are shown.
  private static let leastFormRows = 6
  /// The least width on which two fields stand side by side.
  private static let leastPaired = 72

  private func lines(in area: Rect, isLinear: Bool = false) -> [Line] {
    var lines: [Line] = []
    for (index, field) in fields.enumerated() {
      if let title = field.group, !title.vi.isEmpty { lines.append(.title(title)) }
      if field.isBeside, !isLinear, area.width >= Form.leastPaired, case .fields(let row)? = lines.last,
        row.count == 1
      {
        lines[lines.count - 1] = .fields(row + [index])
      } else {
        lines.append(.fields([index]))
      }
    }
    return lines
  }

  /// How many rows it takes to show everything: its fields, the candidates, the message.
  func heightNeeded(in area: Rect) -> Int { lines(in: area).count + Form.candidateRows + 1 }

  /// How an area is divided, and which line is the first to be seen.
  private func layout(_ area: Rect, isLinear: Bool = false) -> (
    rows: Rect, candidates: Rect, message: Rect, first: Int
  ) {
    let messageRows = area.height >= 2 ? 1 : 0
    let (upper, message) = area.split(bottom: messageRows)
    var wanted = 0
    if let shown = candidates {
      let room = max(Form.candidateRows, upper.height - Form.leastFormRows)
      wanted = shown.rowsNeeded(width: max(1, area.width - 2), rows: room)
    }
    let (rows, candidates) = upper.split(bottom: min(wanted, max(0, upper.height - 1)))
    let lines = lines(in: area, isLinear: isLinear)
    let current = lines.firstIndex { line in
      if case .fields(let row) = line { row.contains(focus) } else { false }
    }
    let overflow = max(0, lines.count - rows.height)
    let first = min(overflow, max(0, (current ?? 0) - rows.height / 2))
    return (rows, candidates, message, first)
  }

  /// The picker of the focused field, while nothing is chosen in it.
  private var focusedCandidates: Picker? {
    guard cells.indices.contains(focus), let picker = cells[focus].picker else { return nil }
    return picker.code == nil || picker.isOpen ? picker : nil
  }

  /// What a digit would choose in the focused field.
  private var candidates: Candidates? {
    if let picker = focusedCandidates { return picker.shownCandidates }
    let offered = offered
    return offered.isEmpty ? nil : Candidates(labels: offered)
  }

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    guard area.width > 0, area.height > 0 else { return }
    let isLinear = frame.glyphs == .linear
    let (rows, candidates, message, first) = layout(area, isLinear: isLinear)
    var isDayShown = false
    for (offset, line) in lines(in: area, isLinear: isLinear).dropFirst(first).prefix(rows.height)
      .enumerated()
    {
      let row = rows.row(offset)
      switch line {
      case .title(let title):
        let (words, line) = (title[language], isLinear ? "" : "─")
        frame.write("   \(line) \(words) \(line)", in: row, .heading)
      case .fields(let indices):
        for (column, index) in indices.enumerated() {
          let remark = draw(index, in: &frame, place(row, column: column, of: indices.count), language)
          if index == focus, remark != nil { isDayShown = true }
        }
      }
    }
    let indent = min(2, max(0, candidates.width - 1))
    self.candidates?.draw(in: &frame, candidates.inset(left: indent))
    drawMessage(in: &frame, message, language, isDayShown: isDayShown)
  }

  private func place(_ row: Rect, column: Int, of count: Int) -> Rect {
    guard count > 1 else { return row }
    let half = row.width / 2
    return column == 0
      ? Rect(x: row.x, y: row.y, width: half, height: 1) : row.inset(left: half)
  }

  /// Where the text of a field stands in its part of a row.
  private func fieldPlace(_ index: Int, _ place: Rect, _ language: Language) -> Rect {
    let isSecond = fields[index].isBeside && place.x > 0 && place.width >= Form.leastPaired / 2
    let wished = isSecond ? Form.fieldStart - 3 : Form.fieldStart
    let start = min(wished, place.width * 3 / 5)
    let room = place.width - start - 3 - markRoom(index, language)
    return Rect(x: place.x + start, y: place.y, width: max(1, min(fields[index].width, room)), height: 1)
  }

  /// How much less a field takes that fills its part of the row, for the mark that it is the batch's.
  private func markRoom(_ index: Int, _ language: Language) -> Int {
    guard cells[index].isCarried, let mark = remarks(index, language).last else { return 0 }
    return Frame.width(of: mark) - 1 + (problem(at: index)?.mark.isEmpty ?? true ? 0 : 2)
  }

  /// Draws a field; gives back the remark for which there was room behind it.
  private func draw(
    _ index: Int, in frame: inout Frame, _ place: Rect, _ language: Language
  ) -> String? {
    if frame.glyphs == .linear {
      drawLinear(index, in: &frame, place, language)
      return nil
    }
    let (field, cell) = (fields[index], cells[index])
    let isFocused = index == focus
    let target = fieldPlace(index, place, language)
    let pointer = isFocused ? String(frame.glyphs.pointer) : " "
    let label = Rect(x: place.x, y: place.y, width: max(0, target.x - place.x - 1), height: 1)
    frame.write(" \(pointer) \(field.label[language])", in: label, isFocused ? .heading : .plain)
    let style: Style = isFocused ? .focused : cell.isCarried ? .carried : .field
    if isMasked(index) {
      let end = frame.write(masked(index, frame.glyphs), in: target, style)
      if isFocused { frame.cursor = Point(x: target.x + min(end, target.width - 1), y: target.y) }
    } else {
      drawText(cell, in: &frame, target, style, isFocused: isFocused)
    }
    let (end, right) = (target.x + target.width, place.x + place.width)
    if isFocused, target.x > place.x { frame.put("[", at: Point(x: target.x - 1, y: target.y), .focused) }
    if isFocused, end < right { frame.put("]", at: Point(x: end, y: target.y), .focused) }
    var rest = Rect(x: end + 2, y: place.y, width: max(0, right - end - 2), height: 1)
    if let problem = problem(at: index), !problem.mark.isEmpty, !isBeingTyped(index) {
      frame.write(problem.mark, in: rest.split(left: 1).0, problem.style)
      rest = rest.inset(left: 2)
    }
    guard let remark = remarks(index, language).first(where: { Frame.width(of: $0) <= rest.width }) else {
      return nil
    }
    frame.write(remark, in: rest, .dim)
    return remark
  }

  private func masked(_ index: Int, _ glyphs: Glyphs) -> String {
    CitizenNumber.masked(cells[index].text, glyphs.mask)
  }

  /// A field in words: its name, what stands in it, what is said of it.
  private func drawLinear(_ index: Int, in frame: inout Frame, _ place: Rect, _ language: Language) {
    let isFocused = index == focus
    let pointer = isFocused ? "\(frame.glyphs.pointer) " : ""
    let label = "\(pointer)\(fields[index].label[language]): "
    let said = problem(at: index).flatMap { isBeingTyped(index) ? nil : $0.sentence(language) }
    let rest = ([said].compactMap { $0 } + remarks(index, language)).map { "   \($0)" }.joined()
    let x = frame.write(label, in: place, .plain)
    let text = place.inset(left: min(x, place.width))
    let isMasked = isMasked(index)
    frame.write((isMasked ? masked(index, frame.glyphs) : cells[index].text) + rest, in: text, .plain)
    guard isFocused else { return }
    let before = isMasked ? "" : cells[index].caretText
    frame.cursor = Point(x: text.x + Frame.width(of: before), y: place.y)
  }

  /// Whether what is wrong with a field may still come right with the next letter.
  private func isBeingTyped(_ index: Int) -> Bool {
    if case .code(let code) = cells[index].editor, code.isComplete { return false }
    return index == focus && cells[index].isTouched && cells[index].problem == nil && !wasFinished
  }

  private func drawText(
    _ cell: FormCell, in frame: inout Frame, _ area: Rect, _ style: Style, isFocused: Bool
  ) {
    switch cell.editor {
    case .text(let field): field.draw(in: &frame, area, style: style, isFocused: isFocused)
    case .code(let code): code.field.draw(in: &frame, area, style: style, isFocused: isFocused)
    case .date(let date): date.field.draw(in: &frame, area, style: style, isFocused: isFocused)
    case .number(let number): number.field.draw(in: &frame, area, style: style, isFocused: isFocused)
    case .choice(let picker):
      if picker.code == nil {
        picker.query.draw(in: &frame, area, style: style, isFocused: isFocused)
      } else {
        frame.write(picker.text, in: area, style)
        let caret = min(Frame.width(of: picker.text), area.width - 1)
        if isFocused { frame.cursor = Point(x: area.x + caret, y: area.y) }
      }
    }
  }

  /// What may stand behind a field, the longest first: the day as it will be read, whether it is the
  /// batch's, or the screen's note.
  private func remarks(_ index: Int, _ language: Language) -> [String] {
    let cell = cells[index]
    if index == focus, let day = dayBeingTyped { return ["= \(day.text)"] }
    if cell.isCarried { return [Words("(lô)", "(batch)")[language], Words("lô", "(b)")[language]] }
    return cell.note.isEmpty ? [] : [cell.note]
  }

  /// The day that the focused field will hold, while it is not written in full there.
  private var dayBeingTyped: Day? {
    guard cells.indices.contains(focus), case .date(let date) = cells[focus].editor, let day = date.day,
      date.field.text != day.text
    else { return nil }
    return day
  }

  private func drawMessage(
    in frame: inout Frame, _ area: Rect, _ language: Language, isDayShown: Bool
  ) {
    guard area.height > 0, cells.indices.contains(focus) else { return }
    let field = fields[focus]
    if let day = dayBeingTyped, !isDayShown {
      frame.write(" \(field.label[language]) = \(day.text)", in: area, .notice)
    } else if let problem = problem(at: focus), !isBeingTyped(focus) {
      // What is missing is said beside what is offered for it.
      let offered = suggestion.map { frame.write(" → \($0) ·", in: area, .notice) } ?? 0
      frame.write(
        " " + problem.sentence(language), in: area.inset(left: min(offered, area.width)), problem.style)
    } else if let picker = focusedCandidates, picker.candidates.isEmpty, !picker.query.isEmpty {
      let text = picker.query.text
      let nothing = Words(
        " Không thấy “\(text)” – Esc xóa chữ đã gõ", " Nothing like “\(text)” – Esc erases what was typed")
      frame.write(nothing[language], in: area, .warning)
    } else if let suggestion {
      frame.write(" → \(suggestion)", in: area, .notice)
    } else if let (index, problem) = justSaid {
      draw(problem, of: index, in: &frame, area, language)
    } else if isAtEnd {
      frame.write(
        isOneOfMany
          ? Words(
            " Đã hết các ô. F2: lưu; F7: lưu, nhập người sau.",
            " That was the last field. F2 saves, F7 saves and goes on.")[language]
          : Words(" Đã hết các ô. F2 để lưu.", " That was the last field. F2 saves.")[language], in: area,
        .notice)
    } else if let picker = focusedCandidates, picker.candidates.count > Picker.page {
      let more = Words(
        " \(picker.candidates.count) mục: gõ thêm chữ, số thứ tự, PgDn xem tiếp",
        " \(picker.candidates.count) choices: type letters, a number, PgDn for more")
      frame.write(more[language], in: area, .dim)
    } else if let index = elsewhere, let problem = problem(at: index) {
      draw(problem, of: index, in: &frame, area, language)
    } else if let hint = field.hint {
      frame.write(" " + hint[language], in: area, .dim)
    }
  }

  private func draw(
    _ problem: Problem, of index: Int, in frame: inout Frame, _ area: Rect, _ language: Language
  ) {
    let mark = problem.mark.isEmpty ? problem.level.words[language] + " ·" : problem.mark
    let words = " \(mark) \(fields[index].label[language]): \(problem.words[language])"
    let code = problem.code.isEmpty ? "" : " (\(problem.code))"
    frame.write(Frame.width(of: words + code) > area.width ? words : words + code, in: area, problem.style)
  }

  /// What is wrong with the field just left, or worth a thought, or what leaving it brought about in another one, until the
  /// next one is typed into.
  private var justSaid: (index: Int, problem: Problem)? {
    guard !cells[focus].isTouched else { return nil }
    let said = [lastLeft, justCaused].compactMap { $0 }.filter { $0 != focus }.compactMap { index in
      problem(at: index).flatMap { $0.reason == nil ? (index: index, problem: $0) : nil }
    }
    return said.first { $0.problem.level != .hint } ?? (elsewhere == nil ? said.first : nil)
  }

  /// Another field that cannot stay as it is, else the nearest one before with a warning that nobody has passed over.
  private var elsewhere: Int? {
    fields.indices.first { $0 != focus && problem(at: $0)?.level == .block }
      ?? fields.indices.last { index in
        guard index < focus, let problem = problem(at: index) else { return false }
        return problem.level == .warn && problem.reason == nil
      }
  }

  /// The field under a click.
  func field(at point: Point, in area: Rect) -> Int? {
    let (rows, _, _, first) = layout(area)
    let lines = lines(in: area)
    let index = first + point.y - rows.y
    guard rows.contains(point), lines.indices.contains(index), case .fields(let row) = lines[index]
    else { return nil }
    return row.count > 1 && point.x >= area.x + area.width / 2 ? row[1] : row[0]
  }
}
