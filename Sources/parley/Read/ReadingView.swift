internal import ParleyModel

/// A reading as a person reads it in a terminal.
struct ReadingView {
  let reading: ArticleReading
  private let paragraphs: ParagraphNumbers

  /// Shows `reading`.
  init(_ reading: ArticleReading) {
    self.reading = reading
    paragraphs = ParagraphNumbers(reading.article.paragraphs)
  }

  /// Writes the view: head, attributions, stances, figures, changes; sections without content are
  /// left out.
  func write(to sheet: inout Sheet) {
    writeHead(to: &sheet)
    writeAttributions(to: &sheet)
    writeStances(to: &sheet)
    writeFigures(to: &sheet)
    writeChanges(to: &sheet)
    guard !isEmpty else { return }
    sheet.gap()
    sheet.line(StyledText("Right: paragraph. parley read --json for the record.", .faint))
  }

  private var isEmpty: Bool {
    reading.attributions.isEmpty && reading.positions.isEmpty && reading.figures.isEmpty
      && reading.changes.isEmpty
  }

  private func writeHead(to sheet: inout Sheet) {
    let article = reading.article
    for line in Columns.wrap(
      Columns.plain(article.title ?? article.id.rawValue), columns: sheet.terminal.width)
    {
      sheet.line(StyledText(line, .strong))
    }
    let setAside = article.paragraphs.filter { paragraph in
      article.boilerplate.contains { $0.contains(paragraph) }
    }.count
    var facts = article.outlet.map { [Columns.plain($0)] } ?? []
    if let date = article.published { facts.append(MonthNames.day(date)) }
    facts.append(article.language)
    var size = Self.count(article.paragraphs.count - setAside, "paragraph")
    if setAside > 0 { size += ", " + Self.count(setAside, "line") + " set aside" }
    sheet.paragraph(facts.joined(separator: ", ") + sheet.signs.dot + size)
    writeCounts(to: &sheet)
    writeAssistance(to: &sheet)
  }

  private func writeCounts(to sheet: inout Sheet) {
    let counts = [
      (reading.attributions.count, "attribution"), (reading.positions.count, "stance"),
      (reading.figures.count, "figure"), (reading.changes.count, "change"),
    ].filter { $0.0 > 0 }.map { Self.count($0.0, $0.1) }
    let open = reading.attributions.count { attribution in
      if case .unresolved = attribution.speaker { true } else { false }
    }
    let line = StyledText(
      counts.isEmpty ? "nothing that anyone says" : counts.joined(separator: sheet.signs.dot))
    guard open > 0 else { return sheet.line(line) }
    let question = StyledText(Self.count(open, "open question"), .flag)
    if Columns.width(line.text) + 3 + Columns.width(question.text) <= sheet.terminal.width {
      sheet.line(line, StyledText(sheet.signs.dot), question)
    } else {
      sheet.line(line)
      sheet.line(question)
    }
  }

  /// The number with its noun.
  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// The words of `ranges`, joined by an ellipsis where they stand apart.
  func words(_ ranges: [ByteRange]) -> String {
    ranges.map { Columns.plain(reading.article.words($0)) }.joined(separator: " … ")
  }

  /// The number of the paragraph where `range` begins, right-aligned for the end of a line.
  func address(_ range: ByteRange) -> StyledText {
    StyledText(
      Columns.pad(String(paragraphs.number(at: range.lowerBound)), to: 4, isRight: true), .faint)
  }
}

/// The number of the paragraph of a byte, from 1.
struct ParagraphNumbers {
  private let paragraphs: [ByteRange]

  /// Numbers `paragraphs`.
  init(_ paragraphs: [ByteRange]) { self.paragraphs = paragraphs }

  /// Returns the number of the last paragraph that begins at `offset` or before it; 0 if none does.
  func number(at offset: Int) -> Int {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Dates for people.
enum MonthNames {
  private static let short = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The date as "22 Aug 2025".
  static func day(_ date: CalendarDate) -> String {
    "\(date.day) \(short[date.month - 1]) \(date.year)"
  }
}
