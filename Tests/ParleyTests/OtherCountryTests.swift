import Foundation
import TestSupport
import Testing

/// Every question about ground, asked of a country of the world's outlines with a made-up control
/// map.
@Suite("Any country", .enabled(if: TerritoryCommandTests.realMaps != nil, "set PARLEY_SHARED"))
struct OtherCountryTests {
  /// Makes a mirror with the real outlines and two made-up maps of Spain, a week apart.
  private func withSpain(_ body: (_ mirror: String, _ folder: TemporaryFolder) throws -> Void)
    throws
  {
    let real = try #require(TerritoryCommandTests.realMaps)
    let folder = try TemporaryFolder()
    let mirror = folder.url
    let files = FileManager.default
    try files.createDirectory(
      at: mirror.appending(path: "control"), withIntermediateDirectories: true)
    for name in ["regions", "places"] {
      try files.createSymbolicLink(
        atPath: mirror.appending(path: name).path, withDestinationPath: real + "/" + name)
    }
    func map(_ date: String, east: Double) -> String {
      #"{"date":"\#(date)","geometry":{"type":"Polygon","coordinates":[[[-4.5,39],[\#(east),39],"#
        + #"[\#(east),43.5],[-4.5,43.5],[-4.5,39]]]}}"# + "\n"
    }
    try folder.write(
      "control/made-up.ndjson", map("2030-01-01", east: 1) + map("2030-01-08", east: 1.5))
    try folder.write(
      "sources.yaml",
      """
      - {id: made-up, role: control, title: Made up, file: control/made-up.ndjson, address: none,
         licence: none, attribution: Made up, fields: date, country: ES, holder: North, other: South}
      """)
    try body(mirror.path, folder)
  }

  private func json(_ arguments: [String], mirror: String) throws -> Any {
    let run = try Program().run(["territory"] + arguments + ["--json", "--mirror", mirror])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONSerialization.jsonObject(with: Data(run.output.utf8))
  }

  private func document(_ arguments: [String], mirror: String) throws -> [String: Any] {
    try #require(try json(arguments, mirror: mirror) as? [String: Any])
  }

  @Test("has shares, a comparison, terms and checks of claims")
  func everyQuestion() throws {
    try withSpain { mirror, folder in
      let shares = try document(["shares", "--on", "2030-01-08"], mirror: mirror)
      let rows = try #require(shares["rows"] as? [[String: Any]])
      #expect(rows.count >= 17)
      let madrid = try #require(rows.first { ($0["name"] as? String)?.contains("Madrid") == true })
      #expect(try #require(madrid["share"] as? Double) > 0.85)
      let held = rows.compactMap { $0["held_km2"] as? Double }.reduce(0, +)
      #expect(try held <= #require(shares["total_km2"] as? Double) + 0.01)

      let change = try document(
        ["compare", "--from", "2030-01-01", "--to", "2030-01-08"], mirror: mirror)
      let total = try #require(change["total"] as? [String: Any])
      #expect(try #require(total["lost_km2"] as? Double) == 0)
      // Half a degree of longitude by four and a half of latitude, at 39 to 43.5 degrees.
      #expect(abs(try #require(total["gained_km2"] as? Double) - 20_900) < 400)

      let terms = try folder.write(
        "terms.yaml", "terms:\n  - return: [Madrid]\n    by: North\n  - freeze: elsewhere\n")
      let scenario = try document(["scenario", terms.path, "--on", "2030-01-08"], mirror: mirror)
      let changed = try #require(scenario["rows"] as? [[String: Any]])
      let row = try #require(changed.first { ($0["name"] as? String) == "Madrid" })
      let given = try #require(row["lost_km2"] as? Double)
      let before = try #require(madrid["held_km2"] as? Double)
      #expect(abs(given - before) < 0.1, "\(given), \(before)")

      let findings = try json(
        ["check", "all of Madrid", "10% of Madrid", "--on", "2030-01-08"], mirror: mirror)
      let results = (findings as? [[String: Any]])?.compactMap { $0["result"] as? String }
      #expect(results == ["consistent", "inconsistent"])
    }
  }
}
