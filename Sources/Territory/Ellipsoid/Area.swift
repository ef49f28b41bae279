/// An area on the ellipsoid, in whole ten-thousandths of a square metre.
///
/// Sums of whole numbers do not depend on their order, so that an area that is carried along from
/// day to day never drifts, and two machines find the same. The whole surface of the Earth fits.
public struct Area: Sendable, Hashable, Comparable {
  /// The number of ten-thousandths of a square metre.
  public var units: Int64

  /// No area.
  public static let zero = Area(units: 0)

  /// Takes a number of ten-thousandths of a square metre.
  public init(units: Int64) { self.units = units }

  /// Takes an area in square metres, at most that of the Earth.
  public init(squareMetres: Double) { units = Int64((squareMetres * 10_000).rounded()) }

  /// Takes an area in square kilometres, at most that of the Earth.
  public init(squareKilometres: Double) { self.init(squareMetres: squareKilometres * 1e6) }

  /// The area in square metres.
  public var squareMetres: Double { Double(units) / 10_000 }
  /// The area in square kilometres.
  public var squareKilometres: Double { Double(units) / 1e10 }

  /// Adds two areas; sums along an open line may pass through any value, hence the wrapping.
  public static func + (a: Area, b: Area) -> Area { Area(units: a.units &+ b.units) }
  /// Subtracts an area.
  public static func - (a: Area, b: Area) -> Area { Area(units: a.units &- b.units) }
  /// The area with the other sign.
  public static prefix func - (a: Area) -> Area { Area(units: 0 &- a.units) }
  /// Adds an area.
  public static func += (a: inout Area, b: Area) { a = a + b }
  /// Subtracts an area.
  public static func -= (a: inout Area, b: Area) { a = a - b }
  /// Orders areas by size.
  public static func < (a: Area, b: Area) -> Bool { a.units < b.units }
}

extension EdgeArea {
  /// The area on the left of the edge from `a` to `b`, rounded to whole units.
  static func units(_ a: SurfacePoint, _ b: SurfacePoint) -> Area {
    Area(squareMetres: left(of: a, b))
  }
}
