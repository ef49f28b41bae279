internal import Dossier
internal import ParleyModel

/// The origins of a dossier for a person: each report with its copies, and what they made of it.
struct OriginsView {
  /// How many reports are shown, the most copied first.
  private static let most = 40

  private let survey: OriginSurvey
  private let title: String
  /// The texts whose sentences are shown, by version; empty for counts only.
  private let texts: [Int64: Article]

  init(_ survey: OriginSurvey, title: String, texts: [Int64: Article]) {
    self.survey = survey
    self.title = title
    self.texts = texts
  }

  func write(to sheet: inout Sheet) {
    sheet.line(StyledText("Origins: " + Columns.plain(title), .strong))
    let copies = survey.reports.reduce(0) { $0 + $1.copies.count }
    sheet.line(
      StyledText(
        [
          counted(survey.articles, "article"), counted(survey.origins, "original report"),
          copies == 1 ? "1 copy" : "\(copies) copies",
        ].joined(separator: sheet.signs.dot)))
    let shown = survey.reports.sorted { $0.copies.count > $1.copies.count }.prefix(Self.most)
    for report in shown {
      sheet.gap()
      write(report, to: &sheet)
    }
    if shown.count < survey.reports.count {
      sheet.gap()
      sheet.paragraph(
        "and \(survey.reports.count - shown.count) reports with fewer copies: --json has them all",
        style: .faint)
    }
    guard !survey.relayed.isEmpty else { return }
    sheet.gap()
    sheet.line(StyledText("ON THE WORD OF OTHERS, NO COPY FOUND", .heading))
    for relayed in survey.relayed {
      let names = relayed.articles.map { Columns.plain($0.outlet ?? $0.article) }
      let lines = Columns.wrap(
        names.joined(separator: ", "), columns: sheet.terminal.width - 22, lines: 3,
        ellipsis: sheet.signs.ellipsis)
      let outlet = Columns.cut(Columns.plain(relayed.outlet), to: 18)
      for (index, line) in lines.enumerated() {
        sheet.line(
          StyledText("  "),
          StyledText(index == 0 ? outlet : "", .source),
          StyledText(
            String(repeating: " ", count: 20 - (index == 0 ? Columns.width(outlet) : 0)) + line))
      }
    }
  }

  private func write(_ report: OriginReport, to sheet: inout Sheet) {
    sheet.line(
      StyledText(Columns.plain(report.first.outlet ?? report.first.article), .strong),
      StyledText("  " + describe(report.first), .faint))
    var facts = [report.ground.rawValue, "carried by \(counted(report.outlets, "outlet"))"]
    if let source = report.source {
      facts.append("goes back to \(Columns.plain(source)), whose report is not in the dossier")
    }
    sheet.paragraph(facts.joined(separator: sheet.signs.dot), indent: 2)
    for copy in report.copies {
      let member = copy.member
      sheet.line(
        StyledText("  "), StyledText(Columns.plain(member.outlet ?? member.article), .source),
        StyledText("  " + describe(member), .faint))
      sheet.paragraph(Self.summary(copy).joined(separator: sheet.signs.dot), indent: 4)
      sentences("dropped", copy.comparison.dropped, of: report.first, to: &sheet)
      sentences(
        "changed", copy.comparison.pairs.filter(\.isChanged).map(\.b), of: member, to: &sheet)
      sentences("moved", copy.comparison.pairs.filter(\.isMoved).map(\.b), of: member, to: &sheet)
      sentences("added", copy.comparison.added, of: member, to: &sheet)
    }
  }

  private func describe(_ member: OriginReport.Member) -> String {
    let day = member.published.map(\.description) ?? "no date"
    return "\(day), \(member.words) words, \(Columns.plain(member.article))"
  }

  private static func summary(_ copy: OriginReport.Copy) -> [String] {
    let comparison = copy.comparison
    let kept = Int((comparison.shared.shareOfA * 100).rounded())
    let own = Int(((1 - comparison.shared.shareOfB) * 100).rounded())
    var parts = ["keeps \(kept)%"]
    if own > 0 { parts.append("\(own)% its own") }
    let counts = [
      ("dropped", comparison.dropped.count),
      ("moved", comparison.pairs.count(where: \.isMoved)),
      ("changed", comparison.pairs.count(where: \.isChanged)),
      ("added", comparison.added.count),
    ]
    return parts + counts.filter { $0.1 > 0 }.map { "\(counted($0.1, "sentence")) \($0.0)" }
  }

  private func sentences(
    _ label: String, _ ranges: [ByteRange], of member: OriginReport.Member, to sheet: inout Sheet
  ) {
    guard let text = texts[member.version] else { return }
    let room = sheet.terminal.width - 14
    for range in ranges {
      let lines = Columns.wrap(
        Columns.plain(text.words(range)), columns: room, lines: 2, ellipsis: sheet.signs.ellipsis)
      for (index, line) in lines.enumerated() {
        sheet.line(
          StyledText("    " + Columns.pad(index == 0 ? label : "", to: 9), .faint),
          StyledText(line))
      }
    }
  }
}
