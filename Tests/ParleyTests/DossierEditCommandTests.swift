import Foundation
import TestSupport
import Testing

@Suite("The commands that edit and search a dossier")
struct DossierEditCommandTests {
  /// Makes a dossier of two made-up reports and does `body` with a runner of the program.
  private func withDossier(_ body: ((String...) throws -> Program.Outcome) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try folder.write("one.txt", Reports.talks)
    try folder.write(
      "two.txt",
      """
      LONDON, March 6 (Reuters) - Bland offered on Thursday to open the valley to observers.
      "We demand that Aland withdraws," its president said.
      """)
    let program = try Program()
    let run = { (arguments: String...) in
      try program.run(
        [arguments[0], "talks"] + arguments.dropFirst(), environment: ["USER": "ann"],
        folder: folder.url)
    }
    #expect(try run("init").status == 0)
    #expect(try run("add", "one.txt", "two.txt").status == 0)
    try body(run)
  }

  @Test("review a stance, show the review, and take it back")
  func reviews() throws {
    try withDossier { run throws in
      let listed = try run("stances", "--csv").output.split(separator: "\r\n")
      let id = try #require(listed.dropFirst().first?.split(separator: ",").first).description
      #expect(try run("review", "reject", id, "--reason", "irony").status == 0)
      #expect(try run("stances", "--csv").output.split(separator: "\r\n").count == listed.count - 1)
      let rejected = try run("stances", "--rejected", "--ndjson").output
      #expect(rejected.contains(#""review":{"verdict":"reject","by":"ann""#))
      #expect(try run("review", "undo", "1").status == 0)
      #expect(try run("stances", "--csv").output.split(separator: "\r\n").count == listed.count)
      #expect(try run("review", "undo", "1").status == 66)
      #expect(try run("review", "accept", "0000000000").status == 66)
      #expect(try run("review", "correct", id).status == 64)
      #expect(try run("review", "add", "one").status == 64)
    }
  }

  @Test("add a stance by its words")
  func additions() throws {
    try withDossier { run throws in
      let added = try run(
        "review", "add", "one", "--words", "We will not leave", "--holder", "Aland", "--act",
        "reject", "--issue", "territory.withdrawal", "--by", "bo")
      #expect(added.status == 0)
      #expect(added.errors.contains("parley review talks undo 1"))
      #expect(try run("stances", "--party", "aland").output.contains("add by bo"))
      let missing = try run(
        "review", "add", "one", "--words", "no such words", "--holder", "Aland", "--act", "reject",
        "--issue", "x")
      #expect(missing.status == 64)
      #expect(missing.errors.contains("has no words 'no such words'"))
    }
  }

  @Test("retract an article and take that back")
  func retraction() throws {
    try withDossier { run throws in
      let retracted = try run("retract", "one", "--reason", "withdrawn")
      #expect(retracted.status == 0)
      #expect(try !run("articles").output.contains("one"))
      #expect(try run("articles", "--retracted").output.contains("retracted: withdrawn"))
      #expect(try run("retract", "one", "--lift", "--reason", "it stands").status == 0)
      #expect(try run("articles", "--json").output.contains(#""name":"one""#))
      #expect(try run("retract", "nine", "--reason", "x").status == 66)
    }
  }

  @Test("search, and say what is wrong with a query")
  func search() throws {
    try withDossier { run throws in
      #expect(try run("search", "observ*").output.contains("two"))
      #expect(
        try run("search", "observ*", "--json").output.hasPrefix(#"{"schema":"parley/search/1""#))
      let wrong = try run("search", "\"valley")
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("malformed"))
    }
  }

  @Test("show and edit parties")
  func parties() throws {
    let folder = try TemporaryFolder()
    try folder.write("one.txt", Reports.talks)
    let run = { (arguments: [String]) in
      try Program().run(arguments, environment: ["USER": "ann"], folder: folder.url)
    }
    #expect(try run(["init", "talks"]).status == 0)
    #expect(try run(["add", "talks", "one.txt"]).status == 0)
    #expect(try run(["parties", "talks"]).output.contains("Maria Holt"))
    #expect(try run(["parties", "speaks-for", "talks", "Maria Holt", "Aland"]).status == 0)
    let shown = try run(["parties", "talks"])
    #expect(shown.output.contains("1: spoken for by Maria Holt"))
    #expect(try run(["parties", "undo", "talks", "1"]).status == 0)
    #expect(try run(["parties", "undo", "talks", "1"]).status == 64)
    #expect(
      try run(["parties", "catalogue", "Kyiv", "--json"]).output.contains(#""name":"Ukraine""#))
    #expect(try run(["parties", "catalogue", "Nowhere at all"]).status == 66)
  }

  @Test(
    "export to standard output",
    arguments: [
      ("json", #"{"schema":"parley/dossier/1""#),
      ("ndjson", #"{"schema":"parley/dossier/1","kind""#),
      ("readings", #"{"schema":"parley/reading/1""#), ("web-annotation", #"{"@context":"#),
      ("prov", #"{"@context":"#), ("ftm", #"{"id":"#), ("claimreview", #"{"@context":"#),
      ("geojson", #"{"type":"FeatureCollection""#), ("ical", "BEGIN:VCALENDAR"),
      ("markdown", "# talks"), ("html", "<!DOCTYPE html>"),
    ])
  func export(format: String, opening: String) throws {
    try withDossier { run throws in
      let exported = try run("export", "--format", format)
      #expect(exported.status == 0)
      #expect(exported.output.hasPrefix(opening))
    }
  }

  @Test("export to files and folders, and import what was exported")
  func exchange() throws {
    try withDossier { run throws in
      let refused = try run("export", "--format", "csv")
      #expect(refused.status == 64)
      for format in ["csv", "brat", "sqlite", "readings", "web-annotation", "ftm"] {
        let written = try run("export", "--format", format, "--out", "out-" + format)
        #expect(written.status == 0, "\(written.errors)")
      }
      let readings = try run("import", "--format", "readings", "out-readings")
      #expect(readings.errors.contains("2 imported, 0 there already, 0 left out"))
      let brat = try run("import", "--format", "brat", "out-brat")
      #expect(brat.status == 0)
      let annotations = try run("import", "--format", "web-annotation", "out-web-annotation")
      #expect(annotations.status == 0)
      #expect(annotations.errors.contains("0 imported"))
      #expect(try run("import", "--format", "ftm-parties", "out-ftm").status == 0)
      #expect(try run("import", "--format", "readings", "out-csv/stances.csv").status == 65)
      #expect(try run("import", "--format", "readings", "nothing").status == 66)
    }
  }
}
