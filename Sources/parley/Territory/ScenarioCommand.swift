import ArgumentParser
internal import JSONBytes
internal import ParleyModel
internal import Territory

/// `parley territory scenario`: what terms would mean on the ground.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "Shows what a set of terms would mean on the ground.",
    discussion: """
      Terms are a YAML file: cede, withdraw and return (with 'by'), freeze, buffer (km on either \
      side of the line), 'back to' (a day), applied in the order in which they stand.

      Example: parley territory scenario terms.yaml --on 2026-05-31 --svg terms.svg
      """)

  @Argument(help: "The terms, as YAML.")
  var terms: String

  @Option(help: "The day whose map the terms are laid on; the file's own unless given.")
  var on: CalendarDate?

  @Option(help: "How many places are listed for each side.")
  var places = 10

  @Option(help: "Writes the ground before and after to this GeoJSON file.")
  var geojson: String?

  @Option(help: "Writes a map to this SVG file.")
  var svg: String?

  @OptionGroup var form: TableForm

  @OptionGroup var options: TerritoryOptions

  func run() throws {
    try TerritoryRun.write {
      let atlas = try options.atlas()
      let terms = try Terms.load(path: terms)
      guard let date = on ?? terms.on else {
        throw ValidationError("give the day of the map by --on, or by 'on:' in the terms")
      }
      let regions = try options.regionSet(atlas)
      let entry = try atlas.controlEntry(options.source)
      let earliest = terms.earliestDate(before: date)
      let series = try atlas.control(options.source, from: earliest, to: date)
      let scenario = try Scenario(
        terms, on: date, series: series, regions: regions, atlas: atlas,
        places: try atlas.places(country: entry.country))
      if let geojson {
        var output = JSONOutput()
        scenario.writeGeoJSON(to: &output)
        try TerritoryRun.save(output.bytes, to: geojson)
      }
      if let svg {
        let drawing = MapDrawing.scenario(
          scenario, regions: regions, outlines: atlas.attribution(of: regions.source))
        try TerritoryRun.save(try drawing.svg(), to: svg)
      }
      if form.json {
        return TerritoryRun.json { scenario.write(placeLimit: places, to: &$0) }
      }
      let caveat = atlas.placesEntry(country: entry.country)?.meaning ?? ""
      return view(scenario, regions.source, caveat)
    }
  }

  private func view(_ scenario: Scenario, _ regions: String, _ caveat: String) -> [UInt8] {
    let source = scenario.source
    var table = Table([
      .words("region"), .number("before km2"), .number("after"), .number("share"),
      .number("after"), .number("+ km2"), .number("- km2"),
    ])
    func add(_ row: Scenario.Row) {
      table.row([
        row.before.name, Decimals.grouped(row.before.held.squareKilometres, 1),
        Decimals.grouped(row.after.held.squareKilometres, 1),
        HoldingCells.percent(row.before.share()), HoldingCells.percent(row.after.share()),
        Decimals.grouped(row.gained.squareKilometres, 1),
        Decimals.grouped(row.lost.squareKilometres, 1),
      ])
    }
    for row in scenario.rows { add(row) }
    table.rule()
    add(scenario.total)
    if form.csv { return table.csv }
    var sheet = Sheet(Terminal.current())
    sheet.line(
      StyledText(scenario.terms.title ?? "Terms", .strong),
      StyledText(" on the map of \(scenario.mapDate)"))
    for term in scenario.terms.terms { sheet.paragraph("- " + term.description) }
    sheet.gap()
    table.write(to: &sheet)
    sheet.gap()
    sheet.paragraph("+: \(source.other) gives, -: \(source.holder) gives.")
    if scenario.total.neutral > .zero {
      sheet.paragraph(
        "Held by neither: \(Decimals.grouped(scenario.total.neutral.squareKilometres, 1)) km2.")
    }
    list(scenario.placesGiven, "\(source.other) would leave", caveat, &sheet)
    list(scenario.placesReturned, "\(source.holder) would leave", caveat, &sheet)
    SourceNotes.write(source, mapDate: scenario.mapDate, regions: regions, to: &sheet)
    return sheet.bytes
  }

  private func list(_ found: [Place], _ title: String, _ caveat: String, _ sheet: inout Sheet) {
    guard !found.isEmpty else { return }
    let names = found.prefix(places).map { place in
      place.name + (place.population.map { " (\(Decimals.grouped(Double($0), 0)))" } ?? "")
    }
    let more = found.count > places ? " and \(found.count - places) more" : ""
    let people = found.reduce(0) { $0 + ($1.population ?? 0) }
    sheet.paragraph(
      "\(title) \(found.count) listed places: \(names.joined(separator: ", "))\(more).")
    sheet.paragraph(
      "Their listed populations add up to \(Decimals.grouped(Double(people), 0)). \(caveat)",
      style: .faint)
    sheet.gap()
  }
}
