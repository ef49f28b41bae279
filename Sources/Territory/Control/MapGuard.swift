/// Makes sure that a control map is made of rings that neither cross nor overlap, and has it
/// rebuilt where it is not.
enum MapGuard {
  /// Returns the map as it is if it is sound, else with its shape rebuilt by GEOS.
  ///
  /// Where `edges` is given, edges that a sound map before had are not compared with one another
  /// again.
  static func checked(_ map: ControlMap, edges: DailyOverlay?) -> ControlMap {
    if isSound(map.held, known: edges) { return map }
    // A shape that GEOS cannot rebuild is taken as it is: areas then count crossed ground twice,
    // and the repairs say that it was not sound.
    guard let mended = try? Mending.mended(map.held, repairs: map.repairs) else {
      var repairs = map.repairs
      repairs.isRebuilt = true
      return ControlMap(date: map.date, held: map.held, repairs: repairs)
    }
    return ControlMap(date: map.date, held: mended.shape, repairs: mended.repairs)
  }

  /// Whether no new edge touches another but at its ends, no point is visited twice, and every
  /// outer ring lies outside, every hole inside the rest.
  private static func isSound(_ shape: Shape, known: DailyOverlay?) -> Bool {
    let edges = EdgeList(shape)
    let fresh = edges.segments.indices.filter { index in
      known?.hasToday(edges.segments[index].a, edges.segments[index].b) != true
    }
    if fresh.isEmpty { return true }
    return edges.pointsAreDistinct && !edges.anyTouches(fresh) && edges.isNestedWell(shape)
  }
}

/// The edges of a shape, sorted from west to east.
private struct EdgeList {
  struct Segment {
    let a: GridPoint
    let b: GridPoint
    let west: Int64
    let east: Int64
  }

  /// The edges, by their western ends.
  let segments: [Segment]
  /// Whether no point belongs to two edges that follow neither each other.
  let pointsAreDistinct: Bool
  private let widest: Int64

  init(_ shape: Shape) {
    var segments: [Segment] = []
    segments.reserveCapacity(shape.points.count)
    var widest: Int64 = 0
    for ring in shape.rings {
      var a = shape.points[ring.start + ring.count - 1]
      for index in ring.indices {
        let b = shape.points[index]
        segments.append(Segment(a: a, b: b, west: min(a.x, b.x), east: max(a.x, b.x)))
        widest = max(widest, abs(a.x - b.x))
        a = b
      }
    }
    segments.sort { $0.west < $1.west }
    self.segments = segments
    self.widest = widest
    pointsAreDistinct = Set(shape.points).count == shape.points.count
  }

  /// Whether one of the edges with these numbers touches any edge elsewhere than at a shared end.
  func anyTouches(_ fresh: [Int]) -> Bool {
    for number in fresh {
      let one = segments[number]
      let low = min(one.a.y, one.b.y)
      let high = max(one.a.y, one.b.y)
      var index = firstIndex(west: one.west - widest)
      while index < segments.count, segments[index].west <= one.east {
        let other = segments[index]
        if index != number, other.east >= one.west,
          max(other.a.y, other.b.y) >= low, min(other.a.y, other.b.y) <= high,
          Self.touch(one, other)
        {
          return true
        }
        index += 1
      }
    }
    return false
  }

  private func firstIndex(west: Int64) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].west < west { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func touch(_ one: Segment, _ other: Segment) -> Bool {
    let p = Orientation.turn(one.a, one.b, other.a)
    let q = Orientation.turn(one.a, one.b, other.b)
    if p == q, p != 0 { return false }
    let r = Orientation.turn(other.a, other.b, one.a)
    let s = Orientation.turn(other.a, other.b, one.b)
    if r == s, r != 0 { return false }
    let shared = one.a == other.a || one.a == other.b || one.b == other.a || one.b == other.b
    guard shared else { return true }
    // Edges with a common end touch elsewhere only if they lie on one line and fold back.
    guard p == 0, q == 0 else { return false }
    let middle = one.a == other.a || one.a == other.b ? one.a : one.b
    let first = one.a == middle ? one.b : one.a
    let second = other.a == middle ? other.b : other.a
    return (first.x - middle.x).signum() == (second.x - middle.x).signum()
      && (first.y - middle.y).signum() == (second.y - middle.y).signum()
  }

  /// Whether every outer ring's ground is bare of other rings' ground, and every hole's is not.
  func isNestedWell(_ shape: Shape) -> Bool {
    for ring in shape.rings {
      let point = shape.points[ring.start]
      var depth = 0
      for other in shape.rings where other != ring && shape.crossesOdd(other, point) {
        depth += other.isHole ? -1 : 1
      }
      if depth != (ring.isHole ? 1 : 0) { return false }
    }
    return true
  }
}
