/// A piece of ground: polygons in longitude and latitude, as flat arrays.
///
/// Rings are not closed (the last point is not the first again). Outer rings run counterclockwise,
/// holes clockwise, so that the ground lies always on the left.
public struct Shape: Sendable, Hashable {
  /// One ring of a shape.
  public struct Ring: Sendable, Hashable {
    /// The index of the first point.
    public let start: Int
    /// The number of points, at least three.
    public let count: Int
    /// Whether the ring bounds a hole of the outer ring before it.
    public let isHole: Bool

    /// The indices of the ring's points.
    public var indices: Range<Int> { start..<start + count }
  }

  /// The points of all rings, ring after ring.
  public private(set) var points: [GridPoint] = []
  /// The rings: every outer ring is followed by its holes.
  public private(set) var rings: [Ring] = []

  /// A shape without any ground.
  public init() {}

  /// Whether the shape has no ring.
  public var isEmpty: Bool { rings.isEmpty }

  /// The box around all points.
  public var box: GridBox {
    var box = GridBox.empty
    for point in points { box.include(point) }
    return box
  }

  /// Makes room for `count` points.
  public mutating func reserve(_ count: Int) { points.reserveCapacity(count) }

  /// Adds a ring, turned so that the ground lies on its left; repeated points are left out.
  ///
  /// Returns what had to be mended, or `.dropped` if fewer than three points remain or the ring has
  /// no area.
  @discardableResult
  public mutating func append(ring: some Sequence<GridPoint>, isHole: Bool) -> RingOutcome {
    let start = points.count
    for point in ring where points.count == start || points[points.count - 1] != point {
      points.append(point)
    }
    while points.count > start + 1, points[points.count - 1] == points[start] {
      points.removeLast()
    }
    let turn = Self.signedArea(points[start...])
    guard points.count - start >= 3, turn != 0 else {
      points.removeSubrange(start...)
      return .dropped
    }
    let isTurned = (turn > 0) == isHole
    if isTurned { points[start...].reverse() }
    rings.append(Ring(start: start, count: points.count - start, isHole: isHole))
    return isTurned ? .turned : .kept
  }

  /// What became of a ring that was added.
  public enum RingOutcome: Sendable, Hashable {
    /// The ring was taken as it is.
    case kept
    /// The ring ran the wrong way and was turned.
    case turned
    /// The ring holds no ground and was left out.
    case dropped
  }

  /// Adds all rings of `other`.
  public mutating func append(_ other: Shape) {
    let offset = points.count
    points += other.points
    rings += other.rings.map {
      Ring(start: $0.start + offset, count: $0.count, isHole: $0.isHole)
    }
  }

  /// The sign of the area that the points enclose in the plane, exactly.
  private static func signedArea(_ points: ArraySlice<GridPoint>) -> Int {
    guard let origin = points.first else { return 0 }
    var sum = Int128(0)
    var last = origin
    for point in points {
      sum +=
        Int128(last.x &- origin.x) * Int128(point.y &- origin.y)
        - Int128(last.y &- origin.y) * Int128(point.x &- origin.x)
      last = point
    }
    return sum == 0 ? 0 : sum > 0 ? 1 : -1
  }

  /// The area on the ellipsoid, edges being geodesics.
  public var area: Area {
    rings.reduce(.zero) { $0 + area(of: $1) }
  }

  /// The area of one ring on the ellipsoid, negative for a hole.
  public func area(of ring: Ring) -> Area {
    guard ring.count > 0 else { return .zero }
    var sum = Area.zero
    let first = SurfacePoint(points[ring.start])
    var last = first
    for index in ring.indices.dropFirst() {
      let next = SurfacePoint(points[index])
      sum += EdgeArea.units(last, next)
      last = next
    }
    return sum + EdgeArea.units(last, first)
  }

  /// Whether `point` lies inside; points on the boundary may fall on either side.
  public func contains(_ point: GridPoint) -> Bool {
    var isInside = false
    for ring in rings where crossesOdd(ring, point) { isInside.toggle() }
    return isInside
  }

  /// Whether a line straight up from `point` meets the ring an odd number of times.
  @inline(__always)
  func crossesOdd(_ ring: Ring, _ point: GridPoint) -> Bool {
    points.withUnsafeBufferPointer { points in
      var isOdd = false
      var a = points[ring.start + ring.count - 1]
      for index in ring.indices {
        let b = points[index]
        if (a.x <= point.x) != (b.x <= point.x) {
          let isEast = a.x <= point.x
          if Orientation.isLeft(moved: point, of: a, b) != isEast { isOdd.toggle() }
        }
        a = b
      }
      return isOdd
    }
  }
}
