internal import ParleyModel

extension ReadingView {
  /// Writes which model read along, how it was asked, and what became of its answers; nothing where
  /// none did.
  func writeAssistance(to sheet: inout Sheet) {
    guard let assistance = reading.assistance else { return }
    let settings = assistance.settings
    sheet.paragraph(
      "Read with \(Columns.plain(assistance.model)): \(assistance.prompt), window "
        + "\(settings.window), answers to \(settings.answerTokens) tokens, \(settings.format)",
      style: .faint)
    var facts = [
      "\(assistance.answers) of \(assistance.requests) requests answered",
      "\(assistance.positions.accepted) of \(assistance.positions.proposed) stances accepted",
      "\(assistance.figures.accepted) of \(assistance.figures.proposed) figures",
    ]
    if !assistance.findings.isEmpty {
      facts.append("\(assistance.findings.count) to look at, where the readers differ")
    }
    sheet.paragraph(facts.joined(separator: sheet.signs.dot), style: .faint)
  }

  /// Who saw a stance or a figure, in words; `nil` where only Parley's own reader was at work.
  func seen(by readers: [ReaderKind]) -> String? {
    guard let assistance = reading.assistance, !readers.isEmpty else { return nil }
    if readers.count > 1 { return "both readers" }
    return readers == [.assisted]
      ? Columns.plain(assistance.model) + " alone" : "Parley's own reader alone"
  }
}
