/// On which side of an edge a point lies: exact, and never "on it" where two maps meet.
enum Orientation {
  /// Returns the turn from `a` to `b` to `c`: 1 left, -1 right, 0 straight.
  @inline(__always)
  static func turn(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int {
    let dx = b.x &- a.x
    let dy = b.y &- a.y
    let ex = c.x &- a.x
    let ey = c.y &- a.y
    let left = Double(dx) * Double(ey)
    let right = Double(dy) * Double(ex)
    let difference = left - right
    // Differences of grid points are exact in a Double; only the two products are rounded.
    if abs(difference) > (abs(left) + abs(right)) * 0x1p-51 { return difference > 0 ? 1 : -1 }
    let exact = Int128(dx) * Int128(ey) - Int128(dy) * Int128(ex)
    return exact == 0 ? 0 : exact > 0 ? 1 : -1
  }

  /// Whether the point `c` of a map that is moved by an infinitesimal amount east, and by an
  /// infinitely smaller one north, lies to the left of the edge of a map that is not moved.
  ///
  /// - Source: Edelsbrunner and Mücke (1990), "Simulation of simplicity", with one map moved as a
  ///   whole: equal points of one map stay equal, and no point of one lies on an edge of the other.
  @inline(__always)
  static func isLeft(moved c: GridPoint, of a: GridPoint, _ b: GridPoint) -> Bool {
    let turn = turn(a, b, c)
    if turn != 0 { return turn > 0 }
    return b.y != a.y ? b.y < a.y : b.x > a.x
  }

  /// Whether the point `c` of a map that is not moved lies to the left of an edge of the moved map.
  @inline(__always)
  static func isLeft(fixed c: GridPoint, ofMoved a: GridPoint, _ b: GridPoint) -> Bool {
    let turn = turn(a, b, c)
    if turn != 0 { return turn > 0 }
    return b.y != a.y ? b.y > a.y : b.x < a.x
  }
}
