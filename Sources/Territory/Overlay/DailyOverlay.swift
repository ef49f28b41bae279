/// Lays one control map after another over the same regions.
///
/// The area held in a region is a sum over the control map's edges inside the region and the
/// region's edges inside the control map. What an edge gives is found once and kept; from one day
/// to the next only the edges that came or went are looked at. Sums are whole numbers, so that the
/// last day is as exact as the first, whatever came between.
struct DailyOverlay {
  /// The ground of one day.
  struct Day {
    /// The area held in every region.
    var held: [Area]
    /// The area held in all, inside regions or not.
    var total: Area
    /// The edges that are new since the day before, and those that are gone, by their numbers.
    var added: [Int32]
    var removed: [Int32]
    /// Whether an edge stands twice in the map, which no valid map has.
    var hasDoubleEdge: Bool
  }

  let regions: RegionIndex
  private(set) var ledger = EdgeLedger()
  private(set) var sets = RegionSets()
  private var cutter: EdgeCutter
  private var day: Int32 = 0
  private var current: [Int32] = []
  private var held: [Area]
  private var total = Area.zero
  /// For every ring: whether its first point is held, what the held part of it gives, and how often
  /// the control map's boundary crosses it.
  private var isHeld: [Bool]
  private var ringParts: [Area]
  private var crossingCounts: [Int32]

  /// Begins with a map that holds nothing.
  init(_ regions: RegionIndex) {
    self.regions = regions
    cutter = EdgeCutter(regions)
    held = [Area](repeating: .zero, count: regions.regionCount)
    isHeld = [Bool](repeating: false, count: regions.rings.count)
    ringParts = [Area](repeating: .zero, count: regions.rings.count)
    crossingCounts = [Int32](repeating: 0, count: regions.rings.count)
  }

  /// Lays the next map over the regions.
  mutating func advance(to shape: Shape) -> Day {
    day += 1
    var next: [Int32] = []
    next.reserveCapacity(shape.points.count)
    for ring in shape.rings { append(ring, of: shape, to: &next) }
    var added: [Int32] = []
    var hasDoubleEdge = false
    for number in next {
      let last = ledger.see(number, on: day)
      if last == day {
        hasDoubleEdge = true
      } else if last != day - 1 {
        added.append(number)
      }
    }
    let removed = current.filter { ledger.records[Int($0)].lastDay != day }
    current = next
    account(for: added, sign: 1)
    account(for: removed, sign: -1)
    updateRings(added, removed)
    return Day(
      held: held, total: total, added: added, removed: removed, hasDoubleEdge: hasDoubleEdge)
  }

  /// Whether the map of the last day has the edge from `a` to `b`.
  func hasToday(_ a: GridPoint, _ b: GridPoint) -> Bool {
    ledger.find(a, b).map { ledger.records[Int($0)].lastDay == day && day > 0 } ?? false
  }

  /// Finds or enters the edges of one ring.
  private mutating func append(_ ring: Shape.Ring, of shape: Shape, to edges: inout [Int32]) {
    let first = edges.count
    let points = shape.points
    var known: Int?
    for index in 0..<ring.count {
      let a = points[ring.start + index]
      let b = points[ring.start + (index + 1 == ring.count ? 0 : index + 1)]
      let number = ledger.find(a, b) ?? -1
      if number >= 0 { known = index }
      edges.append(number)
    }
    var set: Int32
    if let known {
      set = ledger.records[Int(edges[first + known])].endSet
    } else {
      set = sets.number(of: regions.regions(holding: points[ring.start]))
    }
    let start = known.map { $0 + 1 } ?? 0
    for step in 0..<ring.count {
      let index = (start + step) % ring.count
      if edges[first + index] < 0 {
        let a = points[ring.start + index]
        let b = points[ring.start + (index + 1 == ring.count ? 0 : index + 1)]
        // A ring that runs along one edge twice has entered it a moment ago.
        edges[first + index] =
          ledger.find(a, b)
          ?? cutter.enter(a, b, startSet: set, ledger: &ledger, sets: &sets)
      }
      set = ledger.records[Int(edges[first + index])].endSet
    }
  }

  private mutating func account(for edges: [Int32], sign: Int64) {
    for number in edges {
      let record = ledger.records[Int(number)]
      total.units &+= sign &* record.area.units
      for part in ledger.parts[Int(record.parts.lowerBound)..<Int(record.parts.upperBound)] {
        held[Int(part.region)].units &+= sign &* part.area.units
      }
      for crossing in ledger.crossings[
        Int(record.crossings.lowerBound)..<Int(record.crossings.upperBound)]
      {
        crossingCounts[Int(crossing.ring)] += Int32(sign)
      }
    }
  }

  private mutating func updateRings(_ added: [Int32], _ removed: [Int32]) {
    var isDirty = [Bool](repeating: false, count: regions.rings.count)
    var box = GridBox.empty
    for number in added + removed {
      let record = ledger.records[Int(number)]
      box.include(record.a)
      box.include(record.b)
      for crossing in record.crossings { isDirty[Int(ledger.crossings[Int(crossing)].ring)] = true }
    }
    if box.isEmpty { return }
    let crossings = gatherCrossings(isDirty)
    for ring in isDirty.indices {
      let part: Area
      if isDirty[ring] {
        isHeld[ring] = isFirstPointOdd(ring, among: current)
        part = heldPart(of: ring, crossings[ring] ?? [])
      } else {
        guard crossingCounts[ring] == 0 else { continue }
        let x = regions.points[Int(regions.rings[ring].start)].x
        guard box.low.x <= x, x <= box.high.x else { continue }
        if isFirstPointOdd(ring, among: added) != isFirstPointOdd(ring, among: removed) {
          isHeld[ring].toggle()
        }
        part = isHeld[ring] ? regions.ringAreas[ring] : .zero
      }
      held[Int(regions.rings[ring].region)] += part - ringParts[ring]
      ringParts[ring] = part
    }
  }

  private func gatherCrossings(_ isDirty: [Bool]) -> [Int: [Int32]] {
    var crossings: [Int: [Int32]] = [:]
    for number in current {
      for crossing in ledger.records[Int(number)].crossings {
        let ring = Int(ledger.crossings[Int(crossing)].ring)
        if isDirty[ring] { crossings[ring, default: []].append(crossing) }
      }
    }
    return crossings
  }

  /// Whether a line straight up from the first point of the ring meets the edges an odd number of
  /// times.
  private func isFirstPointOdd(_ ring: Int, among edges: [Int32]) -> Bool {
    let point = regions.points[Int(regions.rings[ring].start)]
    var isOdd = false
    for number in edges {
      let record = ledger.records[Int(number)]
      // The map is moved a hair to the east: on equal longitudes its points lie east.
      if (record.a.x < point.x) != (record.b.x < point.x) {
        let runsEast = record.a.x < point.x
        if Orientation.isLeft(fixed: point, ofMoved: record.a, record.b) != runsEast {
          isOdd.toggle()
        }
      }
    }
    return isOdd
  }

  /// The area on the left of those parts of the region's ring that lie in the control map.
  private func heldPart(of ring: Int, _ numbers: [Int32]) -> Area {
    if numbers.isEmpty { return isHeld[ring] ? regions.ringAreas[ring] : .zero }
    let crossings = numbers.map { ledger.crossings[Int($0)] }.sorted {
      ($0.edge, $0.place) < ($1.edge, $1.place)
    }
    var sum = Area.zero
    var isInside = isHeld[ring]
    var last: EdgeLedger.Crossing?
    for crossing in crossings {
      if isInside { sum += between(last, crossing) }
      isInside.toggle()
      last = crossing
    }
    if isInside, let last {
      sum += regions.ringAreas[ring] - regions.areaBefore[Int(last.edge)]
      sum -= edgeArea(last.edge)
      sum += last.areaAfter
    }
    return sum
  }

  /// The area on the left of the ring between two crossings, or from its start to the first.
  private func between(_ a: EdgeLedger.Crossing?, _ b: EdgeLedger.Crossing) -> Area {
    let upToEdge = regions.areaBefore[Int(b.edge)]
    guard let a else { return upToEdge + b.areaBefore }
    if a.edge == b.edge { return EdgeArea.units(a.point, b.point) }
    return a.areaAfter + upToEdge - regions.areaBefore[Int(a.edge)] - edgeArea(a.edge)
      + b.areaBefore
  }

  private func edgeArea(_ edge: Int32) -> Area {
    let ring = Int(regions.ringOfEdge[Int(edge)])
    let isLast = edge + 1 == regions.rings[ring].start + regions.rings[ring].count
    let after = isLast ? regions.ringAreas[ring] : regions.areaBefore[Int(edge) + 1]
    return after - regions.areaBefore[Int(edge)]
  }
}
