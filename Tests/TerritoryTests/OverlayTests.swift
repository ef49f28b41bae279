import ParleyModel
import Testing

@testable import Territory

@Suite("Laying maps over regions")
struct OverlayTests {
  /// Regions that share edges: a square cut in three at odd places.
  static let regions = Lindmark.regions([
    [(0, 0), (1.02, 0), (1.02, 1), (1, 1), (1, 2), (0, 2)],
    [(1.02, 0), (2, 0), (2, 1), (1.02, 1)],
    [(1, 1), (1.02, 1), (2, 1), (2, 2), (1, 2)],
  ])

  private func held(_ shape: Shape) -> [Area] {
    Self.regions.shares(of: Lindmark.map(shape), source: Lindmark.source).rows.map(\.held)
  }

  /// A valid random shape: what GEOS makes of a star whose points lie on a coarse grid.
  private func shape(_ random: inout Seeded) throws -> Shape {
    let star = random.star(x: 1, y: 1, radius: 1.2, points: 14)
    return try GEOSGeometry(Lindmark.shape([star])).madeValid().shape()
  }

  private func close(_ a: Area, _ b: Area, _ squareMetres: Double = 2000) -> Bool {
    abs((a - b).squareMetres) < squareMetres
  }

  @Test("agrees with GEOS, though points and edges coincide", arguments: UInt64(0)..<60)
  func againstGEOS(seed: UInt64) throws {
    var random = Seeded(seed)
    let shape = try shape(&random)
    let ground = try GEOSGeometry(shape)
    for (region, found) in zip(Self.regions.regions, held(shape)) {
      let truth = try ground.intersection(GEOSGeometry(region.shape)).shape().area
      #expect(
        close(found, truth, 20_000), "\(region.id): \(found.squareMetres) \(truth.squareMetres)")
    }
  }

  @Test("from day to day is as exact as anew", arguments: UInt64(0)..<20)
  func incremental(seed: UInt64) throws {
    var random = Seeded(seed &+ 1000)
    let maps = try (0..<6).map { Lindmark.map(try shape(&random), day: $0) }
    for (map, day) in zip(maps, Self.regions.days(of: maps)) {
      let table = Self.regions.shares(of: map, source: Lindmark.source)
      #expect(day.held == table.rows.map(\.held))
      #expect(day.total == table.total)
    }
  }

  @Test("gains and losses agree with GEOS and with what is held", arguments: UInt64(0)..<30)
  func gainsAndLosses(seed: UInt64) throws {
    var random = Seeded(seed &+ 5000)
    let maps = try (0..<2).map { Lindmark.map(try shape(&random), day: $0) }
    let days = Self.regions.days(of: maps)
    let old = try GEOSGeometry(maps[0].held)
    let new = try GEOSGeometry(maps[1].held)
    let gained = try new.subtracting(old)
    let lost = try old.subtracting(new)
    for (number, region) in Self.regions.regions.enumerated() {
      let outline = try GEOSGeometry(region.shape)
      // Long edges that are cut at different places differ by the lens under a geodesic.
      let slack = 4_000_000.0
      let more = try gained.intersection(outline).shape().area
      let less = try lost.intersection(outline).shape().area
      #expect(close(days[1].gained[number], more, slack))
      #expect(close(days[1].lost[number], less, slack))
      #expect(
        days[1].gained[number] - days[1].lost[number]
          == days[1].held[number] - days[0].held[number])
    }
  }

  @Test("shares sum to the area held where the regions cover it", arguments: UInt64(0)..<20)
  func sums(seed: UInt64) throws {
    var random = Seeded(seed &+ 9000)
    let star = random.star(x: 1, y: 1, radius: 0.9, points: 9)
    let shape = try GEOSGeometry(Lindmark.shape([star])).madeValid().shape()
    let table = Self.regions.shares(of: Lindmark.map(shape), source: Lindmark.source)
    #expect(abs(table.outside.squareKilometres) < 2)
  }

  @Test("compare(a, b) is the reverse of compare(b, a)", arguments: UInt64(0)..<10)
  func reverse(seed: UInt64) throws {
    var random = Seeded(seed &+ 300)
    let a = Lindmark.map(try shape(&random), day: 1)
    let b = Lindmark.map(try shape(&random), day: 2)
    let there = try Comparison(a, b, over: Self.regions)
    let back = try Comparison(b, a, over: Self.regions)
    #expect(there.total.net == -back.total.net)
    #expect(close(there.total.gained, back.total.lost, 10))
    #expect(there.pieces.filter(\.isGained).count == back.pieces.filter { !$0.isGained }.count)
  }

  @Test("the order and the start of rings change nothing", arguments: UInt64(0)..<10)
  func order(seed: UInt64) {
    var random = Seeded(seed &+ 77)
    var rings = (0..<4).map { number in
      random.star(
        x: number % 2 == 0 ? 0.5 : 1.5, y: number < 2 ? 0.5 : 1.5, radius: 0.4, points: 7)
    }
    let first = held(Lindmark.shape(rings))
    rings.shuffle(using: &random)
    rings = rings.map { Array($0[3...] + $0[..<3]).reversed() }
    #expect(held(Lindmark.shape(rings)) == first)
  }

  @Test("a map equal to the regions holds them wholly")
  func equal() {
    var all = Shape()
    all.append(Self.regions.regions[0].shape)
    #expect(held(all)[0] == Self.regions.regions[0].area)
    #expect(held(all)[1] == .zero)
    #expect(held(Shape()) == [.zero, .zero, .zero])
  }

  @Test("crossed rings are rebuilt, and the answer says so")
  func crossed() {
    let bow = Lindmark.shape([[(0.2, 0.2), (0.8, 0.7), (0.8, 0.2), (0.2, 0.8)]])
    let table = Self.regions.shares(of: Lindmark.map(bow), source: Lindmark.source)
    #expect(table.repairs.isRebuilt)
    #expect(table.total > .zero)
  }

  @Test("two outer rings that overlap are rebuilt")
  func overlapping() {
    let nested = Lindmark.shape([
      Lindmark.square(0.1, 0.1, 0.6), Lindmark.square(0.2, 0.2, 0.2),
    ])
    let table = Self.regions.shares(of: Lindmark.map(nested), source: Lindmark.source)
    #expect(table.repairs.isRebuilt)
  }

  @Test("redrawn lines are slivers, moved ones are not")
  func slivers() throws {
    let a = Lindmark.map(Lindmark.shape([Lindmark.square(0.2, 0.2, 0.5)]), day: 1)
    let redrawn: [(Double, Double)] = [(0.2, 0.2), (0.7, 0.2), (0.7001, 0.7), (0.2, 0.7)]
    let moved: [(Double, Double)] = [(0.2, 0.2), (0.7, 0.2), (0.8, 0.7), (0.2, 0.7)]
    let first = try Comparison(
      a, Lindmark.map(Lindmark.shape([redrawn]), day: 2), over: Self.regions)
    #expect(first.pieces.filter { !$0.isSliver }.isEmpty)
    #expect(first.total.slivers > .zero)
    let second = try Comparison(
      a, Lindmark.map(Lindmark.shape([moved]), day: 2), over: Self.regions)
    #expect(second.pieces.filter { $0.isSliver }.isEmpty)
  }

  @Test("no shape crashes it: wild rings, poles, the antimeridian", arguments: UInt64(0)..<40)
  func fuzz(seed: UInt64) throws {
    var random = Seeded(seed &+ 4242)
    let span = seed % 3 == 0 ? 180.0 : 3
    let rings = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 3...12, using: &random)).map { _ in
        (
          Double.random(in: -span...span, using: &random).rounded(.toNearestOrEven),
          Double.random(in: -min(90, span)...min(90, span), using: &random)
        )
      }
    }
    let maps = [Lindmark.map(Lindmark.shape(rings), day: 1), Lindmark.map(Shape(), day: 2)]
    let days = Self.regions.days(of: maps)
    #expect(days[1].held == [.zero, .zero, .zero])
    for (held, region) in zip(days[0].held, Self.regions.regions) {
      #expect(
        held.squareKilometres > -30 && held.squareKilometres < region.area.squareKilometres + 30)
    }
  }
}
