internal import Dossier
internal import ParleyModel
internal import Territory

/// The findings of a check for a person, by kind; those that weigh most first.
struct CheckView {
  /// How many findings of a kind are shown, unless the kind was asked for.
  private static let most = 6

  private let report: CheckReport
  private let title: String
  private let words: String
  /// Whether all findings are shown, with the working of each figure.
  private let isWhole: Bool

  init(_ report: CheckReport, title: String, words: String, isWhole: Bool) {
    self.report = report
    self.title = title
    self.words = words
    self.isWhole = isWhole
  }

  func write(to sheet: inout Sheet) {
    sheet.line(
      StyledText("Check: " + Columns.plain(title), .strong), StyledText("   " + words))
    let counts = CheckFinding.Severity.allCases.compactMap { severity -> String? in
      let count = report.findings.count { $0.severity == severity && $0.acknowledgement == nil }
      return count == 0 ? nil : "\(count) \(severity.rawValue)"
    }
    let noted = report.findings.count { $0.acknowledgement != nil }
    sheet.line(
      StyledText(
        ([counted(report.articles, "article"), counted(report.origins, "original report")]
          + (counts.isEmpty ? ["nothing found"] : counts)
          + (noted > 0 ? ["\(noted) acknowledged"] : [])).joined(separator: sheet.signs.dot)))
    for kind in CheckFinding.Kind.allCases {
      let findings = report.findings.filter { $0.kind == kind }
      guard !findings.isEmpty else { continue }
      sheet.gap()
      if kind == .figuresOnMaps {
        figures(findings, to: &sheet)
      } else {
        sheet.line(
          StyledText(Self.heading(kind), .heading), StyledText("  \(findings.count)", .faint))
        list(findings, to: &sheet)
      }
    }
  }

  private static func heading(_ kind: CheckFinding.Kind) -> String {
    switch kind {
    case .figuresOnMaps: "FIGURES"
    case .mapsMissing: "FIGURES WITHOUT A MAP"
    case .figuresDiffer: "FIGURES THAT EXCLUDE EACH OTHER"
    case .copiesDiffer: "COPIES DIFFER"
    case .rivals: "STANCES THAT EXCLUDE EACH OTHER"
    case .quotesAltered: "QUOTATIONS WITH OTHER WORDS ELSEWHERE"
    case .quotesReassigned: "QUOTATIONS OF SOMEBODY ELSE ELSEWHERE"
    case .unknownSpeakers: "WHO SPEAKS IS NOT KNOWN"
    case .oneOrigin: "RESTS ON ONE REPORT"
    case .stale: "NOT HEARD OF FOR LONG"
    case .originals: "ORIGINALS"
    case .retracted: "LEFT OF RETRACTED ARTICLES"
    }
  }

  private func figures(_ findings: [CheckFinding], to sheet: inout Sheet) {
    sheet.line(
      StyledText(Columns.pad("FIGURES ON MAPS", to: 32), .heading),
      StyledText(Columns.pad("claimed", to: 12, isRight: true), .faint),
      StyledText(Columns.pad("computed", to: 11, isRight: true), .faint))
    for finding in findings {
      guard let ground = finding.ground else { continue }
      let claimed = ground.claim.value.map { Self.shown($0, ground) } ?? "-"
      let hedge = ground.claim.hedge.map { $0.words + " " } ?? ""
      let computed = ground.computed.map { Self.shown($0, ground) } ?? "-"
      let label = Columns.cut(
        "\(ground.ground) held by \(ground.holder)", to: 29, ellipsis: sheet.signs.ellipsis)
      sheet.line(
        StyledText("  " + Columns.pad(Columns.plain(label), to: 30)),
        StyledText(
          Columns.pad(
            Columns.cut(hedge + claimed, to: 12, ellipsis: sheet.signs.ellipsis), to: 12,
            isRight: true), .figure),
        StyledText(Columns.pad(computed, to: 11, isRight: true)),
        StyledText("  " + ground.result.rawValue, Self.style(finding)))
      detail(
        "map", "\(ground.variants.first?.mapDate.description ?? "none"): \(finding.reason)",
        2, to: &sheet)
      source(finding, to: &sheet)
      if isWhole {
        sheet.gap()
        FindingView(ground).write(to: &sheet)
        sheet.gap()
      }
    }
  }

  private static func shown(_ value: Double, _ ground: Finding) -> String {
    ground.claim.isShare ? Decimals.fixed(value, 1) + "%" : Decimals.grouped(value, 0) + " km2"
  }

  private func list(_ findings: [CheckFinding], to sheet: inout Sheet) {
    let shown = isWhole ? findings : Array(findings.prefix(Self.most))
    for finding in shown {
      let room = sheet.terminal.width - 22
      let summary = Columns.wrap(
        Columns.plain(finding.summary), columns: room, lines: 3, ellipsis: sheet.signs.ellipsis)
      for (index, line) in summary.enumerated() {
        let isFirst = index == 0
        let mark = finding.acknowledgement == nil ? finding.severity.rawValue : "noted"
        let head = StyledText(
          "  " + Columns.pad(isFirst ? mark : "", to: 8), isFirst ? Self.style(finding) : nil)
        sheet.line(
          isFirst
            ? [head, StyledText(Columns.pad(line, to: room + 2)), StyledText(finding.id, .faint)]
            : [head, StyledText(line)])
      }
      if finding.severity == .low, !isWhole, finding.acknowledgement == nil {
        if let evidence = finding.evidence.first {
          detail(Self.label(evidence), "\"\(evidence.words)\"", 1, to: &sheet)
        }
        continue
      }
      detail("why", finding.reason, 3, to: &sheet)
      for evidence in finding.evidence.prefix(isWhole ? 12 : 4) {
        let words = evidence.words.isEmpty ? "" : " \"\(evidence.words)\""
        detail(Self.label(evidence), words, 2, to: &sheet)
      }
      let left = finding.evidence.count - (isWhole ? 12 : 4)
      if left > 0 { detail("", "and \(left) more", 1, to: &sheet) }
      if let note = finding.acknowledgement {
        detail("noted", "by \(note.by), \(note.at.date): \(note.reason)", 2, to: &sheet)
      } else {
        detail("settle", finding.settle, 2, to: &sheet)
      }
    }
    if shown.count < findings.count {
      sheet.line(
        StyledText(
          "  and \(findings.count - shown.count) more: --kind \(findings[0].kind.rawValue)", .faint)
      )
    }
  }

  private static func label(_ evidence: CheckFinding.Evidence) -> String {
    let day = evidence.published.map { ", \($0)" } ?? ""
    let note = evidence.note.map { ", \($0)" } ?? ""
    return (evidence.outlet ?? evidence.article) + day + note + ":"
  }

  private func source(_ finding: CheckFinding, to sheet: inout Sheet) {
    guard let evidence = finding.evidence.first else { return }
    let noted = finding.acknowledgement.map { ", noted by \($0.by)" } ?? ""
    detail(
      Self.label(evidence), "\"\(evidence.words)\"  [\(finding.id)]\(noted)", 2, to: &sheet)
  }

  /// Writes a label and what it labels, wrapped together.
  private func detail(_ label: String, _ text: String, _ lines: Int, to sheet: inout Sheet) {
    let whole = Columns.plain(label + " " + text)
    let wrapped = Columns.wrap(
      whole, columns: sheet.terminal.width - 10, lines: lines, ellipsis: sheet.signs.ellipsis)
    for (index, line) in wrapped.enumerated() {
      let head = index == 0 && line.hasPrefix(label) ? label : ""
      sheet.line(
        StyledText("          "), StyledText(head, .faint),
        StyledText(String(line.dropFirst(head.count))))
    }
  }

  private static func style(_ finding: CheckFinding) -> Style {
    if finding.acknowledgement != nil { return .faint }
    return switch finding.severity {
    case .high, .medium: .flag
    case .low: .faint
    case .settled: .agreement
    }
  }
}
