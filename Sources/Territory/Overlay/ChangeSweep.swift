/// Finds how much ground came and went between two maps, from those edges alone that differ.
///
/// The edges of the new map that the old one lacks, and those of the old map that the new one
/// lacks run backwards, close to loops. Around a point gained they wind once forwards, around a
/// point lost once backwards, around any other not at all. A line sweeps over each cluster of such
/// edges and the region boundaries near it from west to east; between two neighbouring corners the
/// edges lie above one another, and every gap whose winding is not zero is gained or lost.
/// Two edges that nearly coincide may be taken in the wrong order; the error is then the area
/// between them.
struct ChangeSweep {
  /// An edge that came (`sign` 1) or went (-1).
  struct Edge {
    let a: GridPoint
    let b: GridPoint
    let sign: Int8
    /// The regions that hold the start.
    let startSet: Int32
  }

  /// What was found, in square metres.
  struct Result {
    /// Gained ground, by region.
    var gained: [Double]
    /// Lost ground, by region.
    var lost: [Double]
    /// Gained and lost ground in all, inside regions or not.
    var allGained = 0.0
    var allLost = 0.0
  }

  let regions: RegionIndex
  private var stamps: EdgeGrid.Stamps
  private var found: [Int32] = []
  private var result: Result
  private var members: [Int32] = []
  /// The longitudes of region boundaries that run due north through the cluster: there one steps
  /// into another region without crossing a line northwards.
  private var steps: [Double] = []

  /// Prepares to sweep over `regions`.
  init(_ regions: RegionIndex) {
    self.regions = regions
    stamps = EdgeGrid.Stamps(count: regions.points.count)
    result = Result(
      gained: [Double](repeating: 0, count: regions.regionCount),
      lost: [Double](repeating: 0, count: regions.regionCount))
  }

  /// Sweeps over `edges`, whose regions are those of `sets`.
  mutating func sweep(_ edges: [Edge], _ sets: RegionSets) -> Result {
    for region in 0..<regions.regionCount {
      result.gained[region] = 0
      result.lost[region] = 0
    }
    result.allGained = 0
    result.allLost = 0
    for cluster in EdgeClusters.clusters(of: edges) {
      sweep(cluster: cluster.map { edges[$0] }, sets)
    }
    return result
  }

  private mutating func sweep(cluster: [Edge], _ sets: RegionSets) {
    var box = GridBox.empty
    for edge in cluster {
      box.include(edge.a)
      box.include(edge.b)
    }
    var lines: [SweepLine] = []
    for edge in cluster where edge.a.x != edge.b.x {
      let runsEast = edge.a.x < edge.b.x
      SweepLine.append(
        edge.a, edge.b, kind: .change(runsEast ? edge.sign : -edge.sign), to: &lines)
    }
    steps.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    regions.grid.search(box, &stamps, into: &found)
    let touching = found.contains { edge in
      GridBox(
        regions.points[Int(edge)], regions.points[regions.end(of: Int(edge))]
      ).meets(box)
    }
    guard touching else {
      run(lines, inside: sets.members[Int(cluster[0].startSet)], below: [])
      return
    }
    let below = appendBoundaries(in: box, to: &lines)
    run(lines, inside: [], below: below)
  }

  /// Adds the region boundaries in the box to `lines`, cut to its width; returns those south of it,
  /// which tell in which regions the sweep begins.
  private mutating func appendBoundaries(in box: GridBox, to lines: inout [SweepLine])
    -> [SweepSouth]
  {
    found.removeAll(keepingCapacity: true)
    let column = GridBox(
      low: GridPoint(x: box.low.x, y: -90_000_000_000), high: box.high)
    regions.grid.search(column, &stamps, into: &found)
    found.sort()
    var below: [SweepSouth] = []
    for edge in found {
      let p = regions.points[Int(edge)]
      let q = regions.points[regions.end(of: Int(edge))]
      let own = GridBox(p, q)
      guard own.meets(column) else { continue }
      if p.x == q.x {
        if own.high.y >= box.low.y { steps.append(Double(p.x)) }
        continue
      }
      let region = regions.rings[Int(regions.ringOfEdge[Int(edge)])].region
      if own.high.y < box.low.y {
        below.append(SweepSouth(x0: Double(own.low.x), x1: Double(own.high.x), region: region))
      } else {
        SweepLine.append(p, q, kind: .boundary(region), to: &lines)
      }
    }
    let (low, high) = (Double(box.low.x), Double(box.high.x))
    for index in lines.indices { lines[index].clip(from: low, to: high) }
    lines.removeAll { $0.x0 >= $0.x1 }
    return below
  }

  private mutating func run(_ lines: [SweepLine], inside: [Int32], below: [SweepSouth]) {
    let order = lines.indices.sorted { lines[$0].x0 < lines[$1].x0 }
    let events = Set(lines.flatMap { [$0.x0, $0.x1] } + steps).sorted()
    var active: [Int] = []
    var next = 0
    for (left, right) in zip(events, events.dropFirst()) {
      active.removeAll { lines[$0].x1 <= left }
      while next < order.count, lines[order[next]].x0 <= left {
        active.append(order[next])
        next += 1
      }
      // A slab without changed edges needs no work.
      if active.isEmpty { continue }
      members = inside
      let middle = 0.5 * (left + right)
      for edge in below where edge.x0 <= middle && middle < edge.x1 { toggle(edge.region) }
      let start = members
      slab(lines, &active, from: left, to: right, start: start, depth: 0)
    }
  }

  private mutating func slab(
    _ lines: [SweepLine], _ active: inout [Int], from left: Double, to right: Double,
    start: [Int32], depth: Int
  ) {
    var heights = active.map { (line: $0, left: lines[$0].y(left), right: lines[$0].y(right)) }
    // The order of the slab before is nearly right: insertion sort.
    for index in heights.indices.dropFirst() {
      let item = heights[index]
      var place = index
      while place > 0,
        heights[place - 1].left + heights[place - 1].right > item.left + item.right
      {
        heights[place] = heights[place - 1]
        place -= 1
      }
      heights[place] = item
    }
    active = heights.map(\.line)
    if depth < 64, let cut = Self.crossing(heights, left, right) {
      slab(lines, &active, from: left, to: cut, start: start, depth: depth + 1)
      slab(lines, &active, from: cut, to: right, start: start, depth: depth + 1)
      return
    }
    members = start
    var winding = 0
    var below = 0.0
    for item in heights {
      let line = lines[item.line]
      let area = line.areaUnder(from: left, to: right)
      if winding != 0 {
        let gap = (area - below) * Double(abs(winding))
        if winding > 0 {
          result.allGained += gap
          for region in members { result.gained[Int(region)] += gap }
        } else {
          result.allLost += gap
          for region in members { result.lost[Int(region)] += gap }
        }
      }
      below = area
      switch line.kind {
      case .change(let step): winding += Int(step)
      case .boundary(let region): toggle(region)
      }
    }
  }

  private mutating func toggle(_ region: Int32) {
    if let place = members.firstIndex(of: region) {
      members.remove(at: place)
    } else {
      members.append(region)
    }
  }

  /// The first place inside the slab where two neighbours cross; `nil` if none do.
  private static func crossing(
    _ heights: [(line: Int, left: Double, right: Double)], _ left: Double, _ right: Double
  ) -> Double? {
    var first: Double?
    for (low, high) in zip(heights, heights.dropFirst()) {
      let before = high.left - low.left
      let after = high.right - low.right
      // A thousandth of the grid is less than rounding may move an edge.
      guard min(before, after) < -1e-3, max(before, after) > 1e-3 else { continue }
      let cut = left + (right - left) * (before / (before - after))
      if cut > left, cut < right { first = min(first ?? cut, cut) }
    }
    return first
  }
}

/// A region boundary south of a cluster, over a span of longitudes.
struct SweepSouth {
  let x0: Double
  let x1: Double
  let region: Int32
}
