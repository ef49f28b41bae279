/// A grid over the regions' edges: every cell lists the edges whose box meets it.
struct EdgeGrid: Sendable {
  private let origin: GridPoint
  private let cellWidth: Int64
  private let cellHeight: Int64
  private let columns: Int
  private let rows: Int
  private let cellStarts: [Int32]
  private let cellEdges: [Int32]

  /// Sorts the edges of `rings` into about four cells an edge, a million cells at most.
  init(points: [GridPoint], rings: [RegionIndex.Ring]) {
    var box = GridBox.empty
    for ring in rings { box.include(ring.box) }
    if box.isEmpty { box = GridBox(low: GridPoint(x: 0, y: 0), high: GridPoint(x: 1, y: 1)) }
    origin = box.low
    let width = max(1, box.high.x - box.low.x)
    let height = max(1, box.high.y - box.low.y)
    let cells = Double(min(max(points.count * 4, 64), 1 << 20))
    let side = max(1, (Double(width) * Double(height) / cells).squareRoot())
    columns = min(4096, max(1, Int(Double(width) / side)))
    rows = min(4096, max(1, Int(Double(height) / side)))
    cellWidth = width / Int64(columns) + 1
    cellHeight = height / Int64(rows) + 1
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    var edges: [Int32] = []
    // The first pass counts, the second fills.
    for pass in 0..<2 {
      for ring in rings {
        var a = points[Int(ring.start + ring.count) - 1]
        var edge = ring.start + ring.count - 1
        for index in ring.start..<ring.start + ring.count {
          let b = points[Int(index)]
          let low = (
            Int((min(a.x, b.x) - origin.x) / cellWidth),
            Int((min(a.y, b.y) - origin.y) / cellHeight)
          )
          let high = (
            Int((max(a.x, b.x) - origin.x) / cellWidth),
            Int((max(a.y, b.y) - origin.y) / cellHeight)
          )
          for row in low.1...high.1 {
            for column in low.0...high.0 {
              let cell = row * columns + column
              if pass == 1 { edges[Int(starts[cell])] = edge }
              starts[cell] += 1
            }
          }
          a = b
          edge = index
        }
      }
      var sum: Int32 = 0
      for cell in starts.indices {
        // After counting: the start of the cell. After filling: shift the ends back to starts.
        let value = starts[cell]
        starts[cell] = sum
        sum = pass == 0 ? sum + value : value
      }
      if pass == 0 { edges = [Int32](repeating: 0, count: Int(sum)) }
    }
    cellStarts = starts
    cellEdges = edges
  }

  /// Marks that tell which edges a search has met already.
  struct Stamps {
    fileprivate var marks: [UInt32]
    fileprivate var last: UInt32 = 0

    /// Makes marks for `count` edges.
    init(count: Int) { marks = [UInt32](repeating: 0, count: count) }
  }

  /// Appends to `found` every edge that shares a cell with `box`, each once.
  func search(_ box: GridBox, _ stamps: inout Stamps, into found: inout [Int32]) {
    let low = (
      max(0, (box.low.x - origin.x) / cellWidth), max(0, (box.low.y - origin.y) / cellHeight)
    )
    let high = (
      min(Int64(columns) - 1, (box.high.x - origin.x) / cellWidth),
      min(Int64(rows) - 1, (box.high.y - origin.y) / cellHeight)
    )
    guard box.high.x >= origin.x, box.high.y >= origin.y, low.0 <= high.0, low.1 <= high.1 else {
      return
    }
    stamps.last &+= 1
    for row in Int(low.1)...Int(high.1) {
      let first = Int(cellStarts[row * columns + Int(low.0)])
      let end = Int(cellStarts[row * columns + Int(high.0) + 1])
      for place in first..<end {
        let edge = cellEdges[place]
        if stamps.marks[Int(edge)] != stamps.last {
          stamps.marks[Int(edge)] = stamps.last
          found.append(edge)
        }
      }
    }
  }
}
