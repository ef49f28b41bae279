public import ParleyModel

/// Who holds how much of every region on one day.
public struct ShareTable: Sendable, Hashable {
  /// The day that was asked for.
  public let asked: CalendarDate
  /// The date of the map that was used: the nearest before the day asked for.
  public let mapDate: CalendarDate
  /// The map source.
  public let source: MapSource
  /// The name of the region source.
  public let regionSource: String
  /// The regions, in the source's order.
  public let rows: [RegionHolding]
  /// The whole area held according to the map.
  public let total: Area
  /// The held area that lies in no region: sea, or ground that the boundaries leave out.
  public let outside: Area
  /// What had to be mended in the map.
  public let repairs: Repairs

}

extension RegionSet {
  /// Returns who holds how much of every region according to `map`.
  ///
  /// Areas are geodesic on WGS 84.
  public func shares(of map: ControlMap, source: MapSource, asked: CalendarDate? = nil)
    -> ShareTable
  {
    var overlay = DailyOverlay(index)
    let mended = MapGuard.checked(map, edges: nil)
    let day = overlay.advance(to: mended.held)
    return ShareTable(
      asked: asked ?? map.date, mapDate: map.date, source: source, regionSource: self.source,
      rows: holdings(day.held), total: day.total,
      outside: day.total - day.held.reduce(.zero, +), repairs: mended.repairs)
  }

  /// The areas held, as rows.
  func holdings(_ held: [Area]) -> [RegionHolding] {
    regions.indices.map { number in
      let region = regions[number]
      return RegionHolding(
        id: region.id, name: region.name, held: held[number], area: region.area,
        officialArea: region.officialArea)
    }
  }
}

extension ShareTable {
  /// The same table with other rows: some regions, or groups of regions taken together.
  public func showing(_ rows: [RegionHolding]) -> ShareTable {
    ShareTable(
      asked: asked, mapDate: mapDate, source: source, regionSource: regionSource, rows: rows,
      total: total, outside: outside, repairs: repairs)
  }
}
