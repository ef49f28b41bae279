public import ParleyModel

/// What a day's map holds and what came and went since the map before.
public struct DayRecord: Sendable {
  /// The date of the map.
  public let date: CalendarDate
  /// The area held in every region, in the order of the region set.
  public let held: [Area]
  /// The area gained in every region since the map before; zero for the first map.
  public let gained: [Area]
  /// The area lost in every region since the map before.
  public let lost: [Area]
  /// The area held in all, inside regions or not.
  public let total: Area
  /// The area gained and lost in all.
  public let totalGained: Area
  /// The area lost in all.
  public let totalLost: Area
  /// The number of edges of the map that are new since the map before.
  public let newEdges: Int
  /// What had to be mended in the map.
  public let repairs: Repairs
}

extension RegionSet {
  /// Lays the maps over the regions in order of date and returns what every one holds.
  ///
  /// Only edges that differ from the day before are looked at.
  ///
  /// - Complexity: linear in the number of points of the maps, after the first map.
  public func days(of maps: some Sequence<ControlMap>) -> [DayRecord] {
    var track = DayTrack(self)
    return maps.map { track.advance(to: $0) }
  }
}

/// Follows the ground from map to map.
struct DayTrack {
  private var overlay: DailyOverlay
  private var sweep: ChangeSweep
  private var isFirst = true
  private var lastHeld: [Area]
  private var lastTotal = Area.zero

  /// Begins before the first map.
  init(_ regions: RegionSet) {
    overlay = DailyOverlay(regions.index)
    sweep = ChangeSweep(regions.index)
    lastHeld = [Area](repeating: .zero, count: regions.regions.count)
  }

  /// Takes the next map.
  mutating func advance(to map: ControlMap) -> DayRecord {
    let checked = MapGuard.checked(map, edges: overlay)
    let day = overlay.advance(to: checked.held)
    var gained = [Area](repeating: .zero, count: day.held.count)
    var lost = gained
    var all = (gained: Area.zero, lost: Area.zero)
    if !isFirst, !day.added.isEmpty || !day.removed.isEmpty {
      let found = sweep.sweep(edges(day.added, 1) + edges(day.removed, -1), overlay.sets)
      for region in day.held.indices {
        (gained[region], lost[region]) = Self.balanced(
          found.gained[region], found.lost[region], net: day.held[region] - lastHeld[region])
      }
      all = Self.balanced(found.allGained, found.allLost, net: day.total - lastTotal)
    }
    isFirst = false
    lastHeld = day.held
    lastTotal = day.total
    return DayRecord(
      date: map.date, held: day.held, gained: gained, lost: lost, total: day.total,
      totalGained: all.gained, totalLost: all.lost, newEdges: day.added.count,
      repairs: checked.repairs)
  }

  private func edges(_ numbers: [Int32], _ sign: Int8) -> [ChangeSweep.Edge] {
    numbers.map {
      let record = overlay.ledger.records[Int($0)]
      return ChangeSweep.Edge(a: record.a, b: record.b, sign: sign, startSet: record.startSet)
    }
  }

  /// Splits what moved so that gains less losses are exactly the difference of the areas held.
  ///
  /// The sweep cuts edges at more places than the areas held do, and pieces of a geodesic between
  /// points of the straight line differ from it by a few square metres.
  private static func balanced(_ gained: Double, _ lost: Double, net: Area) -> (
    gained: Area, lost: Area
  ) {
    let moved = Area(squareMetres: gained + lost)
    let both = max(0, moved.units - abs(net.units)) / 2
    return net.units >= 0
      ? (Area(units: net.units + both), Area(units: both))
      : (Area(units: both), Area(units: both - net.units))
  }
}
