import DataFiles
import Dossier
import Foundation
import ParleyModel
import Territory
import TestSupport
import Testing

@Suite("A check of a dossier")
struct CheckTests {
  private func check(_ dossier: Dossier, _ view: View = View()) throws -> CheckReport {
    let data = try DataFolder(path: Schema.repository.appending(path: "Data").path)
    return try dossier.check(
      view, rules: try CheckRules(data),
      atlas: try TerritoryAtlas.load(
        data: data, mirror: Schema.repository.appending(path: "Examples/territory").path))
  }

  @Test("finds what a copy lost, and offers the fuller copy as evidence")
  func copies() throws {
    try MadeDossier.with([MadeCopies.report, MadeCopies.copy]) { dossier in
      let found = try check(dossier).only([.copiesDiffer]).findings
      #expect(found.count == 2)
      let speaker = try #require(found.first { $0.summary.contains("names Maria Holt") })
      #expect(speaker.severity == .high)
      #expect(speaker.evidence.map(\.article) == ["copy", "report", "report"])
      #expect(speaker.evidence[2].words.contains("foreign minister, Maria Holt"))
      let terms = try #require(found.first { $0.summary.contains("terms") })
      #expect(terms.severity == .high)
      #expect(terms.evidence.map(\.article) == ["copy", "copy", "report", "report"])
      #expect(terms.evidence[1].words.contains("northern pass"))
      #expect(terms.evidence[3].words.contains("the whole of the valley"))
    }
  }

  @Test("gives the same names whatever the order of adding")
  func names() throws {
    var names: [[String]] = []
    for entries in [
      [MadeCopies.report, MadeCopies.copy], [MadeCopies.copy, MadeCopies.report],
    ] {
      try MadeDossier.with(entries) { names.append(try check($0).findings.map(\.id)) }
    }
    #expect(names[0] == names[1])
    #expect(!names[0].isEmpty)
  }

  @Test("says what rests on one report only though several outlets carry it")
  func oneOrigin() throws {
    try MadeDossier.with([MadeCopies.report, MadeCopies.copy]) { dossier in
      let found = try check(dossier).only([.oneOrigin]).findings
      #expect(found.contains { $0.severity == .medium && $0.reason.contains("2 outlets") })
    }
  }

  @Test("is quiet about a finding that somebody took note of, until that is taken back")
  func acknowledged() throws {
    try MadeDossier.with([MadeCopies.report, MadeCopies.copy]) { dossier in
      let time = Timestamp(seconds: 1_932_800_000)
      for finding in try check(dossier).findings where finding.isOpen {
        try dossier.acknowledge(finding.id, reason: "seen", by: "desk", at: time)
      }
      let quiet = try check(dossier)
      #expect(!quiet.hasOpenFindings)
      let noted = try #require(quiet.findings.first { $0.acknowledgement != nil })
      #expect(noted.acknowledgement?.reason == "seen")
      try dossier.liftAcknowledgement(of: noted.id, reason: "no", by: "desk", at: time)
      #expect(try check(dossier).findings.first { $0.id == noted.id }?.isOpen == true)
      #expect(throws: DossierError.self) {
        try dossier.liftAcknowledgement(of: noted.id, reason: "no", by: "desk", at: time)
      }
    }
  }

  @Test("finds originals that are gone")
  func originals() throws {
    try MadeDossier.with([MadeCopies.report]) { dossier in
      #expect(try check(dossier).only([.originals]).findings.isEmpty)
      try FileManager.default.removeItem(atPath: dossier.path + "/originals")
      #expect(try check(dossier).only([.originals]).findings.map(\.severity) == [.high])
    }
  }

  @Test("says that a copy of a retracted article still counts")
  func retracted() throws {
    try MadeDossier.with([MadeCopies.report, MadeCopies.copy]) { dossier in
      try dossier.retract(
        "report", reason: "withdrawn", by: "desk", at: Timestamp(seconds: 1_932_800_000))
      let found = try check(dossier).only([.retracted]).findings
      #expect(found.map(\.evidence.first?.article) == ["copy"])
    }
  }
}
