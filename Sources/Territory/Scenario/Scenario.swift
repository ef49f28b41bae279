public import ParleyModel

/// A control map changed by terms: what each side would give and get.
public struct Scenario: Sendable {
  /// What becomes of one region.
  public struct Row: Sendable, Hashable {
    /// The region before.
    public let before: RegionHolding
    /// The region after.
    public let after: RegionHolding
    /// Ground that goes from the other side to the map's holder.
    public let gained: Area
    /// Ground that goes from the map's holder to the other side, or to nobody.
    public let lost: Area
    /// Ground that neither would hold after.
    public let neutral: Area
  }

  /// The terms.
  public let terms: Terms
  /// The map source.
  public let source: MapSource
  /// The date of the map that the terms were laid on.
  public let mapDate: CalendarDate
  /// The ground held before.
  public let before: Shape
  /// The ground held after.
  public let after: Shape
  /// The ground that neither holds after: buffer zones.
  public let neutral: Shape
  /// The ground that the other side gives.
  public let given: Shape
  /// The ground that the map's holder gives.
  public let returned: Shape
  /// The regions that change, in the order of the region set.
  public let rows: [Row]
  /// All regions taken together.
  public let total: Row
  /// The places in the ground that the other side gives, biggest first.
  public let placesGiven: [Place]
  /// The places in the ground that the map's holder gives, biggest first.
  public let placesReturned: [Place]

  /// Lays terms on the map of `date`.
  ///
  /// - Throws: `.noMap`, `.unknownRegion`, `.badForm` for a party that the source does not know,
  ///   `.overlayFailed`.
  public init(
    _ terms: Terms, on date: CalendarDate, series: ControlSeries, regions: RegionSet,
    atlas: TerritoryAtlas, places: [Place] = []
  ) throws(TerritoryError) {
    let map = MapGuard.checked(try series.map(on: date), edges: nil)
    let engine = TermEngine(series: series, regions: regions, atlas: atlas)
    let outcome = try engine.apply(terms.terms, to: map.held)
    self.terms = terms
    source = series.source
    mapDate = map.date
    before = map.held
    after = outcome.held
    neutral = outcome.neutral
    let old = try GEOSGeometry(before)
    let new = try GEOSGeometry(after)
    given = try new.subtracting(old).shape()
    returned = try old.subtracting(new).shape()
    var overlay = DailyOverlay(regions.index)
    let heldBefore = overlay.advance(to: before).held
    let heldAfter = overlay.advance(to: after).held
    let gained = overlay.advance(to: given).held
    let lost = overlay.advance(to: returned).held
    let nobody = overlay.advance(to: neutral).held
    let rowsBefore = regions.holdings(heldBefore)
    let rowsAfter = regions.holdings(heldAfter)
    let all = regions.regions.indices.map { number in
      Row(
        before: rowsBefore[number], after: rowsAfter[number],
        gained: gained[number], lost: lost[number], neutral: nobody[number])
    }
    // A hair's breadth along a border that both maps draw is no change.
    let least = Area(squareMetres: 1_000)
    rows = all.filter { $0.gained > least || $0.lost > least || $0.neutral > least }
    total = Row(
      before: .sum(all.map(\.before), id: "", name: "all"),
      after: .sum(all.map(\.after), id: "", name: "all"),
      gained: all.reduce(.zero) { $0 + $1.gained }, lost: all.reduce(.zero) { $0 + $1.lost },
      neutral: all.reduce(.zero) { $0 + $1.neutral })
    placesGiven = Place.inside(given, places)
    placesReturned = Place.inside(returned, places)
  }
}
