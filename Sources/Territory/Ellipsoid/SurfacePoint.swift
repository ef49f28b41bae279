#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A point on the ellipsoid with what areas along its edges need, computed once a point.
struct SurfacePoint {
  /// The longitude in radians.
  let longitude: Double
  /// The latitude in radians.
  let latitude: Double
  /// The sine of the latitude.
  let sine: Double
  /// The cosine of the latitude.
  let cosine: Double
  /// The area between the equator and the latitude, in square metres a radian of longitude.
  let areaToEquator: Double

  /// Takes a point in radians.
  init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
    sine = sin(latitude)
    cosine = cos(latitude)
    areaToEquator = Ellipsoid.areaToEquator(sine: sine)
  }

  /// Takes a point in degrees.
  init(degreesEast: Double, degreesNorth: Double) {
    self.init(longitude: degreesEast * (.pi / 180), latitude: degreesNorth * (.pi / 180))
  }
}
