/// What had to be mended while a shape was read.
public struct Repairs: Sendable, Hashable {
  /// Rings that ran the wrong way (RFC 7946 has outer rings counterclockwise).
  public var turnedRings = 0
  /// Rings whose last point is not their first.
  public var unclosedRings = 0
  /// Rings without ground: fewer than three points, or no area.
  public var droppedRings = 0
  /// Whether edges crossed or rings overlapped, so that the shape was rebuilt by GEOS.
  public var isRebuilt = false
  /// Whether a ring stepped over the antimeridian and was cut there.
  public var isCutAtAntimeridian = false

  /// Nothing had to be mended.
  public init() {}

  /// Whether nothing had to be mended.
  public var isEmpty: Bool { self == Repairs() }

  /// What was mended, in words; empty where nothing was.
  public var notes: [String] {
    var notes: [String] = []
    if turnedRings > 0 {
      notes.append("rings that ran the wrong way and were turned: \(turnedRings)")
    }
    if unclosedRings > 0 { notes.append("rings that were open and were closed: \(unclosedRings)") }
    if droppedRings > 0 { notes.append("rings without ground that were left out: \(droppedRings)") }
    if isRebuilt { notes.append("edges crossed or rings overlapped; rebuilt by GEOS") }
    if isCutAtAntimeridian { notes.append("a ring stepped over the antimeridian; cut there") }
    return notes
  }
}
