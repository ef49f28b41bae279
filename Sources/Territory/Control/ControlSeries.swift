public import ParleyModel

/// The control maps of one source, by date.
public struct ControlSeries: Sendable {
  /// The source.
  public let source: MapSource
  /// The maps, in order of date, one a date.
  public let maps: [ControlMap]

  /// The date of the source's first map, whether or not it was loaded; `nil` if it has none.
  public let firstDate: CalendarDate?

  /// Takes the maps of a source; of several with one date the last is kept.
  ///
  /// - Parameter firstDate: the date of the source's first map; that of `maps` where `nil`.
  public init(source: MapSource, maps: [ControlMap], firstDate: CalendarDate? = nil) {
    self.source = source
    self.firstDate = firstDate ?? maps.map(\.date).min()
    var byDate: [CalendarDate: ControlMap] = [:]
    for map in maps { byDate[map.date] = map }
    self.maps = byDate.values.sorted { $0.date < $1.date }
  }

  /// Returns the map nearest before `date`, or of that date.
  ///
  /// - Throws: `.noMap` if the source has none on or before `date`.
  public func map(on date: CalendarDate) throws(TerritoryError) -> ControlMap {
    guard let map = maps.last(where: { $0.date <= date }) else {
      throw TerritoryError(
        .noMap(
          source: source.id, date: date.description, first: firstDate?.description))
    }
    return map
  }

  /// The days between the first and the last map that have none.
  public var missingDays: [CalendarDate] {
    guard let first = maps.first, let last = maps.last else { return [] }
    let present = Set(maps.map(\.date))
    return (first.date.dayNumber...last.date.dayNumber).map(CalendarDate.init(dayNumber:))
      .filter { !present.contains($0) }
  }
}
