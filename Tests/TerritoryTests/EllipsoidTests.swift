import Testing

@testable import Territory

@Suite("Areas on the ellipsoid")
struct EllipsoidTests {
  /// Areas by GeographicLib 2.1 (Python), in square metres.
  static let rings: [(name: String, ring: [[Double]], area: Double)] = [
    ("a degree at the equator", [[0, 0], [1, 0], [1, 1], [0, 1]], 12308778361.469452),
    ("a degree at 50 north", [[30, 50], [31, 50], [31, 51], [30, 51]], 7892061583.206543),
    ("a degree at 79 north", [[10, 79], [11, 79], [11, 79.5], [10, 79.5]], 1162889146.3214111),
    (
      "a tenth at 47 south", [[-70, -47.1], [-69.9, -47.1], [-69.9, -47], [-70, -47]],
      84473899.76477051
    ),
    ("long edges", [[20, 40], [40, 42], [38, 55], [18, 52]], 2132461752838.6357),
    ("across the equator", [[-10, -20], [30, -15], [25, 25], [-5, 18]], 17018745121997.568),
    ("the Pacific", [[-170, -40], [-90, -45], [-100, 30], [-160, 35]], 64645150400085.73),
    (
      "a sliver", [[33, 47], [33.001, 47], [33.001, 47.0005], [33, 47.0005]],
      4227.5851320028305
    ),
  ]

  @Test("agree with GeographicLib", arguments: rings)
  func areas(row: (name: String, ring: [[Double]], area: Double)) {
    let shape = Lindmark.shape([row.ring.map { ($0[0], $0[1]) }])
    let error = abs(shape.area.squareMetres - row.area)
    #expect(error <= max(2, row.area * 1e-9), "\(row.name): off by \(error) m2")
  }

  @Test("the whole surface is that of WGS 84")
  func surface() {
    #expect(abs(Ellipsoid.surface - 510_065_621_724_088) < 1)
  }

  @Test("an edge and its reverse cancel", arguments: UInt64(0)..<50)
  func antisymmetric(seed: UInt64) {
    var random = Seeded(seed)
    let scale = [0.01, 0.3, 20, 150][Int(seed % 4)]
    let a = SurfacePoint(
      degreesEast: .random(in: -20...20, using: &random),
      degreesNorth: .random(in: -89...89, using: &random))
    let b = SurfacePoint(
      degreesEast: a.longitude * 180 / .pi + .random(in: -scale...scale, using: &random),
      degreesNorth: .random(in: -89...89, using: &random))
    #expect(EdgeArea.left(of: a, b) == -EdgeArea.left(of: b, a))
  }

  @Test("a cap closed along the pole has the area of its zone")
  func cap() {
    let ring = stride(from: -180.0, through: 180, by: 1).map { ($0, -70.0) }
    let shape = Lindmark.shape([[(180, -90), (-180, -90)] + ring])
    let zone =
      2 * Double.pi * (Ellipsoid.areaToEquator(sine: 1) - Ellipsoid.areaToEquator(sine: 0.9396926))
    #expect(abs(shape.area.squareMetres / zone - 1) < 1e-3)
  }
}
