internal import ParleyModel
internal import Territory

/// A finding as a person reads it, with its working.
struct FindingView {
  private let finding: Finding

  /// Takes a finding.
  init(_ finding: Finding) { self.finding = finding }

  private func shown(_ value: Double) -> String {
    finding.claim.isShare
      ? Decimals.fixed(value, 2) + "%" : Decimals.grouped(value, 0) + " km2"
  }

  /// Writes the finding.
  func write(to sheet: inout Sheet) {
    let style: Style = finding.result == .consistent ? .agreement : .flag
    sheet.line(
      StyledText("\"\(Columns.plain(finding.claim.text))\"", .figure), StyledText("  "),
      StyledText(finding.result.rawValue, style))
    for line in finding.reason.split(separator: "\n") {
      sheet.paragraph(String(line), indent: 2)
    }
    guard let computed = finding.computed, let range = finding.range else { return }
    var parts = ["computed \(shown(computed))"]
    if let claimed = finding.claim.value { parts.insert("claimed \(shown(claimed))", at: 0) }
    if let accepted = finding.accepted {
      parts.append("lets pass \(shown(accepted.lowerBound)) to \(shown(accepted.upperBound))")
    }
    parts.append("range \(shown(range.lowerBound)) to \(shown(range.upperBound))")
    sheet.paragraph(parts.joined(separator: sheet.signs.dot), indent: 2)
    sheet.gap()
    working(&sheet)
    definitions(&sheet)
  }

  private func working(_ sheet: inout Sheet) {
    guard (2...12).contains(finding.rows.count) else { return }
    var table = Table([
      .words("  region"), .number("held km2"), .number("area km2"), .number("share"),
      .number("official km2"), .number("share"),
    ])
    let rows = finding.rows + [RegionHolding.sum(finding.rows, id: "", name: finding.ground)]
    for (index, row) in rows.enumerated() {
      if index == rows.count - 1 { table.rule() }
      table.row([
        "  " + row.name, Decimals.grouped(row.held.squareKilometres, 1),
        Decimals.grouped(row.area.squareKilometres, 1), HoldingCells.percent(row.share()),
        row.officialArea.map { Decimals.grouped($0.squareKilometres, 0) } ?? "-",
        HoldingCells.percent(row.share(of: .official)),
      ])
    }
    table.write(to: &sheet)
    sheet.gap()
  }

  /// The definitions on the day itself, and the lowest and highest of all days.
  private func definitions(_ sheet: inout Sheet) {
    var table = Table([
      .words("  definition"), .words("outline"), .words("map"), .number("value"),
    ])
    let date = finding.variants.first?.mapDate
    for variant in finding.variants where variant.mapDate == date {
      table.row([
        "  " + variant.definition, variant.outline, variant.mapDate.description,
        shown(variant.value),
      ])
    }
    let days = finding.variants.filter { $0.definition == finding.variants.first?.definition }
    if let first = days.min(by: { $0.mapDate < $1.mapDate }),
      let last = days.max(by: { $0.mapDate < $1.mapDate }), first.mapDate != last.mapDate
    {
      for variant in [first, last] where variant.mapDate != date {
        table.row([
          "  the default, another day", variant.outline, variant.mapDate.description,
          shown(variant.value),
        ])
      }
    }
    table.write(to: &sheet)
  }
}
