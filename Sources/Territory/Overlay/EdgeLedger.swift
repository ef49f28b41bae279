/// What is known of every edge that any control map had: found once, kept for all days.
struct EdgeLedger {
  /// One directed edge.
  struct Record {
    let a: GridPoint
    let b: GridPoint
    /// The area on the left of the whole edge.
    var area: Area
    /// The parts of the edge inside regions.
    var parts: Range<Int32>
    /// Where the edge meets regions' boundaries.
    var crossings: Range<Int32>
    /// The regions that hold the start, and the end (see ``RegionSets``).
    var startSet: Int32
    var endSet: Int32
    /// The number of the last day that had the edge.
    var lastDay: Int32
  }

  /// The part of an edge inside one region.
  struct Part {
    let region: Int32
    /// The area on the left of the part.
    let area: Area
  }

  /// A point where an edge of a control map meets an edge of a region.
  struct Crossing {
    let ring: Int32
    /// The region's edge.
    let edge: Int32
    /// The place on the region's edge, 0 at its start, 1 at its end.
    let place: Double
    let point: SurfacePoint
    /// The area on the left of the region's edge before the point, and after it.
    let areaBefore: Area
    let areaAfter: Area
  }

  private(set) var records: [Record] = []
  var parts: [Part] = []
  var crossings: [Crossing] = []
  private var table = [Int32](repeating: -1, count: 1 << 13)

  /// Returns the number of the record of the edge from `a` to `b`, or `nil` if it is not known.
  func find(_ a: GridPoint, _ b: GridPoint) -> Int32? {
    let mask = table.count - 1
    var slot = Self.hash(a, b) & mask
    while true {
      let number = table[slot]
      if number < 0 { return nil }
      let record = records[Int(number)]
      if record.a == a, record.b == b { return number }
      slot = (slot + 1) & mask
    }
  }

  /// Adds a record for an edge that is not known yet; returns its number.
  mutating func add(_ record: Record) -> Int32 {
    if (records.count + 1) * 2 > table.count { grow() }
    let number = Int32(records.count)
    records.append(record)
    insert(number)
    return number
  }

  /// Notes that day `day` has the edge; returns the day that had it last.
  mutating func see(_ number: Int32, on day: Int32) -> Int32 {
    let last = records[Int(number)].lastDay
    records[Int(number)].lastDay = day
    return last
  }

  private mutating func insert(_ number: Int32) {
    let record = records[Int(number)]
    let mask = table.count - 1
    var slot = Self.hash(record.a, record.b) & mask
    while table[slot] >= 0 { slot = (slot + 1) & mask }
    table[slot] = number
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for number in records.indices { insert(Int32(number)) }
  }

  @inline(__always)
  private static func hash(_ a: GridPoint, _ b: GridPoint) -> Int {
    var h = UInt64(bitPattern: a.x) &* 0x9E37_79B9_7F4A_7C15
    h = (h ^ (h >> 29)) &+ UInt64(bitPattern: a.y) &* 0xBF58_476D_1CE4_E5B9
    h = (h ^ (h >> 31)) &+ UInt64(bitPattern: b.x) &* 0x94D0_49BB_1331_11EB
    h = (h ^ (h >> 30)) &+ UInt64(bitPattern: b.y) &* 0xD6E8_FEB8_6659_FD93
    h ^= h >> 32
    return Int(truncatingIfNeeded: h &* 0x9E37_79B9_7F4A_7C15 >> 20)
  }
}

/// Sets of regions, each kept once and known by a number.
struct RegionSets {
  private(set) var members: [[Int32]] = [[]]
  private var numbers: [[Int32]: Int32] = [[]: 0]

  /// Returns the number of the set with these members, which stand in ascending order.
  mutating func number(of set: [Int32]) -> Int32 {
    if let number = numbers[set] { return number }
    let number = Int32(members.count)
    members.append(set)
    numbers[set] = number
    return number
  }
}
