/// Cuts rings that step over the antimeridian, as RFC 7946 asks maps to be cut.
enum Antimeridian {
  private static let half: Int64 = 180_000_000_000
  private static let whole: Int64 = 360_000_000_000
  private static let pole: Int64 = 90_000_000_000

  /// Whether the ring goes beyond 180 degrees, or an edge of it jumps more than half the globe in
  /// longitude elsewhere than along a pole, where cut maps have such edges.
  static func isCrossed(by ring: [GridPoint]) -> Bool {
    guard var last = ring.last else { return false }
    for point in ring {
      if isJump(last, point) || abs(point.x) > half { return true }
      last = point
    }
    return false
  }

  private static func isJump(_ a: GridPoint, _ b: GridPoint) -> Bool {
    abs(b.x - a.x) > half && !(abs(a.y) == pole && abs(b.y) == pole)
  }

  /// Returns the pieces of the ring west and east of the antimeridian, each between -180 and 180
  /// degrees.
  ///
  /// A ring that runs once around the globe holds the nearer pole, and is closed along it.
  static func cut(_ ring: [GridPoint]) -> [[GridPoint]] {
    var line: [GridPoint] = []
    var shift: Int64 = 0
    for point in ring {
      if let last = line.last {
        let previous = last.x - shift
        if point.x - previous > half { shift -= whole }
        if point.x - previous < -half { shift += whole }
      }
      line.append(GridPoint(x: point.x + shift, y: point.y))
    }
    guard let first = line.first, let last = line.last else { return [] }
    if abs(last.x - first.x) > half {
      let isNorth = line.reduce(0) { $0 + $1.y / Int64(line.count) } > 0
      if (last.x + whole / 2) / whole == (first.x + whole / 2) / whole || last.y != first.y {
        line.append(GridPoint(x: first.x + (last.x > first.x ? whole : -whole), y: first.y))
      }
      let end = line[line.count - 1]
      line.append(GridPoint(x: end.x, y: isNorth ? pole : -pole))
      line.append(GridPoint(x: first.x, y: isNorth ? pole : -pole))
    }
    var pieces: [[GridPoint]] = []
    for band in Int64(-2)...2 {
      let low = band * whole - half
      var piece = clip(line, at: low, keepingEast: true)
      piece = clip(piece, at: low + whole, keepingEast: false)
      guard piece.count >= 3 else { continue }
      pieces.append(piece.map { GridPoint(x: $0.x - band * whole, y: $0.y) })
    }
    return pieces
  }

  /// - Source: Sutherland and Hodgman (1974), "Reentrant polygon clipping", for one meridian.
  private static func clip(_ ring: [GridPoint], at x: Int64, keepingEast: Bool) -> [GridPoint] {
    guard var last = ring.last else { return [] }
    func isKept(_ point: GridPoint) -> Bool { keepingEast ? point.x >= x : point.x <= x }
    var kept: [GridPoint] = []
    for point in ring {
      if isKept(point) != isKept(last) {
        let part = Double(x - last.x) / Double(point.x - last.x)
        let y = Double(last.y) + part * Double(point.y - last.y)
        kept.append(GridPoint(x: x, y: Int64(y.rounded())))
      }
      if isKept(point) { kept.append(point) }
      last = point
    }
    return kept
  }
}
