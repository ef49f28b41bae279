import Dossier
import ParleyModel
import Testing

@Suite("An import")
struct ImportTests {
  private static let time = Timestamp(seconds: 1_932_768_100)
  private static let text = "We leave. They leave, and we stay by the river."

  /// An annotation of the article `one`, with these selectors and source facts.
  private static func annotation(
    _ selectors: String, source: String = #"{"id": "urn:parley:article:one"}"#
  ) -> String {
    """
    {"id": "a", "type": "Annotation", "creator": "ann", "body": {"type": "parley:Stance",
      "parley:holder": "Bland", "parley:act": "reject", "parley:issue": "ceasefire"},
      "target": {"source": \(source), "selector": [\(selectors)]}}
    """
  }

  private func take(_ annotation: String) throws -> (report: ImportReport, stances: [Stance]) {
    let entry = MadeDossier.entry(
      "one", published: nil, words: "by the river", text: Self.text)
    var result = (report: ImportReport(), stances: [Stance]())
    try MadeDossier.with([entry]) { dossier throws in
      result.report = try dossier.importAnnotations(
        Array(annotation.utf8), from: "x", by: "cy", at: Self.time)
      result.stances = try dossier.stances().filter { $0.holder == "Bland" }
    }
    return result
  }

  private static func quote(_ exact: String, _ prefix: String = "", _ suffix: String = "") -> String
  {
    #"{"type": "TextQuoteSelector", "exact": "\#(exact)", "prefix": "\#(prefix)", "suffix": "\#(suffix)"}"#
  }

  private static func position(_ start: Int, _ end: Int) -> String {
    #"{"type": "TextPositionSelector", "start": \#(start), "end": \#(end)}"#
  }

  @Test(
    "attaches an annotation where all that it gives agrees",
    arguments: [
      (quote("we stay"), 26), (quote("leave", "They "), 15), (quote("leave", "", "."), 3),
      (quote("leave", "We ") + "," + position(3, 8), 3),
    ])
  func attached(selectors: String, start: Int) throws {
    let (report, stances) = try take(Self.annotation(selectors))
    #expect(report.orphans == [])
    #expect(stances.map(\.range.lowerBound) == [start])
    #expect(stances.first?.review?.by == "ann")
  }

  @Test(
    "leaves an annotation an orphan rather than attach it to a look-alike",
    arguments: [
      (quote("leave"), "at 2 places"), (quote("leave", "You "), "not in the text"),
      (quote("Leave"), "not in the text"), (quote(""), "no quotation"),
      (quote("leave", "They ") + "," + position(3, 8), "does not stand at its position"),
      (quote("we stay") + "," + position(900, 907), "does not stand at its position"),
      (position(3, 8), "no quotation"),
    ])
  func orphans(selectors: String, reason: String) throws {
    let (report, stances) = try take(Self.annotation(selectors))
    #expect(report.orphans.count == 1)
    #expect(report.orphans.first?.reason.contains(reason) == true)
    #expect(stances.isEmpty)
  }

  @Test("leaves an annotation of another text or of no known article an orphan")
  func otherTexts() throws {
    let other = try take(
      Self.annotation(
        Self.quote("we stay"), source: #"{"id": "urn:parley:article:one", "textHash": "sha256:00"}"#
      ))
    #expect(other.report.orphans.first?.reason.contains("checksum differs") == true)
    let unknown = try take(
      Self.annotation(Self.quote("we stay"), source: #""https://x.example/y""#))
    #expect(unknown.report.orphans.first?.reason.contains("has no article") == true)
  }

  @Test("refuses what is no JSON, and lists lines that are no readings or entities")
  func malformed() throws {
    try MadeDossier.with { dossier throws in
      let error = #expect(throws: DossierError.self) {
        try dossier.importAnnotations(Array("{".utf8), from: "x", by: "cy", at: Self.time)
      }
      #expect(error?.description.contains("'x' is no JSON") == true)
      let lines = Array("{}\n\n[1]\n".utf8)
      let readings = try dossier.importReadings(lines, from: "x", by: "cy", at: Self.time)
      #expect(readings.orphans.map(\.name) == ["x, line 1", "x, line 3"])
      let parties = try dossier.importParties(lines, from: "x", by: "cy", at: Self.time)
      #expect(parties.orphans.map(\.name) == ["x, line 1", "x, line 3"])
    }
  }

  @Test(
    "of a brat file that does not fit its text says which line is wrong",
    arguments: [
      ("T1\tPosition 0 8\tWe stay", "do not stand there"),
      ("T1\tPosition 0 800\tWe", "does not lie in the text"), ("E1\tPosition", "without its span"),
    ])
  func brat(line: String, reason: String) throws {
    try MadeDossier.with { dossier throws in
      let files = BratFiles(
        name: "one", text: Array(Self.text.utf8), annotations: Array(line.utf8), facts: nil)
      let report = try dossier.importBrat(files, by: "cy", at: Self.time)
      #expect(report.orphans.map(\.name) == ["one.ann, line 1"])
      #expect(report.orphans.first?.reason.contains(reason) == true)
      #expect(try dossier.articles().isEmpty)
    }
  }

  @Test("of brat takes what a person drew, and tells what an event lacks")
  func drawn() throws {
    let annotations = """
      T1\tPosition 0 8\tWe leave
      E1\tPosition:T1
      A1\tAct E1 offer
      A2\tIssue E1 territory.withdrawal
      #1\tAnnotatorNotes E1\t{"holder": "Aland"}
      T2\tPosition 10 20\tThey leave
      E2\tPosition:T2
      #2\tAnnotatorNotes E2\tnot sure about this one
      """
    try MadeDossier.with { dossier throws in
      let files = BratFiles(
        name: "one", text: Array(Self.text.utf8), annotations: Array(annotations.utf8), facts: nil)
      let report = try dossier.importBrat(files, by: "cy", at: Self.time)
      #expect(report.added == 1)
      #expect(report.orphans.map(\.name) == ["one.ann"])
      #expect(try dossier.stances().map(\.words) == ["We leave"])
      #expect(try dossier.stances().map(\.act) == [.offer])
    }
  }
}
