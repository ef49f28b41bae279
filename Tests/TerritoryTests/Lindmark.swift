import DataFiles
import Foundation
import ParleyModel

@testable import Territory

/// The invented country of the examples, and small shapes.
enum Lindmark {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = repository.appending(path: "Examples/territory").path

  static func atlas() throws -> TerritoryAtlas {
    try TerritoryAtlas.load(
      data: DataFolder(path: repository.appending(path: "Data").path), mirror: folder)
  }

  static func date(_ day: Int) -> CalendarDate {
    CalendarDate(dayNumber: 22_339 + day)
  }

  static let words = RegionWords(generic: ["province", "the"])
  static let source = MapSource(
    id: "test", name: "test", attribution: "test", holder: "Vesk", other: "Lindmark")

  /// A set of regions from rings in degrees.
  static func regions(_ rings: [[(Double, Double)]]) -> RegionSet {
    RegionSet(
      source: "test", level: 1,
      regions: rings.enumerated().map { Region(id: "R\($0)", name: "R\($0)", shape: shape([$1])) },
      words: words)
  }

  /// A shape from outer rings in degrees.
  static func shape(_ rings: [[(Double, Double)]]) -> Shape {
    var shape = Shape()
    for ring in rings {
      shape.append(
        ring: ring.map { GridPoint(longitude: $0.0, latitude: $0.1) }, isHole: false)
    }
    return shape
  }

  static func map(_ shape: Shape, day: Int = 1) -> ControlMap {
    ControlMap(date: date(day), held: shape)
  }

  static func square(_ x: Double, _ y: Double, _ size: Double) -> [(Double, Double)] {
    [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
  }
}

/// A small generator of numbers for property tests (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A ring around a middle, on a coarse grid, so that points and edges often coincide.
  mutating func star(x: Double, y: Double, radius: Double, points: Int) -> [(Double, Double)] {
    (0..<points).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(points)
      let far = radius * Double.random(in: 0.3...1, using: &self)
      return (
        ((x + far * cos(angle)) * 50).rounded() / 50, ((y + far * sin(angle)) * 50).rounded() / 50
      )
    }
  }
}
