internal import ParleyModel
internal import Synchronization
internal import Territory

/// Control maps and regions, loaded when a page first asks for them.
///
/// A whole series may be too large to keep: the maps of the last few days asked for are.
final class GroundMaps: Sendable {
  /// How many maps are kept.
  private static let kept = 6

  /// The catalogue, and where the data sets lie.
  let atlas: TerritoryAtlas
  /// The source of the control maps; `nil` if there are none on this machine.
  let source: Catalogue.Entry?

  private struct State {
    var regions: RegionSet?
    var places: [Place]?
    var series: [(from: CalendarDate?, to: CalendarDate?, series: ControlSeries)] = []
  }
  private let state = Mutex(State())

  /// Looks for control maps: the first source of the catalogue that is on this machine.
  init(_ atlas: TerritoryAtlas) {
    self.atlas = atlas
    source = atlas.catalogue.entries.first { $0.role == .control && atlas.path(of: $0) != nil }
  }

  /// The regions of the source's country.
  func regions(_ source: Catalogue.Entry) throws(TerritoryError) -> RegionSet {
    if let known = state.withLock({ $0.regions }) { return known }
    let loaded = try atlas.regions(level: 1, country: source.country)
    state.withLock { $0.regions = loaded }
    return loaded
  }

  /// The populated places of the source's country; none if they are not on this machine.
  func places(_ source: Catalogue.Entry) throws(TerritoryError) -> [Place] {
    if let known = state.withLock({ $0.places }) { return known }
    let loaded = try atlas.places(country: source.country)
    state.withLock { $0.places = loaded }
    return loaded
  }

  /// The maps from one day to another, with the one nearest before.
  func series(_ source: Catalogue.Entry, from: CalendarDate?, to: CalendarDate?)
    throws(TerritoryError) -> ControlSeries
  {
    let found = state.withLock { state in
      state.series.first { $0.from == from && $0.to == to }?.series
    }
    if let found { return found }
    let loaded = try atlas.control(source.id, from: from, to: to)
    // Series of many maps are for one page; what is kept must stay small.
    if loaded.maps.count <= 40 {
      state.withLock { state in
        state.series.append((from, to, loaded))
        if state.series.count > Self.kept { state.series.removeFirst() }
      }
    }
    return loaded
  }
}
