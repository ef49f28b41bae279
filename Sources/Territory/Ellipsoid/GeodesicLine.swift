#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The shortest line between two points on the ellipsoid.
///
/// - Source: Vincenty (1975), "Direct and inverse solutions of geodesics on the ellipsoid". Good to
///   a tenth of a millimetre; between nearly opposite points, where the inverse solution does not
///   settle, the line is the great circle of the auxiliary sphere.
struct GeodesicLine {
  /// The length in metres.
  let length: Double

  private let sineU1: Double
  private let cosineU1: Double
  private let azimuthSine: Double
  private let azimuthCosine: Double
  private let seriesA: Double
  private let seriesB: Double

  /// Draws the line from `a` to `b`, which lie at most half the globe apart in longitude.
  init(from a: SurfacePoint, to b: SurfacePoint) {
    let f = Ellipsoid.flattening
    let u1 = atan2((1 - f) * a.sine, a.cosine)
    let u2 = atan2((1 - f) * b.sine, b.cosine)
    let (s1, c1) = (sin(u1), cos(u1))
    let (s2, c2) = (sin(u2), cos(u2))
    let difference = b.longitude - a.longitude
    var lambda = difference
    var sigma = 0.0
    var cosSqAlpha = 1.0
    for step in 0..<200 {
      let (sl, cl) = (sin(lambda), cos(lambda))
      let x = c2 * sl
      let y = c1 * s2 - s1 * c2 * cl
      let sinSigma = (x * x + y * y).squareRoot()
      let cosSigma = s1 * s2 + c1 * c2 * cl
      sigma = atan2(sinSigma, cosSigma)
      let sinAlpha = sinSigma == 0 ? 0 : c1 * c2 * sl / sinSigma
      cosSqAlpha = max(0, 1 - sinAlpha * sinAlpha)
      let cos2M = cosSqAlpha < 1e-12 ? 0 : cosSigma - 2 * s1 * s2 / cosSqAlpha
      let c = f / 16 * cosSqAlpha * (4 + f * (4 - 3 * cosSqAlpha))
      let next =
        difference + (1 - c) * f * sinAlpha
        * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M * cos2M - 1)))
      let change = abs(next - lambda)
      lambda = next
      if change < 1e-13 { break }
      if abs(lambda) > .pi || step == 199 {
        lambda = difference
        break
      }
    }
    let azimuth = atan2(c2 * sin(lambda), c1 * s2 - s1 * c2 * cos(lambda))
    sineU1 = s1
    cosineU1 = c1
    azimuthSine = sin(azimuth)
    azimuthCosine = cos(azimuth)
    let e2 = Ellipsoid.eccentricitySquared
    let uSq = cosSqAlpha * e2 / (1 - e2)
    seriesA = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)))
    seriesB = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)))
    let sigma1 = atan2(s1, c1 * cos(azimuth))
    length =
      Ellipsoid.polarRadius * seriesA
      * (sigma - Self.correction(seriesB, sigma: sigma, cosine: cos(2 * sigma1 + sigma)))
  }

  /// Returns the point `distance` metres along the line: its longitude from the line's start and
  /// its latitude, in radians.
  func point(at distance: Double) -> (longitude: Double, latitude: Double) {
    let f = Ellipsoid.flattening
    let sigma1 = atan2(sineU1, cosineU1 * azimuthCosine)
    let sinAlpha = cosineU1 * azimuthSine
    let cosSqAlpha = 1 - sinAlpha * sinAlpha
    let start = distance / (Ellipsoid.polarRadius * seriesA)
    var sigma = start
    for _ in 0..<20 {
      let next = start + Self.correction(seriesB, sigma: sigma, cosine: cos(2 * sigma1 + sigma))
      let change = abs(next - sigma)
      sigma = next
      if change < 1e-14 { break }
    }
    let (ss, cs) = (sin(sigma), cos(sigma))
    let cos2M = cos(2 * sigma1 + sigma)
    let y = sineU1 * ss - cosineU1 * cs * azimuthCosine
    let latitude = atan2(
      sineU1 * cs + cosineU1 * ss * azimuthCosine,
      (1 - f) * (sinAlpha * sinAlpha + y * y).squareRoot())
    let lambda = atan2(ss * azimuthSine, cosineU1 * cs - sineU1 * ss * azimuthCosine)
    let c = f / 16 * cosSqAlpha * (4 + f * (4 - 3 * cosSqAlpha))
    let longitude =
      lambda - (1 - c) * f * sinAlpha
      * (sigma + c * ss * (cos2M + c * cs * (2 * cos2M * cos2M - 1)))
    return (longitude, latitude)
  }

  private static func correction(_ b: Double, sigma: Double, cosine: Double) -> Double {
    let (s, c) = (sin(sigma), cos(sigma))
    let square = cosine * cosine
    return b * s
      * (cosine + b / 4
        * (c * (2 * square - 1) - b / 6 * cosine * (4 * s * s - 3) * (4 * square - 3)))
  }
}
