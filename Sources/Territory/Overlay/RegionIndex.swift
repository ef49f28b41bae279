/// The boundaries of all regions, laid out for overlays: flat edges, areas summed along every ring,
/// and a grid to find edges by place.
struct RegionIndex: Sendable {
  /// One ring of one region.
  struct Ring: Sendable {
    let region: Int32
    let start: Int32
    let count: Int32
    let box: GridBox
  }

  /// The number of regions.
  let regionCount: Int
  /// The rings of all regions, in order.
  let rings: [Ring]
  /// The points of all rings. Edge `e` runs from point `e` to `points[end(of: e)]`.
  let points: [GridPoint]
  /// The ring of every edge.
  let ringOfEdge: [Int32]
  /// The area on the left of the edges from the ring's start up to this edge.
  let areaBefore: [Area]
  /// The area of every ring, negative for holes.
  let ringAreas: [Area]
  /// The area of every region.
  let regionAreas: [Area]
  /// Where to find edges.
  let grid: EdgeGrid

  /// Lays out the regions' shapes.
  init(_ shapes: [Shape]) {
    regionCount = shapes.count
    var rings: [Ring] = []
    var points: [GridPoint] = []
    var ringOfEdge: [Int32] = []
    var areaBefore: [Area] = []
    var ringAreas: [Area] = []
    var regionAreas = [Area](repeating: .zero, count: shapes.count)
    let total = shapes.reduce(0) { $0 + $1.points.count }
    points.reserveCapacity(total)
    ringOfEdge.reserveCapacity(total)
    areaBefore.reserveCapacity(total)
    for (region, shape) in shapes.enumerated() {
      for ring in shape.rings {
        var box = GridBox.empty
        var sum = Area.zero
        let first = SurfacePoint(shape.points[ring.start])
        var last = first
        for index in ring.indices {
          box.include(shape.points[index])
          points.append(shape.points[index])
          ringOfEdge.append(Int32(rings.count))
          areaBefore.append(sum)
          let isLast = index + 1 == ring.start + ring.count
          let next = isLast ? first : SurfacePoint(shape.points[index + 1])
          sum += EdgeArea.units(last, next)
          last = next
        }
        rings.append(
          Ring(
            region: Int32(region), start: Int32(points.count - ring.count),
            count: Int32(ring.count), box: box))
        ringAreas.append(sum)
        regionAreas[region] += sum
      }
    }
    self.rings = rings
    self.points = points
    self.ringOfEdge = ringOfEdge
    self.areaBefore = areaBefore
    self.ringAreas = ringAreas
    self.regionAreas = regionAreas
    grid = EdgeGrid(points: points, rings: rings)
  }

  /// The index of the point where edge `edge` ends.
  @inline(__always)
  func end(of edge: Int) -> Int {
    let ring = rings[Int(ringOfEdge[edge])]
    return edge + 1 == Int(ring.start + ring.count) ? Int(ring.start) : edge + 1
  }

  /// The regions that hold a point of the control map, in ascending order.
  func regions(holding point: GridPoint) -> [Int32] {
    var isInside = [Bool](repeating: false, count: regionCount)
    for ring in rings where ring.box.contains(point) {
      var isOdd = false
      var a = points[Int(ring.start + ring.count) - 1]
      for index in Int(ring.start)..<Int(ring.start + ring.count) {
        let b = points[index]
        // The point is moved a hair to the east: on equal longitudes it lies east.
        if (a.x <= point.x) != (b.x <= point.x) {
          let runsEast = a.x <= point.x
          if Orientation.isLeft(moved: point, of: a, b) != runsEast { isOdd.toggle() }
        }
        a = b
      }
      if isOdd { isInside[Int(ring.region)].toggle() }
    }
    return isInside.indices.filter { isInside[$0] }.map(Int32.init)
  }
}
