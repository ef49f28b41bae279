import Foundation
import TestSupport
import Testing

@Suite("parley territory and parley sources")
struct TerritoryCommandTests {
  static let mirror = Schema.repository.appending(path: "Examples/territory").path

  /// The folder with real maps, where there is one: PARLEY_SHARED or ../shared.
  static let realMaps: String? = {
    let beside = Schema.repository.deletingLastPathComponent().appending(path: "shared").path
    let shared = ProcessInfo.processInfo.environment["PARLEY_SHARED"] ?? beside
    let folder = shared + "/data/territory"
    return FileManager.default.fileExists(atPath: folder + "/control") ? folder : nil
  }()

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program().run(arguments + ["--mirror", Self.mirror])
  }

  @Test("shares are a table that fits 80 columns, with the source under it")
  func shares() throws {
    let run = try run("territory", "shares", "--on", "2031-03-04", "--region", "the east")
    #expect(run.status == 0)
    #expect(
      run.output == """
        Held by Vesk on 2031-03-04
        code  region    held km2  area km2   share  official
              the east  21,601.2  38,329.6  56.36%    56.39%

        Map of 2031-03-03. Invented for Parley. Outlines: lindmark-provinces. One
        class, held by Vesk.
        Map: rings that ran the wrong way and were turned: 1.

        """)
  }

  @Test("CSV has plain numbers, JSON the same rows")
  func data() throws {
    let csv = try run("territory", "shares", "--on", "2031-03-09", "--csv").output
    #expect(csv.hasPrefix("code,region,held km2,area km2,share,official\r\nXL-SW,Harrow Province,"))
    #expect(!csv.contains("%"))
    let json = try run("territory", "shares", "--on", "2031-03-09", "--json").output
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(document?["schema"] as? String == "parley/territory/shares/1")
    #expect((document?["rows"] as? [Any])?.count == 4)
  }

  @Test(
    "wrong usage, bad input and missing input have their status",
    arguments: [
      (["territory", "shares"], 64, "--on"),
      (["territory", "shares", "--on", "yesterday"], 64, "yesterday"),
      (["territory", "shares", "--on", "2031-03-09", "--level", "4"], 64, "1, 2 or 3"),
      (["territory", "shares", "--on", "2031-03-09", "--region", "Atlantis"], 65, "Atlantis"),
      (["territory", "shares", "--on", "2030-01-01"], 66, "first map is of 2031-03-01"),
      (["territory", "scenario", "none.yaml", "--on", "2031-03-09"], 66, "none.yaml"),
      (["territory", "shares", "--on", "2031-03-09", "--level", "3"], 66, "parley sources"),
      (["sources", "get", "nowhere"], 66, "list the sources with 'parley sources'"),
    ] as [([String], Int32, String)])
  func failures(arguments: [String], status: Int32, message: String) throws {
    let run = try Program().run(
      arguments + ["--mirror", Self.mirror], environment: ["XDG_DATA_HOME": "/nonexistent"])
    #expect(run.status == status)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test("--strict fails on an inconsistent figure")
  func strict() throws {
    let wrong = try run(
      "territory", "check", "75% of the east", "--on", "2031-03-09", "--strict", "--csv")
    #expect(wrong.status == 1)
    #expect(wrong.output.hasSuffix(",inconsistent\r\n"))
    #expect(
      try run("territory", "check", "58% of the east", "--on", "2031-03-09", "--strict").status == 0
    )
  }

  @Test("sources are listed, got from the mirror and checked")
  func sources() throws {
    let folder = try TemporaryFolder()
    let environment = ["XDG_DATA_HOME": folder.url.path]
    let got = try Program().run(
      ["sources", "get", "lindmark", "--mirror", Self.mirror], environment: environment)
    #expect(got.status == 0)
    let file = folder.url.appending(path: "parley/territory/control/lindmark.ndjson")
    #expect(FileManager.default.fileExists(atPath: file.path))
    #expect(try run("sources", "check").status == 0)
    #expect(try run("sources", "list").output.contains("licence: as Parley"))
  }

  @Test(
    "the terms of the first report, on a real map",
    .enabled(if: realMaps != nil, "there are no real maps; set PARLEY_SHARED"))
  func realTerms() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "terms.yaml",
      """
      terms:
        - cede: Donbas
          by: Ukraine
        - return: [Kharkiv, Sumy, Dnipropetrovsk]
          by: Russia
        - freeze: elsewhere
      """)
    let run = try Program().run([
      "territory", "scenario", file.path, "--on", "2026-05-31", "--json", "--mirror",
      try #require(Self.realMaps),
    ])
    #expect(run.status == 0, "\(run.errors)")
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let total = document?["total"] as? [String: Any]
    let gained = try #require(total?["gained_km2"] as? Double)
    let lost = try #require(total?["lost_km2"] as? Double)
    #expect(abs(gained - 5498) < 1)
    #expect(abs(lost - 1961) < 1)
  }
}
