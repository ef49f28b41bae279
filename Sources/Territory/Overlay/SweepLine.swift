/// A piece of an edge that a sweep passes over, running east.
struct SweepLine {
  /// What changes where the piece is crossed northwards.
  enum Kind {
    /// The winding, by so much.
    case change(Int8)
    /// Whether one is inside a region.
    case boundary(Int32)
  }

  /// The western and eastern end in grid units.
  private(set) var x0: Double
  private(set) var x1: Double
  let kind: Kind
  private let middleX: Double
  private let middleY: Double
  private let slope: Double
  private let c1: Double
  private let c2: Double
  private let c3: Double
  private let c4: Double

  private static let radians = Double.pi / 180e9
  /// The widest piece that the series is used for: 0.25 degrees.
  private static let widest = 0.25e9

  /// Adds the edge between `a` and `b` to `lines`, in pieces where it is long.
  ///
  /// - Precondition: the ends differ in longitude.
  static func append(_ a: GridPoint, _ b: GridPoint, kind: Kind, to lines: inout [SweepLine]) {
    let (west, east) = a.x < b.x ? (a, b) : (b, a)
    let width = Double(east.x - west.x)
    let height = Double(east.y - west.y)
    let pieces = max(1, Int((max(width, abs(height)) / widest).rounded(.up)))
    for piece in 0..<pieces {
      let from = Double(west.x) + width * Double(piece) / Double(pieces)
      let to =
        piece + 1 == pieces
        ? Double(east.x) : Double(west.x) + width * Double(piece + 1) / Double(pieces)
      lines.append(SweepLine(west, width, height, from, to, kind))
    }
  }

  /// The area under the edge as a polynomial in longitude around the middle of the piece: the
  /// straight line by the Taylor series of the area function, and the lens between that line and
  /// the geodesic, as in ``EdgeArea``.
  private init(
    _ west: GridPoint, _ width: Double, _ height: Double, _ from: Double, _ to: Double, _ kind: Kind
  ) {
    x0 = from
    x1 = to
    self.kind = kind
    slope = height / width
    middleX = 0.5 * (from + to)
    middleY = Double(west.y) + slope * (middleX - Double(west.x))
    let point = SurfacePoint(longitude: 0, latitude: middleY * Self.radians)
    let curve = Ellipsoid.Curvature(sine: point.sine, cosine: point.cosine)
    let (m, r) = (curve.meridian, curve.parallel)
    let a1 = m * r
    let a2 = curve.meridianChange * r - m * m * curve.sine
    let bend =
      -(r * r * curve.sine + (2 * m * m * curve.sine + r * curve.meridianChange) * slope * slope)
    // The lens is bend / 2 times (s - start)(s - end), with the ends of the whole edge.
    let start = (Double(west.x) - middleX) * Self.radians
    let end = (Double(west.x) + width - middleX) * Self.radians
    c1 = point.areaToEquator + 0.5 * bend * start * end
    c2 = 0.5 * (a1 * slope - 0.5 * bend * (start + end))
    c3 = (a2 * slope * slope + bend) / 6
    c4 = -a1 * slope * slope * slope / 24
  }

  /// Cuts the piece to a span of longitudes; it may become empty.
  mutating func clip(from low: Double, to high: Double) {
    x0 = max(x0, low)
    x1 = min(x1, high)
  }

  /// The height of the straight line at a longitude, in grid units.
  func y(_ x: Double) -> Double { middleY + slope * (x - middleX) }

  /// The area between the edge and the equator from one longitude to another, in square metres.
  func areaUnder(from left: Double, to right: Double) -> Double {
    let s = (left - middleX) * Self.radians
    let t = (right - middleX) * Self.radians
    // Differences of powers are factored, so that narrow slabs lose no digits.
    let sum = s + t
    let squares = s * s + t * t
    return (t - s)
      * (c1 + c2 * sum + c3 * (squares + s * t) + c4 * sum * squares)
  }
}
