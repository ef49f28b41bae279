import Foundation
import TestSupport
import Testing

@Suite("parley check, parley acknowledge and parley origins")
struct CheckCommandTests {
  /// A report of an invented country, and a copy of it without its first sentence.
  private static let report = """
    The envoys met for a third day in the harbour town of Corrin, and left without a paper.
    Bland demanded on Monday that Aland withdraw from the valley, its spokesman said.
    Vesk controls about 75% of the east, according to observers who count the villages.
    The hosts of the talks said that both sides would come back on Friday for another round.
    """

  private func withDossier(_ body: (_ dossier: String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    func line(_ id: String, _ outlet: String, _ day: Int, _ text: String) -> String {
      #"{"id":"\#(id)","outlet":"\#(outlet)","published":"2031-03-0\#(day)","text":"\#(text)"}"#
    }
    let whole = Self.report.replacing("\n", with: #"\n"#)
    let part = Self.report.split(separator: "\n").dropFirst().joined(separator: #"\n"#)
    let file = try folder.write(
      "reports.ndjson",
      line("first", "The Lantern", 4, whole) + "\n" + line("second", "Harbour Post", 5, part) + "\n"
    )
    let dossier = folder.url.path + "/talks"
    _ = try Program().run(["init", dossier, "--title", "The valley"])
    let added = try Program().run(["add", dossier, file.path])
    #expect(added.status == 0, "\(added.errors)")
    try body(dossier)
  }

  private func check(_ arguments: String...) throws -> Program.Outcome {
    try Program().run(
      ["check"] + arguments
        + ["--mirror", Schema.repository.appending(path: "Examples/territory").path])
  }

  private func findings(_ output: String) throws -> [[String: Any]] {
    let document = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    #expect(document?["schema"] as? String == "parley/check/1")
    return try #require(document?["findings"] as? [[String: Any]])
  }

  @Test("one report and its copy, with what the copy dropped")
  func origins() throws {
    try withDossier { dossier in
      let run = try Program().run(["origins", dossier, "second"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("2 articles · 1 original report · 1 copy"))
      #expect(run.output.contains("dropped  The envoys met for a third day"))
      let json = try Program().run(["origins", dossier, "--json"]).output
      #expect(json.hasPrefix(#"{"schema":"parley/origins/1""#))
      #expect(json.contains(#""wasQuotedFrom":"first","hadPrimarySource":[]"#))
      #expect(try Program().run(["origins", dossier, "third"]).status == 66)
    }
  }

  @Test("a strict check fails until every finding that weighs is acknowledged")
  func strict() throws {
    try withDossier { dossier in
      let run = try check(dossier, "--json", "--strict")
      let open = try findings(run.output).filter {
        ["high", "medium"].contains($0["severity"] as? String)
      }
      #expect(run.status == (open.isEmpty ? 0 : 1))
      for finding in open {
        let id = try #require(finding["id"] as? String)
        let noted = try Program().run([
          "acknowledge", dossier, id, "--reason", "seen", "--by", "desk", "--mirror",
          Schema.repository.appending(path: "Examples/territory").path,
        ])
        #expect(noted.status == 0, "\(noted.errors)")
      }
      #expect(try check(dossier, "--strict").status == 0)
      let unknown = try Program().run([
        "acknowledge", dossier, "0123456789", "--reason", "seen", "--by", "desk",
      ])
      #expect(unknown.status == 64)
      #expect(unknown.errors.contains("parley check"))
    }
  }

  @Test("the view fits 80 columns")
  func columns() throws {
    try withDossier { dossier in
      let run = try check(dossier)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.hasPrefix("Check: The valley   latest\n2 articles · 1 original report"))
      for line in run.output.split(separator: "\n") { #expect(line.count < 80, "\(line)") }
    }
  }
}
