internal import ParleyModel

extension ReadingView {
  /// Writes the numbers: what is measured, the number as written, its unit.
  func writeFigures(to sheet: inout Sheet) {
    guard !reading.figures.isEmpty else { return }
    sheet.gap()
    sheet.line(StyledText("FIGURES", .heading))
    let label = sheet.terminal.width - 4 - 28 - 12
    for figure in reading.figures {
      let text = [
        figure.holder.map(Columns.plain), figure.quantity.map(Columns.plain), Self.of(figure, self),
      ]
      .compactMap(\.self).joined(separator: ", ")
      let subject = Columns.cut(
        text.isEmpty ? "not said of what" : text, to: label - 3, ellipsis: sheet.signs.ellipsis)
      let claimed = Columns.cut(
        words([figure.evidence]), to: 26, ellipsis: sheet.signs.ellipsis)
      sheet.line(
        StyledText("  " + Columns.pad(subject, to: label - 2)),
        StyledText(Columns.pad(claimed, to: 28, isRight: true), .figure),
        StyledText("  " + Columns.pad(Columns.cut(figure.unit, to: 10), to: 10)),
        address(figure.evidence))
      if let seen = seen(by: figure.readers) { note("seen by", seen, to: &sheet) }
    }
  }

  private static func of(_ figure: Figure, _ view: ReadingView) -> String? {
    figure.of.isEmpty ? nil : "of " + view.words(figure.of)
  }

  /// Writes the stances that moved.
  func writeChanges(to sheet: inout Sheet) {
    guard !reading.changes.isEmpty else { return }
    sheet.gap()
    sheet.line(StyledText("CHANGES", .heading))
    for change in reading.changes {
      let style: Style = change.direction == .softened ? .agreement : .flag
      let head = "\(sheet.signs.sign(change.direction)) \(change.direction.rawValue)"
      let code = change.issue.rawValue
      let room = sheet.terminal.width - 2 - Columns.width(head) - 2 - Columns.width(code) - 5
      sheet.line(
        StyledText("  "), StyledText(head, style),
        StyledText(
          "  " + Columns.pad(Columns.cut(Columns.plain(change.holder), to: room), to: room)),
        StyledText(" " + code), address(change.evidence))
      sheet.paragraph(words([change.evidence]), indent: 14, lines: 2)
    }
  }
}
