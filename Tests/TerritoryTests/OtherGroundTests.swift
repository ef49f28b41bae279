import DataFiles
import Foundation
import ParleyModel
import TestSupport
import Testing

@testable import Territory

/// Two islands on both sides of the antimeridian, south of the equator, with maps drawn for the test:
/// nothing of them is in the shipped data.
@Suite("Ground that the shipped data does not know")
struct OtherGroundTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let sources = """
    - {id: line, role: control, title: Line, file: line.ndjson, address: none, licence: none,
       attribution: Line, fields: date, country: ZI, holder: Reef, other: Lagoon}
    - {id: isles, role: regions, title: Isles, file: isles.geojson, address: none, licence: none,
       attribution: Isles, fields: iso, country: ZI, level: 1}
    """
  private static let isles = [
    #"{"type":"Feature","properties":{"iso":"ZI-W","name":"West Isle","country":"ZI"},"geometry":"#
      + #"{"type":"Polygon","coordinates":[[[178,-18],[179,-18],[179,-17],[178,-17],[178,-18]]]}}"#,
    #"{"type":"Feature","properties":{"iso":"ZI-E","name":"East Isle","country":"ZI"},"geometry":"#
      + #"{"type":"Polygon","coordinates":[[[179,-18],[-179,-18],[-179,-17],[179,-17],[179,-18]]]}}"#,
  ]
  /// The west half of the East Isle, then all of it; each map in two features.
  private static let line = [
    map("2032-05-01", "[[[179,-18],[179.5,-18],[179.5,-17],[179,-17],[179,-18]]]"),
    map("2032-05-01", "[[[179.5,-18],[180,-18],[180,-17],[179.5,-17],[179.5,-18]]]"),
    map(
      "2032-05-15", "[[[179,-18],[179.5,-18],[180,-18],[180,-17],[179.5,-17],[179,-17],[179,-18]]]"),
    map("2032-05-15", "[[[-180,-18],[-179,-18],[-179,-17],[-180,-17],[-180,-18]]]"),
  ]

  private static func map(_ date: String, _ rings: String) -> String {
    #"{"date":"\#(date)","geometry":{"type":"Polygon","coordinates":\#(rings)}}"#
  }

  /// The atlas of files with these features, in this order.
  private func atlas(_ isles: [String] = isles, _ line: [String] = line) throws -> TerritoryAtlas {
    try folder.write("sources.yaml", Self.sources)
    try folder.write("line.ndjson", line.joined(separator: "\n") + "\n")
    try folder.write(
      "isles.geojson",
      #"{"type":"FeatureCollection","features":["# + isles.joined(separator: ",") + "]}")
    let data = try DataFolder(path: Lindmark.repository.appending(path: "Data").path)
    return try TerritoryAtlas.load(data: data, mirror: folder.url.path)
  }

  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  private func shares(_ atlas: TerritoryAtlas, on date: String) throws -> [String: Area] {
    let series = try atlas.control()
    let table = try atlas.regions(country: "ZI").shares(
      of: series.map(on: try day(date)), source: series.source)
    return Dictionary(uniqueKeysWithValues: table.rows.map { ($0.id, $0.held) })
  }

  @Test("is measured, compared, checked and put under terms like any other")
  func questions() throws {
    let atlas = try atlas()
    let regions = try atlas.regions(country: "ZI")
    let first = try shares(atlas, on: "2032-05-03")
    let east = try #require(regions.regions.first { $0.id == "ZI-E" })
    // A degree by two at seventeen and a half degrees of latitude.
    #expect(abs(east.area.squareKilometres - 23_504) < 30)
    #expect(first["ZI-W"] == .zero)
    let half = try #require(first["ZI-E"])
    #expect(abs(half.squareKilometres - east.area.squareKilometres / 2) < 20)

    let series = try atlas.control()
    let change = try Comparison(
      series.map(on: try day("2032-05-01")), series.map(on: try day("2032-05-15")), over: regions)
    #expect(change.total.lost == .zero)
    #expect(abs((change.total.gained - half).squareKilometres) < 20)

    let checker = try ClaimChecker(atlas, on: try day("2032-05-01"))
    let parser = ClaimParser(atlas.claimWords)
    let results = try ["half of East Isle", "all of East Isle", "3% of North Isle"].map {
      checker.check(parser.parse($0), holder: "Reef", on: try day("2032-05-01")).result
    }
    #expect(results == [.consistent, .inconsistent, .cannotBeChecked])

    let scenario = try Scenario(
      Terms(terms: [Term(verb: .giveBack, party: "Reef", ground: ["East Isle"])]),
      on: try day("2032-05-15"), series: series, regions: regions, atlas: atlas)
    #expect(scenario.rows.map(\.before.id) == ["ZI-E"])
    #expect(abs((scenario.total.lost - east.area).squareKilometres) < 20)
  }

  @Test("is the same in whatever order regions and maps stand in their files")
  func order() throws {
    let dates = ["2032-05-01", "2032-05-15"]
    let straight = try atlas()
    let expected = try dates.map { try shares(straight, on: $0) }
    let turned = try atlas(Self.isles.reversed(), Self.line.reversed())
    #expect(try dates.map { try shares(turned, on: $0) } == expected)
    #expect(try turned.control().map(on: try day("2032-06-30")).date == day("2032-05-15"))
  }
}
