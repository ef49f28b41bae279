#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The equidistant conic projection around a piece of ground: metres east and north.
///
/// - Source: Snyder (1987), "Map projections: a working manual", on the sphere with the radius of
///   curvature of WGS 84 at the middle latitude. Near the equator and the poles, where the cone
///   opens or closes, it becomes the equirectangular projection.
struct ConicProjection: Sendable {
  private let radius: Double
  private let cone: Double
  private let middle: Double
  private let apex: Double
  private let cosine: Double

  /// Fits the projection to the box.
  init(_ box: GridBox) {
    let radians = Double.pi / 180e9
    let south = Double(box.isEmpty ? 0 : box.low.y) * radians
    let north = Double(box.isEmpty ? 0 : box.high.y) * radians
    middle = box.isEmpty ? 0 : 0.5 * Double(box.low.x + box.high.x) * radians
    let first = south + (north - south) / 6
    let second = north - (north - south) / 6
    let mid = 0.5 * (first + second)
    let curve = Ellipsoid.Curvature(sine: sin(mid), cosine: cos(mid))
    radius = (curve.meridian * curve.parallel / max(0.01, cos(mid))).squareRoot()
    let opening =
      abs(second - first) < 1e-6 ? sin(mid) : (cos(first) - cos(second)) / (second - first)
    cosine = cos(mid)
    if abs(opening) < 0.05 || abs(mid) > 1.5 {
      cone = 0
      apex = mid
    } else {
      cone = opening
      apex = cos(first) / opening + first
    }
  }

  /// Returns metres east and north of a point in degrees.
  func flat(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    let lambda = longitude * .pi / 180 - middle
    let phi = latitude * .pi / 180
    if cone == 0 { return (radius * lambda * cosine, radius * phi) }
    let distance = apex - phi
    let angle = cone * lambda
    return (radius * distance * sin(angle), radius * (apex - distance * cos(angle)))
  }

  /// Returns degrees for metres east and north.
  func degrees(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double) {
    if cone == 0 {
      return ((x / radius / cosine + middle) * 180 / .pi, y / radius * 180 / .pi)
    }
    let up = apex - y / radius
    let east = x / radius
    let distance = (cone > 0 ? 1.0 : -1.0) * (east * east + up * up).squareRoot()
    let angle = cone > 0 ? atan2(east, up) : atan2(-east, -up)
    return ((angle / cone + middle) * 180 / .pi, (apex - distance) * 180 / .pi)
  }
}
