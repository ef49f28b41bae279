import ArgumentParser
internal import ParleyModel
internal import Territory

/// `parley territory explain-change`: change of terms, or ground that changed hands.
struct ExplainChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-change",
    abstract: "Parts a difference between two sets of terms: terms that changed, ground that did.",
    discussion: """
      The ground asked for is what the other side would give. The earlier terms are laid on both \
      maps (their difference is ground that changed hands), then both terms on the later map (their \
      difference is change of terms).

      Example: parley territory explain-change june.yaml august.yaml --from 2024-07-08 \
      --to 2025-08-15
      """)

  @Argument(help: "The earlier terms, as YAML.")
  var earlier: String

  @Argument(help: "The later terms, as YAML.")
  var later: String

  @Option(help: "The day of the earlier terms; the file's own unless given.")
  var from: CalendarDate?

  @Option(help: "The day of the later terms; the file's own unless given.")
  var to: CalendarDate?

  @OptionGroup var form: TableForm

  @OptionGroup var options: TerritoryOptions

  func run() throws {
    try TerritoryRun.write {
      let atlas = try options.atlas()
      let old = try Terms.load(path: earlier)
      let new = try Terms.load(path: later)
      guard let start = from ?? old.on, let end = to ?? new.on else {
        throw ValidationError("give both days by --from and --to, or by 'on:' in the terms")
      }
      let first = min(old.earliestDate(before: start), new.earliestDate(before: end))
      let series = try atlas.control(options.source, from: min(first, end), to: max(start, end))
      let change = try TermsChange(
        earlier: old, on: start, later: new, on: end, series: series,
        regions: try options.regionSet(atlas), atlas: atlas)
      if form.json { return TerritoryRun.json { change.write(to: &$0) } }
      return view(change, series.source)
    }
  }

  private func view(_ change: TermsChange, _ source: MapSource) -> [UInt8] {
    var table = Table([
      .words("terms"), .words("map"), .number("\(source.other) gives km2"),
      .number("\(source.holder) gives km2"),
    ])
    for ask in [
      change.earlier, change.earlierTermsOnLaterMap, change.laterTermsOnEarlierMap, change.later,
    ] {
      table.row([
        ask.title ?? "terms", ask.mapDate.description,
        Decimals.grouped(ask.given.squareKilometres, 1),
        Decimals.grouped(ask.returned.squareKilometres, 1),
      ])
    }
    if form.csv { return table.csv }
    var sheet = Sheet(Terminal.current())
    table.write(to: &sheet)
    sheet.gap()
    func km2(_ area: Area) -> String { Decimals.grouped(area.squareKilometres, 0) + " km2" }
    sheet.paragraph("Difference of the ground asked for: \(km2(change.difference)).")
    sheet.paragraph(
      "Change of terms, both on the map of \(change.later.mapDate): \(km2(change.byTerms)).")
    sheet.paragraph("Ground that changed hands, under the earlier terms: \(km2(change.byGround)).")
    if let part = change.termsPart {
      sheet.paragraph(
        "\(Decimals.fixed(part * 100, 0))% of the difference is change of terms "
          + "(\(km2(change.byTermsOnEarlierMap)) if both are laid on the map of "
          + "\(change.earlier.mapDate)).")
    }
    sheet.paragraph(source.attribution + ".", style: .faint)
    return sheet.bytes
  }
}
