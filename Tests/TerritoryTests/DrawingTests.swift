import Foundation
import JSONBytes
import ParleyModel
import Testing

@testable import Territory

@Suite("Drawn maps")
struct DrawingTests {
  @Test("name their ground, scale and sources, and escape what they quote")
  func svg() throws {
    let atlas = try Lindmark.atlas()
    let regions = try atlas.regions(country: "XL")
    let series = try atlas.control()
    var drawing = MapDrawing.control(
      series.maps[0], source: series.source, regions: regions,
      outlines: atlas.attribution(of: regions.source))
    drawing.title = "A <b> & \"c\""
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.contains("A &lt;b&gt; &amp; &quot;c&quot;"))
    #expect(svg.contains(">held by Vesk, lindmark</text>"))
    #expect(svg.contains(">50 km</text>"))
    #expect(svg.contains("Invented for Parley."))
    #expect(svg.contains("Lines show control, not title."))
    #expect(svg.contains(">Kestrel Province</text>"))
  }

  @Test(
    "a projection and its reverse cancel", arguments: [(-60.0, -40.0), (-3, 3), (44, 53), (70, 89)])
  func projection(south: Double, north: Double) {
    let projection = ConicProjection(
      GridBox(
        low: GridPoint(longitude: 20, latitude: south),
        high: GridPoint(longitude: 40, latitude: north)))
    for (x, y) in [(20.0, south), (40, north), (33, (south + north) / 2)] {
      let flat = projection.flat(x, y)
      let back = projection.degrees(flat.x, flat.y)
      #expect(abs(back.longitude - x) < 1e-9 && abs(back.latitude - y) < 1e-9)
    }
  }

  @Test("GeoJSON that is written reads back the same")
  func geoJSON() throws {
    let series = try Lindmark.atlas().control()
    let shape = series.maps[0].held
    var json = JSONOutput()
    GeoJSONWriter.geometry(shape, to: &json)
    let file = FileManager.default.temporaryDirectory.appending(path: "lindmark-\(UUID()).json")
    try Data(json.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var reader = try FeatureReader(path: file.path)
    #expect(try reader.next()?.shape == shape)
  }
}
