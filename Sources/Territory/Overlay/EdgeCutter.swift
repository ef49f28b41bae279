/// Cuts an edge of a control map where it meets the boundaries of regions.
struct EdgeCutter {
  private let regions: RegionIndex
  private var stamps: EdgeGrid.Stamps
  private var near: [Int32] = []
  private var meetings: [Meeting] = []

  private struct Meeting {
    let region: Int32
    /// The place on the control map's edge, 0 at its start, 1 at its end.
    let place: Double
    let point: SurfacePoint
  }

  /// Prepares to cut along `regions`.
  init(_ regions: RegionIndex) {
    self.regions = regions
    stamps = EdgeGrid.Stamps(count: regions.points.count)
  }

  /// Enters the edge from `a` to `b`, whose start lies in the regions of `startSet`, into `ledger`;
  /// returns its number.
  mutating func enter(
    _ a: GridPoint, _ b: GridPoint, startSet: Int32, ledger: inout EdgeLedger,
    sets: inout RegionSets
  ) -> Int32 {
    let start = SurfacePoint(a)
    let end = SurfacePoint(b)
    let whole = EdgeArea.units(start, end)
    let firstCrossing = Int32(ledger.crossings.count)
    findMeetings(a, b, into: &ledger)
    let firstPart = Int32(ledger.parts.count)
    var endSet = startSet
    if meetings.isEmpty {
      for region in sets.members[Int(startSet)] {
        ledger.parts.append(EdgeLedger.Part(region: region, area: whole))
      }
    } else {
      endSet = cut(start, end, whole, startSet, &ledger, &sets)
    }
    return ledger.add(
      EdgeLedger.Record(
        a: a, b: b, area: whole, parts: firstPart..<Int32(ledger.parts.count),
        crossings: firstCrossing..<Int32(ledger.crossings.count), startSet: startSet,
        endSet: endSet, lastDay: -2))
  }

  private mutating func findMeetings(
    _ a: GridPoint, _ b: GridPoint, into ledger: inout EdgeLedger
  ) {
    near.removeAll(keepingCapacity: true)
    meetings.removeAll(keepingCapacity: true)
    let box = GridBox(a, b)
    regions.grid.search(box, &stamps, into: &near)
    // The grid's lists depend on its cells; edges are met in one order whatever they are.
    near.sort()
    for edge in near {
      let p = regions.points[Int(edge)]
      let q = regions.points[regions.end(of: Int(edge))]
      guard GridBox(p, q).meets(box),
        Orientation.isLeft(moved: a, of: p, q) != Orientation.isLeft(moved: b, of: p, q),
        Orientation.isLeft(fixed: p, ofMoved: a, b) != Orientation.isLeft(fixed: q, ofMoved: a, b)
      else { continue }
      let onOurs = Self.place(of: a, b, across: p, q)
      let onTheirs = Self.place(of: p, q, across: a, b)
      let point = SurfacePoint(
        degreesEast: a.longitude + onOurs * (b.longitude - a.longitude),
        degreesNorth: a.latitude + onOurs * (b.latitude - a.latitude))
      let ring = regions.ringOfEdge[Int(edge)]
      ledger.crossings.append(
        EdgeLedger.Crossing(
          ring: ring, edge: edge, place: onTheirs, point: point,
          areaBefore: EdgeArea.units(SurfacePoint(p), point),
          areaAfter: EdgeArea.units(point, SurfacePoint(q))))
      meetings.append(
        Meeting(region: regions.rings[Int(ring)].region, place: onOurs, point: point))
    }
  }

  /// The place, 0 to 1, where the edge from `a` to `b` crosses the line through `p` and `q`.
  private static func place(
    of a: GridPoint, _ b: GridPoint, across p: GridPoint, _ q: GridPoint
  ) -> Double {
    func turn(_ c: GridPoint) -> Double {
      Double(q.x - p.x) * Double(c.y - p.y) - Double(q.y - p.y) * Double(c.x - p.x)
    }
    let (before, after) = (turn(a), turn(b))
    return before == after ? 0 : min(1, max(0, before / (before - after)))
  }

  private mutating func cut(
    _ start: SurfacePoint, _ end: SurfacePoint, _ whole: Area, _ startSet: Int32,
    _ ledger: inout EdgeLedger, _ sets: inout RegionSets
  ) -> Int32 {
    meetings.sort { ($0.region, $0.place) < ($1.region, $1.place) }
    let before = sets.members[Int(startSet)]
    var after: [Int32] = []
    var index = 0
    var touched = before
    for meeting in meetings where !touched.contains(meeting.region) {
      touched.append(meeting.region)
    }
    touched.sort()
    for region in touched {
      while index < meetings.count, meetings[index].region < region { index += 1 }
      var isInside = before.contains(region)
      let isCut = index < meetings.count && meetings[index].region == region
      var sum = Area.zero
      if isCut {
        var last = start
        while index < meetings.count, meetings[index].region == region {
          if isInside { sum += EdgeArea.units(last, meetings[index].point) }
          isInside.toggle()
          last = meetings[index].point
          index += 1
        }
        if isInside { sum += EdgeArea.units(last, end) }
      } else {
        sum = whole
      }
      ledger.parts.append(EdgeLedger.Part(region: region, area: sum))
      if isInside { after.append(region) }
    }
    return sets.number(of: after)
  }
}
