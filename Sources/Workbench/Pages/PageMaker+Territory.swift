internal import Dossier
internal import ParleyModel
internal import Territory

extension PageMaker {
  /// Who holds what on a day, what changed, and what chosen terms would mean.
  ///
  /// - Parameters:
  ///   - date: the day; the view's, else the last of which the record speaks.
  ///   - since: the day from which change is shown; `nil` for none.
  ///   - chosen: the names of the stances whose terms are laid on the map.
  func territory(
    _ ground: GroundMaps, on date: CalendarDate?, since: CalendarDate?, chosen: [String]
  ) throws -> Page {
    guard let entry = ground.source else {
      return territory(
        Fields([
          "schema": .text("parley/page/territory/1"), "_isMissing": .flag(true),
        ]))
    }
    let asked = date ?? snapshot.view.on ?? snapshot.state.days?.upperBound
    let regions = try ground.regions(entry)
    let series = try ground.series(entry, from: since ?? asked, to: asked)
    guard let map = try asked.map({ try series.map(on: $0) }) ?? series.maps.last else {
      throw PageError(.noSuch(what: "control map", name: entry.id))
    }
    let source = series.source
    let outlines = ground.atlas.attribution(of: regions.source)
    let table = regions.shares(of: map, source: source, asked: asked)
    let terms = snapshot.state.standings.compactMap {
      StanceTerm($0, source: source, regions: regions, atlas: ground.atlas)
    }
    let wanted = terms.filter { chosen.contains($0.standing.stance.id) }
    var drawing = MapDrawing.control(map, source: source, regions: regions, outlines: outlines)
    var fields = Fields([
      "schema": .text("parley/page/territory/1"), "asked": .text(asked?.description),
      "mapDate": .text(map.date.description), "holder": .text(source.holder),
      "other": .text(source.other),
      "source": .fields(
        Fields([
          "id": .text(source.id), "name": .text(source.name),
          "attribution": .text(source.attribution), "licence": .text(entry.licence),
          "meaning": .text(source.meaning), "regions": .text(outlines),
        ])),
      "_since": .text(since?.description),
    ])
    fields["regions"] = .list(table.rows.map(row))
    let total = RegionHolding.sum(table.rows, id: "", name: "All regions")
    fields["total"] = .fields(row(total))
    if let since, wanted.isEmpty {
      let comparison = try Comparison(try series.map(on: since), map, over: regions)
      drawing = .change(
        comparison, map: map, source: source, regions: regions, outlines: outlines)
      fields["change"] = .fields(change(comparison))
    }
    if since != nil {
      fields["series"] = .fields(
        self.series(RegionSeries(series, regions: regions, ground: nil), source.attribution))
    }
    fields["terms"] = .list(
      try terms.map { try term($0, on: map.date, series, regions, ground, chosen) })
    if !wanted.isEmpty {
      let scenario = try Scenario(
        Terms(title: "Chosen terms on the map of \(map.date)", terms: wanted.map(\.term)),
        on: map.date, series: series, regions: regions, atlas: ground.atlas,
        places: try ground.places(entry))
      drawing = .scenario(scenario, regions: regions, outlines: outlines)
      fields["scenario"] = .fields(outcome(scenario))
    }
    fields["_map"] = .markup(Markup(drawing: try drawing.svg(width: 760, hasLooks: false)))
    fields["_hasTerms"] = .flag(!terms.isEmpty)
    var csv = CSV(["region", "name", "held km2", "area km2", "share"])
    for row in table.rows {
      csv.row([
        row.id, row.name, Decimals.fixed(row.held.squareKilometres, 1),
        Decimals.fixed(row.area.squareKilometres, 1),
        row.share().map { Decimals.fixed($0.fraction, 4) },
      ])
    }
    return territory(fields, csv)
  }

  private func territory(_ fields: Fields, _ table: CSV? = nil) -> Page {
    Page(
      "territory", place: .territory, template: "territory", title: "Territory", fields: fields,
      table: table)
  }

  private func row(_ row: RegionHolding) -> Fields {
    Fields([
      "id": .text(row.id), "name": .text(row.name),
      "held_km2": .number(Self.tenths(row.held.squareKilometres)),
      "area_km2": .number(Self.tenths(row.area.squareKilometres)),
      "share": row.share().map { .number(($0.fraction * 10_000).rounded() / 10_000) } ?? .none,
      "_held": .text(Decimals.grouped(row.held.squareKilometres, 1)),
      "_area": .text(Decimals.grouped(row.area.squareKilometres, 1)),
      "_percent": .text(row.share().map { Decimals.fixed($0.percent, 1) + "%" }),
    ])
  }

  private func change(_ comparison: Comparison) -> Fields {
    func row(_ row: Comparison.Row) -> Fields {
      Fields([
        "name": .text(row.name), "gained_km2": .number(Self.tenths(row.gained.squareKilometres)),
        "lost_km2": .number(Self.tenths(row.lost.squareKilometres)),
        "_gained": .text(Decimals.grouped(row.gained.squareKilometres, 1)),
        "_lost": .text(Decimals.grouped(row.lost.squareKilometres, 1)),
      ])
    }
    return Fields([
      "from": .text(comparison.from.description), "to": .text(comparison.to.description),
      "rows": .list(comparison.rows.map(row)), "total": .fields(row(comparison.total)),
    ])
  }

  private func term(
    _ term: StanceTerm, on date: CalendarDate, _ series: ControlSeries, _ regions: RegionSet,
    _ ground: GroundMaps, _ chosen: [String]
  ) throws -> Fields {
    let alone = try Scenario(
      Terms(terms: [term.term]), on: date, series: series, regions: regions, atlas: ground.atlas)
    let area = alone.total.gained.squareKilometres + alone.total.lost.squareKilometres
    return Fields([
      "stance": .fields(fields(term.standing.stance)),
      "term": .text(term.term.description),
      "km2": .number(Self.tenths(area)),
      "_area": .text(Decimals.grouped(area, 1)),
      "_id": .text(term.standing.stance.id),
      "_isChosen": .flag(chosen.contains(term.standing.stance.id)),
    ])
  }

  private func outcome(_ scenario: Scenario) -> Fields {
    func places(_ places: [Place]) -> Value { .list(places.prefix(10).map(\.name)) }
    return Fields([
      "before_km2": .number(Self.tenths(scenario.total.before.held.squareKilometres)),
      "after_km2": .number(Self.tenths(scenario.total.after.held.squareKilometres)),
      "given_km2": .number(Self.tenths(scenario.total.gained.squareKilometres)),
      "returned_km2": .number(Self.tenths(scenario.total.lost.squareKilometres)),
      "placesGiven": places(scenario.placesGiven),
      "placesReturned": places(scenario.placesReturned),
      "rows": .list(
        scenario.rows.map { row in
          Fields([
            "name": .text(row.before.name), "before": .fields(self.row(row.before)),
            "after": .fields(self.row(row.after)),
          ])
        }),
      "_before": .text(Decimals.grouped(scenario.total.before.held.squareKilometres, 1)),
      "_after": .text(Decimals.grouped(scenario.total.after.held.squareKilometres, 1)),
      "_given": .text(Decimals.grouped(scenario.total.gained.squareKilometres, 1)),
      "_returned": .text(Decimals.grouped(scenario.total.lost.squareKilometres, 1)),
      "_shareBefore": .text(
        scenario.total.before.share().map { Decimals.fixed($0.percent, 1) + "%" }),
      "_shareAfter": .text(
        scenario.total.after.share().map { Decimals.fixed($0.percent, 1) + "%" }),
    ])
  }

  private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
