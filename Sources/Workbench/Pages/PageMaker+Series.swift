internal import ParleyModel
internal import Territory

extension PageMaker {
  /// A series of more days is told by weeks.
  private static let mostDays = 62

  /// The ground held from day to day, as a chart and as the table behind it.
  func series(_ held: RegionSeries, _ credit: String) -> Fields {
    let chart = SeriesChart(
      title: "\(held.name): km² held by \(held.source.holder)",
      points: held.days.map { ($0.date, $0.held.squareKilometres) }, credit: credit)
    let isLong = held.days.count > Self.mostDays
    func tenths(_ area: Area) -> Value { .number((area.squareKilometres * 10).rounded() / 10) }
    func words(_ area: Area) -> Value { .text(Decimals.grouped(area.squareKilometres, 1)) }
    let points = held.points(every: isLong ? 7 : 1).map { point in
      Fields([
        "date": .text(point.date.description), "held_km2": tenths(point.held),
        "gained_km2": tenths(point.gained), "lost_km2": tenths(point.lost),
        "_held": words(point.held), "_gained": words(point.gained), "_lost": words(point.lost),
      ])
    }
    return Fields([
      "every": .text(isLong ? "week" : "day"), "points": .list(points),
      "missing": .list(held.missingDays.map(\.description)),
      "_chart": .markup(Markup(drawing: chart.svg(width: 760, height: 260, hasLooks: false))),
    ])
  }
}
