import ArgumentParser
internal import JSONBytes
internal import ParleyModel
internal import Territory

/// `parley territory series`: the ground held in a region over time.
struct SeriesCommand: ParsableCommand {
  /// How often a line is printed.
  enum Step: String, ExpressibleByArgument, CaseIterable {
    case day, week, month
  }

  static let configuration = CommandConfiguration(
    commandName: "series",
    abstract: "Shows the ground held in a region over time.",
    discussion: """
      One line a day, week (Mondays) or month (first days), with what was gained and lost since the \
      line before: the sums of the daily changes. Days without a map are passed over, and named.

      Example: parley territory series --region Donetsk --from 2025-01-01 --to 2025-12-31 \
      --every month
      """)

  @Option(help: "A region or group of regions, by name or code; the whole country unless given.")
  var region: String?

  @Option(help: "The first day, YYYY-MM-DD; that of the first map unless given.")
  var from: CalendarDate?

  @Option(help: "The last day, YYYY-MM-DD; that of the last map unless given.")
  var to: CalendarDate?

  @Option(help: "day, week or month.")
  var every = Step.day

  @OptionGroup var regionLevel: RegionLevel

  @Flag(help: "Every region on its own, instead of all together: one row a day and region.")
  var each = false

  @Option(help: "Writes a chart to this SVG file.")
  var svg: String?

  @OptionGroup var form: TableForm

  @OptionGroup var options: TerritoryOptions

  func validate() throws {
    if let from, let to, from > to { throw ValidationError("--from must not be after --to") }
    if each, region != nil || svg != nil {
      throw ValidationError("--each takes all regions; it goes with neither --region nor --svg")
    }
  }

  /// The days between two points: 0 stands for months.
  private var step: Int { every == .day ? 1 : every == .week ? 7 : 0 }

  func run() throws {
    try TerritoryRun.write {
      let atlas = try options.atlas()
      let regions = try options.regionSet(atlas, level: regionLevel.level)
      let series = try atlas.control(options.source, from: from, to: to)
      if each { return eachRegion(series, regions) }
      let ground = try region.map {
        try regions.ground($0, groups: atlas.groups, words: atlas.words)
      }
      let held = RegionSeries(series, regions: regions, ground: ground)
      let points = held.points(every: step)
      let chart = SeriesChart(
        title: "\(held.name): km2 held by \(series.source.holder)",
        points: held.days.map { ($0.date, $0.held.squareKilometres) },
        credit: series.source.attribution)
      if let svg { try TerritoryRun.save(chart.svg(), to: svg) }
      if form.json { return TerritoryRun.json { held.write(points, to: &$0) } }
      return view(held, points, chart, regions.source)
    }
  }

  private func eachRegion(_ series: ControlSeries, _ regions: RegionSet) -> [UInt8] {
    let grounds = regions.regions.indices.map {
      NamedGround(name: regions.regions[$0].name, regions: [$0])
    }
    let all = RegionSeries.each(series, regions: regions, grounds: grounds)
    if form.json {
      return TerritoryRun.json { json in
        json.array(all) { $1.write($1.points(every: step), to: &$0) }
      }
    }
    var table = Table([
      .words("date"), .words("code"), .words("region"), .number("held km2"), .number("share"),
      .number("gained km2"), .number("lost km2"),
    ])
    let points = all.map { $0.points(every: step) }
    for row in points.first?.indices ?? 0..<0 {
      for number in all.indices {
        let point = points[number][row]
        table.row([
          point.date.description, regions.regions[number].id, all[number].name,
          Decimals.fixed(point.held.squareKilometres, 5),
          HoldingCells.percent(Share(point.held, of: all[number].area)),
          Decimals.fixed(point.gained.squareKilometres, 5),
          Decimals.fixed(point.lost.squareKilometres, 5),
        ])
      }
    }
    if form.csv { return table.csv }
    var sheet = Sheet(Terminal.current())
    table.write(to: &sheet)
    return sheet.bytes
  }

  private func view(
    _ held: RegionSeries, _ points: [RegionSeries.Point], _ chart: SeriesChart, _ regions: String
  ) -> [UInt8] {
    var table = Table([
      .words("date"), .number("held km2"), .number("share"), .number("gained km2"),
      .number("lost km2"), .number("net km2"),
    ])
    for point in points {
      table.row([
        point.date.description, Decimals.grouped(point.held.squareKilometres, 2),
        HoldingCells.percent(Share(point.held, of: held.area)),
        Decimals.grouped(point.gained.squareKilometres, 2),
        Decimals.grouped(point.lost.squareKilometres, 2),
        Decimals.grouped((point.gained - point.lost).squareKilometres, 2),
      ])
    }
    if form.csv { return table.csv }
    var sheet = Sheet(Terminal.current())
    sheet.line(StyledText("\(held.name): held by \(held.source.holder)", .strong))
    sheet.line(
      StyledText(chart.line(width: sheet.terminal.width, isASCII: !sheet.terminal.hasUnicode)))
    table.write(to: &sheet)
    sheet.gap()
    if !held.missingDays.isEmpty {
      let days = held.missingDays.prefix(12).map(\.description).joined(separator: ", ")
      sheet.paragraph("Days without a map (\(held.missingDays.count)): \(days).")
    }
    if let last = held.days.last {
      SourceNotes.write(held.source, mapDate: last.date, regions: regions, to: &sheet)
    }
    return sheet.bytes
  }
}
