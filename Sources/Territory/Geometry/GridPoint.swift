/// A point in longitude and latitude, in whole billionths of a degree (0.1 mm).
///
/// On whole numbers the questions "left or right of this edge" have exact answers, so that overlays
/// never contradict themselves.
public struct GridPoint: Hashable, Sendable {
  /// The longitude in billionths of a degree, east positive.
  public var x: Int64
  /// The latitude in billionths of a degree, north positive.
  public var y: Int64

  /// Takes billionths of a degree.
  public init(x: Int64, y: Int64) {
    self.x = x
    self.y = y
  }

  /// Takes degrees, rounded to the grid.
  ///
  /// - Precondition: both are finite and at most 1,000 in size.
  public init(longitude: Double, latitude: Double) {
    x = Int64((longitude * 1e9).rounded())
    y = Int64((latitude * 1e9).rounded())
  }

  /// The longitude in degrees.
  public var longitude: Double { Double(x) / 1e9 }
  /// The latitude in degrees.
  public var latitude: Double { Double(y) / 1e9 }
}

extension SurfacePoint {
  /// Takes a point of the grid.
  init(_ point: GridPoint) { self.init(degreesEast: point.longitude, degreesNorth: point.latitude) }
}

/// A rectangle in longitude and latitude that holds all points given to it.
public struct GridBox: Hashable, Sendable {
  /// The corner in the south-west.
  public var low: GridPoint
  /// The corner in the north-east.
  public var high: GridPoint

  /// A box that holds nothing.
  public static let empty = GridBox(
    low: GridPoint(x: .max, y: .max), high: GridPoint(x: .min, y: .min))

  /// Makes a box from its corners.
  public init(low: GridPoint, high: GridPoint) {
    self.low = low
    self.high = high
  }

  /// Makes the box around an edge.
  init(_ a: GridPoint, _ b: GridPoint) {
    low = GridPoint(x: min(a.x, b.x), y: min(a.y, b.y))
    high = GridPoint(x: max(a.x, b.x), y: max(a.y, b.y))
  }

  /// Whether the box holds nothing.
  public var isEmpty: Bool { low.x > high.x }

  /// Widens the box to hold `point`.
  public mutating func include(_ point: GridPoint) {
    low = GridPoint(x: min(low.x, point.x), y: min(low.y, point.y))
    high = GridPoint(x: max(high.x, point.x), y: max(high.y, point.y))
  }

  /// Widens the box to hold `other`.
  public mutating func include(_ other: GridBox) {
    if other.isEmpty { return }
    include(other.low)
    include(other.high)
  }

  /// Whether the boxes touch.
  public func meets(_ other: GridBox) -> Bool {
    low.x <= other.high.x && other.low.x <= high.x && low.y <= other.high.y
      && other.low.y <= high.y
  }

  /// Whether `point` lies in the box or on its edge.
  public func contains(_ point: GridPoint) -> Bool {
    low.x <= point.x && point.x <= high.x && low.y <= point.y && point.y <= high.y
  }
}
