import ArgumentParser
internal import ParleyModel
internal import Territory

/// `parley territory shares`: area and share held in every region on a day.
struct SharesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shares",
    abstract: "Shows how much of every region is held on a day.",
    discussion: """
      Areas are geodesic on WGS 84, in km2. 'share' is over the area inside the outline, 'official' \
      over the area in the land register. The map nearest before the day is used.

      Example: parley territory shares --on 2025-08-21 --region Donbas --region Kharkiv
      """)

  @Option(help: "The day, YYYY-MM-DD.")
  var on: CalendarDate

  @Option(help: "A region or group of regions, by name or code; may be given several times.")
  var region: [String] = []

  @OptionGroup var regionLevel: RegionLevel

  @Flag(help: "Also shows regions where nothing is held.")
  var all = false

  @OptionGroup var form: TableForm

  @OptionGroup var options: TerritoryOptions

  func run() throws {
    try TerritoryRun.write {
      let atlas = try options.atlas()
      let regions = try options.regionSet(atlas, level: regionLevel.level)
      let grounds = try region.map {
        try regions.ground($0, groups: atlas.groups, words: atlas.words)
      }
      let series = try atlas.control(options.source, from: on, to: on)
      let table = regions.shares(of: try series.map(on: on), source: series.source, asked: on)
      if form.json { return TerritoryRun.json { selected(table, grounds).write(to: &$0) } }
      return view(table, grounds)
    }
  }

  /// The table with the rows that were asked for.
  private func selected(_ table: ShareTable, _ grounds: [NamedGround]) -> ShareTable {
    if grounds.isEmpty { return table }
    return table.showing(
      grounds.map { ground in
        let parts = ground.regions.map { table.rows[$0] }
        return parts.count == 1
          ? parts[0] : RegionHolding.sum(parts, id: ground.name, name: ground.name)
      })
  }

  private func view(_ table: ShareTable, _ grounds: [NamedGround]) -> [UInt8] {
    let holder = table.source.holder
    var view = Table([
      .words("code"), .words("region"), .number("held km2"), .number("area km2"),
      .number("share"), .number("official"),
    ])
    for row in selected(table, grounds).rows
    where all || !grounds.isEmpty || row.held > Area.zero {
      view.row(HoldingCells.cells(row))
    }
    if grounds.isEmpty {
      view.rule()
      view.row(HoldingCells.cells(.sum(table.rows, id: "", name: "all regions")))
    }
    if form.csv { return view.csv }
    var sheet = Sheet(Terminal.current())
    sheet.line(StyledText("Held by \(holder) on \(on)", .strong))
    view.write(to: &sheet)
    sheet.gap()
    if grounds.isEmpty {
      sheet.paragraph(
        "Whole map \(Decimals.grouped(table.total.squareKilometres, 1)) km2, of which "
          + "\(Decimals.grouped(table.outside.squareKilometres, 1)) km2 outside the outlines.")
    }
    SourceNotes.write(
      table.source, mapDate: table.mapDate, regions: table.regionSource, repairs: table.repairs,
      to: &sheet)
    return sheet.bytes
  }
}

/// The cells of a row of regions.
enum HoldingCells {
  /// Code, name, held, area, share, share of the official area.
  static func cells(_ row: RegionHolding) -> [String] {
    [
      row.id == row.name ? "" : row.id, row.name, Decimals.grouped(row.held.squareKilometres, 1),
      Decimals.grouped(row.area.squareKilometres, 1), percent(row.share()),
      percent(row.share(of: .official)),
    ]
  }

  /// A share in per cent, a dash where there is none.
  static func percent(_ share: Share?) -> String {
    share.map { Decimals.fixed($0.percent, 2) + "%" } ?? "-"
  }
}
