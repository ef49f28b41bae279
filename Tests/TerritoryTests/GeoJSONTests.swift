import Foundation
import TestSupport
import Testing

@testable import Territory

@Suite("Reading GeoJSON")
struct GeoJSONTests {
  private func features(_ text: String) throws -> [Feature] {
    try features(bytes: Array(text.utf8))
  }

  private func features(bytes: [UInt8]) throws -> [Feature] {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "map.json")
    try Data(bytes).write(to: file)
    var reader = try FeatureReader(path: file.path)
    var found: [Feature] = []
    while let feature = try reader.next() { found.append(feature) }
    return found
  }

  static let square = "[[[1,2],[3,2],[3,4],[1,4],[1,2]]]"

  @Test(
    "takes a collection, a feature, a bare geometry and records",
    arguments: [
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"#
        + #""geometry":{"type":"Polygon","coordinates":\#(square)}}],"x":1}"#,
      #"{"type":"Feature","geometry":{"coordinates":\#(square),"type":"Polygon"}}"#,
      #"{"type":"Polygon","coordinates":\#(square)}"#,
      #"{"coordinates":[\#(square)],"type":"MultiPolygon"}"#,
      #"{"name":"A","geometry":{"type":"MultiPolygon","coordinates":[\#(square)]}}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"#
        + #"{"type":"Polygon","coordinates":\#(square)}]}"#,
      "{\n\"type\":\"Feature\",\n\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\(square)}\n}\n",
    ])
  func forms(text: String) throws {
    let found = try features(text)
    #expect(found.count == 1)
    #expect(found[0].shape.points.count == 4)
    #expect(found[0].shape.rings == Lindmark.shape([[(1, 2), (3, 2), (3, 4), (1, 4)]]).rings)
  }

  @Test("unpacks gzip, also of several members")
  func gzip() throws {
    let hex =
      "1f8b0800000000000203ab562aa92c4855b2520ac8cfa94ccfcf53d2514acecf2f4ac9cc4b2c492d56b28a8e8e36"
      + "d4318ad58936869226401224121b5bcb05004fb73d543d000000"
    let bytes = stride(from: 0, to: hex.count, by: 2).map { place in
      let start = hex.index(hex.startIndex, offsetBy: place)
      return UInt8(hex[start...].prefix(2), radix: 16) ?? 0
    }
    #expect(try features(bytes: bytes).count == 1)
    #expect(try features(bytes: bytes + bytes).count == 2)
    let error = #expect(throws: TerritoryError.self) { try features(bytes: bytes.dropLast(9)) }
    #expect(error?.kind == .damagedGzip(reason: "unexpected end of file"))
  }

  @Test("a ring of a million points is read, and as much nesting is refused")
  func huge() throws {
    let count = 1_000_000
    var text = #"{"type":"Polygon","coordinates":[["#
    text.reserveCapacity(count * 16)
    // Around a square, a quarter of the points on each side.
    for index in 0..<count {
      let side = index / (count / 4)
      let along = Double(index % (count / 4)) / Double(count / 4)
      let point =
        switch side {
        case 0: (along, 0.0)
        case 1: (1.0, along)
        case 2: (1 - along, 1.0)
        default: (0.0, 1 - along)
        }
      text += "[\(point.0),\(point.1)],"
    }
    text += "[0,0]]]}"
    let found = try features(bytes: Array(text.utf8))
    #expect(found[0].shape.points.count == count)
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: count)
    #expect(throws: TerritoryError.self) {
      try features(bytes: Array(#"{"type":"Polygon","coordinates":"#.utf8) + deep)
    }
    #expect(throws: TerritoryError.self) {
      try features(bytes: Array(#"{"type":"Feature","properties":{"a":"#.utf8) + deep)
    }
  }

  @Test("numbers are read to a billionth of a degree")
  func numbers() throws {
    let text =
      #"{"type":"Polygon","coordinates":[[[1.0000000004,-2e0,7],[3.12345678951,2.5E+0],[0.3E1,4]]]}"#
    let found = try features(text)
    let points = found[0].shape.points
    #expect(points[0] == GridPoint(x: 1_000_000_000, y: -2_000_000_000))
    #expect(points[1] == GridPoint(x: 3_123_456_790, y: 2_500_000_000))
    #expect(found[0].repairs.unclosedRings == 1)
  }

  @Test(
    "says where a file is damaged",
    arguments: [
      (#"{"type":"Polygon","coordinates":[[[1,2],[3,"#, "the JSON is cut off at byte 44"),
      (#"{"type":"Polygon","coordinates":[[[1,NaN]]]}"#, "at byte 37, expected a number"),
      (
        #"{"type":"Polygon","coordinates":[[[361,0]]]}"#, "the point 361.0, 0.0 at byte 41 lies off"
      ),
      (#"{"type":"Polygon","coordinates":[[[1,1e999]]]}"#, "at byte 37, '1e999' is not a number"),
      (#"{"type":"Blob","coordinates":[[[1,2]]]}"#, "unknown geometry type 'Blob'"),
      (#"{"type":"Polygon","coordinates":[[[1,2],[3,2]}"#, "at byte 45, expected ']'"),
    ])
  func damage(text: String, message: String) {
    let error = #expect(throws: TerritoryError.self) { try features(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.line != nil)
  }

  @Test("rings are turned, empty ones dropped, and both are counted")
  func repairs() throws {
    let text =
      #"{"type":"Polygon","coordinates":[[[1,2],[1,4],[3,4],[3,2],[1,2]],[[2,3],[2,3],[2,3]]]}"#
    let found = try features(text)
    #expect(found[0].repairs.turnedRings == 1)
    #expect(found[0].repairs.droppedRings == 1)
    #expect(found[0].shape.area > .zero)
  }

  @Test(
    "a ring over the antimeridian is cut there",
    arguments: [
      "[179,10],[-179,10],[-179,11],[179,11],[179,10]",
      "[179,10],[181,10],[181,11],[179,11],[179,10]",
    ])
  func antimeridian(ring: String) throws {
    let text = #"{"type":"Polygon","coordinates":[[\#(ring)]]}"#
    let found = try features(text)
    #expect(found[0].shape.rings.count == 2)
    #expect(found[0].repairs.isCutAtAntimeridian)
    let plain = Lindmark.shape([[(9, 10), (11, 10), (11, 11), (9, 11)]])
    // The cut is straight in longitude and latitude, the whole edge a geodesic.
    #expect(
      abs(found[0].shape.area.squareKilometres / plain.area.squareKilometres - 1) < 1e-4)
  }

  @Test("no file crashes the reader, wherever it is cut or spoilt", arguments: UInt64(0)..<40)
  func fuzz(seed: UInt64) throws {
    var random = Seeded(seed)
    let file =
      Lindmark.folder + (seed % 2 == 0 ? "/control/lindmark.ndjson" : "/regions/lindmark.geojson")
    var bytes = Array([UInt8](try Data(contentsOf: URL(filePath: file))).prefix(3000))
    bytes.removeLast(Int.random(in: 0..<bytes.count - 1, using: &random))
    for _ in 0..<Int.random(in: 0..<4, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] =
        Array(#"[]{},"-.eE0159 NaN\#n"#.utf8).randomElement(using: &random) ?? 0
    }
    _ = try? features(bytes: bytes)
  }
}
