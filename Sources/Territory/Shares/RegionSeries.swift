public import JSONBytes
public import ParleyModel

/// The ground held in a region, a group or the whole country over time.
public struct RegionSeries: Sendable {
  /// The ground on one day, with what came and went since the point before.
  public struct Point: Sendable, Hashable {
    /// The date of the map.
    public let date: CalendarDate
    /// The area held.
    public let held: Area
    /// The area gained since the point before: the sum of daily gains.
    public let gained: Area
    /// The area lost since the point before: the sum of daily losses.
    public let lost: Area
  }

  /// The name of the ground.
  public let name: String
  /// Its area.
  public let area: Area
  /// The map source.
  public let source: MapSource
  /// Every map's day.
  public let days: [Point]
  /// The days between the first and the last that have no map.
  public let missingDays: [CalendarDate]

  /// Follows the ground through a series of maps; the regions together where `ground` is `nil`.
  public init(_ series: ControlSeries, regions: RegionSet, ground: NamedGround?) {
    let whole = NamedGround(name: "All regions", regions: Array(regions.regions.indices))
    self.init(
      series, regions: regions, ground: ground ?? whole, days: regions.days(of: series.maps))
  }

  /// Follows every region of `grounds` on its own through a series of maps, all in one pass.
  public static func each(_ series: ControlSeries, regions: RegionSet, grounds: [NamedGround])
    -> [RegionSeries]
  {
    let days = regions.days(of: series.maps)
    return grounds.map { RegionSeries(series, regions: regions, ground: $0, days: days) }
  }

  private init(
    _ series: ControlSeries, regions: RegionSet, ground: NamedGround, days: [DayRecord]
  ) {
    func sum(_ areas: [Area]) -> Area { ground.regions.reduce(.zero) { $0 + areas[$1] } }
    name = ground.name
    area = ground.regions.reduce(.zero) { $0 + regions.regions[$1].area }
    source = series.source
    self.days = days.map { day in
      Point(date: day.date, held: sum(day.held), gained: sum(day.gained), lost: sum(day.lost))
    }
    missingDays = series.missingDays
  }

  /// Returns the first map's point and then one for every period, with the gains and losses since.
  ///
  /// - Parameter every: 1 for days, 7 for weeks from Mondays, 0 for months.
  public func points(every: Int) -> [Point] {
    var points: [Point] = []
    var gained = Area.zero
    var lost = Area.zero
    var period: Int?
    for (index, day) in days.enumerated() {
      let number = day.date.dayNumber
      let current =
        switch every {
        case 0: day.date.year * 12 + day.date.month
        // Day 4 of the epoch was a Monday.
        case 7: (number - 4 - (number < 4 ? 6 : 0)) / 7
        default: number
        }
      gained += day.gained
      lost += day.lost
      if current != period || index == days.count - 1 {
        points.append(Point(date: day.date, held: day.held, gained: gained, lost: lost))
        gained = .zero
        lost = .zero
      }
      period = current
    }
    return points
  }

  /// Writes points as `parley/territory/series/1`.
  public func write(_ points: [Point], to json: inout JSONOutput) {
    json.raw(#"{"schema":"parley/territory/series/1","ground":"#)
    json.string(name)
    json.raw(#","area_km2":"#)
    json.squareKilometres(area)
    json.raw(#","source":"#)
    json.source(source)
    json.raw(#","missing_days":"#)
    json.strings(missingDays.map(\.description))
    json.raw(#","points":"#)
    json.array(points) { json, point in
      json.raw(#"{"date":"#)
      json.string(point.date.description)
      json.raw(#","held_km2":"#)
      json.squareKilometres(point.held)
      json.raw(#","share":"#)
      json.share(Share(point.held, of: area))
      json.raw(#","gained_km2":"#)
      json.squareKilometres(point.gained)
      json.raw(#","lost_km2":"#)
      json.squareKilometres(point.lost)
      json.raw("}")
    }
    json.raw("}")
  }
}
