#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The WGS 84 ellipsoid: its axes, and the area between the equator and a parallel.
public enum Ellipsoid {
  /// The equatorial radius in metres.
  public static let equatorialRadius = 6_378_137.0
  /// The flattening.
  public static let flattening = 1 / 298.257223563
  /// The polar radius in metres.
  public static let polarRadius = equatorialRadius * (1 - flattening)
  /// The square of the first eccentricity.
  public static let eccentricitySquared = flattening * (2 - flattening)
  /// The area of the whole surface in square metres.
  public static let surface = 4 * Double.pi * areaToEquator(sine: 1)

  /// Returns the area between the equator and the parallel whose latitude has this sine, in square
  /// metres a radian of longitude; negative south of the equator.
  ///
  /// The series of s/(1-e²s²) + atanh(es)/e; its terms fall by e² = 0.0067, so that eight of them
  /// exhaust a Double.
  static func areaToEquator(sine: Double) -> Double {
    let x = eccentricitySquared * sine * sine
    var sum = 8.0 / 15
    sum = 7.0 / 13 + x * sum
    sum = 6.0 / 11 + x * sum
    sum = 5.0 / 9 + x * sum
    sum = 4.0 / 7 + x * sum
    sum = 3.0 / 5 + x * sum
    sum = 2.0 / 3 + x * sum
    return polarRadius * polarRadius * sine * (1 + x * sum)
  }

  /// The radii at a latitude, and what the shape of a geodesic there depends on.
  struct Curvature {
    /// The sine of the latitude.
    let sine: Double
    /// The radius of the meridian's curvature, in metres.
    let meridian: Double
    /// The radius of the parallel, in metres.
    let parallel: Double
    /// The change of `meridian` with latitude, in metres a radian.
    let meridianChange: Double

    /// Takes the sine and cosine of a latitude.
    init(sine: Double, cosine: Double) {
      let w = 1 / (1 - eccentricitySquared * sine * sine)
      let normal = equatorialRadius * w.squareRoot()
      self.sine = sine
      meridian = normal * (1 - eccentricitySquared) * w
      parallel = normal * cosine
      meridianChange = 3 * eccentricitySquared * sine * cosine * meridian * w
    }
  }
}
