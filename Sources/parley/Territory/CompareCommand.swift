import ArgumentParser
internal import JSONBytes
internal import ParleyModel
internal import Territory

/// `parley territory compare`: what changed between two days.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Shows what ground was gained and lost between two days.",
    discussion: """
      Slivers are pieces whose mean width (twice the area over the outline) lies below \
      --sliver-width: there the line was drawn anew, nobody moved. They are counted in gained and \
      lost, and shown apart.

      Example: parley territory compare --from 2025-02-21 --to 2025-08-21 --geojson change.geojson
      """)

  @Option(help: "The earlier day, YYYY-MM-DD.")
  var from: CalendarDate

  @Option(help: "The later day, YYYY-MM-DD.")
  var to: CalendarDate

  @OptionGroup var regionLevel: RegionLevel

  @Option(help: "Pieces narrower than this many metres are slivers.")
  var sliverWidth = Comparison.defaultSliverWidth

  @Option(help: "Writes the pieces of ground to this GeoJSON file.")
  var geojson: String?

  @OptionGroup var form: TableForm

  @OptionGroup var options: TerritoryOptions

  func validate() throws {
    guard sliverWidth >= 0 else { throw ValidationError("--sliver-width must not be negative") }
  }

  func run() throws {
    try TerritoryRun.write {
      let atlas = try options.atlas()
      let regions = try options.regionSet(atlas, level: regionLevel.level)
      let series = try atlas.control(options.source, from: min(from, to), to: max(from, to))
      let comparison = try Comparison(
        series.map(on: from), series.map(on: to), over: regions, sliverWidth: sliverWidth)
      if let geojson {
        var output = JSONOutput()
        comparison.writeGeoJSON(regions: regions, to: &output)
        try TerritoryRun.save(output.bytes, to: geojson)
      }
      if form.json {
        return TerritoryRun.json { comparison.write(source: series.source, to: &$0) }
      }
      return view(comparison, series.source, regions.source)
    }
  }

  private func view(_ comparison: Comparison, _ source: MapSource, _ regions: String) -> [UInt8] {
    var table = Table([
      .words("region"), .number("gained km2"), .number("lost km2"), .number("net km2"),
      .number("slivers km2"),
    ])
    func add(_ row: Comparison.Row) {
      table.row(
        [row.name]
          + [row.gained, row.lost, row.net, row.slivers].map {
            Decimals.grouped($0.squareKilometres, 2)
          })
    }
    for row in comparison.rows { add(row) }
    table.rule()
    add(comparison.total)
    if form.csv { return table.csv }
    var sheet = Sheet(Terminal.current())
    sheet.line(
      StyledText(
        "Gained and lost by \(source.holder), \(comparison.from) to \(comparison.to)", .strong))
    table.write(to: &sheet)
    sheet.gap()
    SourceNotes.write(source, mapDate: comparison.to, regions: regions, to: &sheet)
    return sheet.bytes
  }
}
