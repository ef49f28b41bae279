/// The area between an edge and the equator: the sum over a ring is the ring's area.
///
/// Edges are geodesics. Short ones are done by a series around the straight line in longitude and
/// latitude, long ones are first cut into short pieces of the same geodesic.
enum EdgeArea {
  /// How far apart in latitude or longitude the ends of an edge may lie for the series: 0.25
  /// degrees. The error of the series is then below 2 square metres.
  private static let shortSpan = 0.25 * Double.pi / 180
  /// Beyond this latitude (80 degrees) edges are cut finer.
  private static let polarSine = 0.9848

  /// Returns the area on the left of the geodesic from `a` to `b`, down or up to the equator, in
  /// square metres: positive where the edge runs west north of the equator.
  ///
  /// Exactly antisymmetric in its arguments. An edge that spans more than half the globe in
  /// longitude follows the straight line in longitude and latitude instead: in cut maps such edges
  /// run along a pole.
  static func left(of a: SurfacePoint, _ b: SurfacePoint) -> Double {
    let dx = b.longitude - a.longitude
    let dy = b.latitude - a.latitude
    if dx == 0 { return 0 }
    if abs(dx) <= shortSpan, abs(dy) <= shortSpan, abs(a.sine) < polarSine, abs(b.sine) < polarSine
    {
      return short(a, b, dx, dy)
    }
    if abs(dx) > .pi { return -straight(a, b) }
    // The same cuts whichever way the edge runs, so that an edge and its reverse cancel.
    let isReversed = dx < 0
    let area = long(isReversed ? b : a, isReversed ? a : b)
    return isReversed ? -area : area
  }

  /// The mean of the area function over the straight edge by the trapezoid and its first error
  /// term (Euler and Maclaurin), and the lens between that line and the geodesic, whose curvature
  /// in longitude and latitude follows from the geodesic equation.
  private static func short(
    _ a: SurfacePoint, _ b: SurfacePoint, _ dx: Double, _ dy: Double
  ) -> Double {
    let middle = Ellipsoid.Curvature(
      sine: 0.5 * (a.sine + b.sine), cosine: 0.5 * (a.cosine + b.cosine))
    let m = middle.meridian
    let r = middle.parallel
    let bend = middle.meridianChange * r - m * m * middle.sine
    let mean = 0.5 * (a.areaToEquator + b.areaToEquator) - bend * dy * dy * (1.0 / 12)
    let lens =
      (r * r * middle.sine * dx * dx
        + (2 * m * m * middle.sine + r * middle.meridianChange) * dy * dy) * (1.0 / 12)
    return -dx * (mean + lens)
  }

  private static func long(_ a: SurfacePoint, _ b: SurfacePoint) -> Double {
    let polar = max(abs(a.sine), abs(b.sine)) >= polarSine
    let line = GeodesicLine(from: a, to: b)
    let pieces = max(2, Int((line.length / (polar ? 2_000 : 15_000)).rounded(.up)))
    var sum = 0.0
    var last = a
    for index in 1...pieces {
      var next = b
      if index < pieces {
        let point = line.point(at: line.length * Double(index) / Double(pieces))
        next = SurfacePoint(longitude: a.longitude + point.longitude, latitude: point.latitude)
      }
      sum += short(last, next, next.longitude - last.longitude, next.latitude - last.latitude)
      last = next
    }
    return sum
  }

  /// The area under the straight line by three-point Gauss quadrature.
  private static func straight(_ a: SurfacePoint, _ b: SurfacePoint) -> Double {
    let half = 0.5 * (b.latitude - a.latitude)
    let middle = 0.5 * (a.latitude + b.latitude)
    let node = (0.6).squareRoot() * half
    func area(_ latitude: Double) -> Double {
      SurfacePoint(longitude: 0, latitude: latitude).areaToEquator
    }
    return (b.longitude - a.longitude)
      * (5 * area(middle - node) + 8 * area(middle) + 5 * area(middle + node)) / 18
  }
}
