public import ParleyModel

/// What changed on the ground between two maps.
public struct Comparison: Sendable {
  /// A piece of ground that changed hands.
  public struct Piece: Sendable, Hashable {
    /// The ground: one polygon.
    public let shape: Shape
    /// Its area.
    public let area: Area
    /// Whether the holder gained it; else lost it.
    public let isGained: Bool
    /// Its mean width in metres: twice the area over the outline's length.
    public let widthInMetres: Double
    /// Whether it is too narrow to be movement: the line was only drawn anew.
    public let isSliver: Bool
    /// The numbers of the regions that it touches.
    public let regions: [Int]
  }

  /// What changed in one region.
  public struct Row: Sendable, Hashable {
    /// The region's identifier.
    public let id: String
    /// The region's name.
    public let name: String
    /// Ground gained, slivers included.
    public let gained: Area
    /// Ground lost, slivers included.
    public let lost: Area
    /// The part of the gained and lost ground that is slivers.
    public let slivers: Area
    /// Gained less lost.
    public var net: Area { gained - lost }
  }

  /// The dates of the two maps that were compared.
  public let from: CalendarDate
  /// The date of the later map.
  public let to: CalendarDate
  /// The regions where anything changed, in the order of the region set.
  public let rows: [Row]
  /// Ground gained and lost in all, inside regions or not.
  public let total: Row
  /// The pieces, biggest first.
  public let pieces: [Piece]
  /// The whole ground gained, and lost.
  public let gained: Shape
  /// The whole ground lost.
  public let lost: Shape

  /// Pieces with a mean width below this many metres are slivers, where nothing else is said.
  public static let defaultSliverWidth = 50.0

  /// Compares two maps over regions.
  ///
  /// - Parameter sliverWidth: in metres.
  /// - Throws: `.overlayFailed` if GEOS gives up.
  public init(
    _ old: ControlMap, _ new: ControlMap, over regions: RegionSet,
    sliverWidth: Double = Comparison.defaultSliverWidth
  ) throws(TerritoryError) {
    let old = MapGuard.checked(old, edges: nil)
    let new = MapGuard.checked(new, edges: nil)
    from = old.date
    to = new.date
    let before = try GEOSGeometry(old.held)
    let after = try GEOSGeometry(new.held)
    gained = try after.subtracting(before).shape()
    lost = try before.subtracting(after).shape()
    let records = regions.days(of: [old, new])
    var slivers = [Area](repeating: .zero, count: regions.regions.count)
    var allSlivers = Area.zero
    var pieces: [Piece] = []
    for (ground, isGained) in [(gained, true), (lost, false)] {
      for shape in ground.polygons {
        var overlay = DailyOverlay(regions.index)
        let held = overlay.advance(to: shape).held
        let area = shape.area
        let width = 2 * area.squareMetres / max(1, shape.perimeter)
        let isSliver = width < sliverWidth
        if isSliver {
          allSlivers += area
          for region in held.indices { slivers[region] += held[region] }
        }
        pieces.append(
          Piece(
            shape: shape, area: area, isGained: isGained, widthInMetres: width, isSliver: isSliver,
            regions: held.indices.filter { held[$0] > .zero }))
      }
    }
    self.pieces = pieces.sorted { $0.area > $1.area }
    let day = records[1]
    rows = regions.regions.indices.compactMap { number in
      guard day.gained[number] != .zero || day.lost[number] != .zero else { return nil }
      return Row(
        id: regions.regions[number].id, name: regions.regions[number].name,
        gained: day.gained[number], lost: day.lost[number], slivers: slivers[number])
    }
    total = Row(
      id: "", name: "all", gained: day.totalGained, lost: day.totalLost, slivers: allSlivers)
  }
}

extension Shape {
  /// Every outer ring with its holes as a shape of its own.
  var polygons: [Shape] {
    var polygons: [Shape] = []
    for ring in rings {
      if !ring.isHole { polygons.append(Shape()) }
      guard !polygons.isEmpty else { continue }
      polygons[polygons.count - 1].append(ring: points[ring.indices], isHole: ring.isHole)
    }
    return polygons
  }

  /// The length of all rings in metres, by the local radii of the ellipsoid.
  var perimeter: Double {
    var length = 0.0
    for ring in rings {
      var last = SurfacePoint(points[ring.start + ring.count - 1])
      for index in ring.indices {
        let next = SurfacePoint(points[index])
        let curve = Ellipsoid.Curvature(
          sine: 0.5 * (last.sine + next.sine), cosine: 0.5 * (last.cosine + next.cosine))
        let east = curve.parallel * (next.longitude - last.longitude)
        let north = curve.meridian * (next.latitude - last.latitude)
        length += (east * east + north * north).squareRoot()
        last = next
      }
    }
    return length
  }
}
