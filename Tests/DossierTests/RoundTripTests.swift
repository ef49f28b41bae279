import DataFiles
import Dossier
import Foundation
import JSONBytes
import ParleyModel
import ReadingFormat
import TestSupport
import Testing

@Suite("What is exported and imported again")
struct RoundTripTests {
  private static let time = Timestamp(seconds: 1_932_768_100)

  private func exported(_ dossier: Dossier, _ format: ExportFormat) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let data = try DataFolder(path: Schema.repository.appending(path: "Data").path)
    _ = try Exporter(dossier, data: data).write(format) { piece in
      files[piece.file ?? "", default: []] += piece.bytes
    }
    return files
  }

  private func entry(_ reading: ArticleReading) -> Entry {
    Entry(
      original: Original(reading.article.text),
      origin: Entry.Origin(input: reading.article.id.rawValue), reading: reading)
  }

  /// Twenty readings of one block of seeds.
  private func readings(block: UInt64) -> [ArticleReading] {
    (block * 20..<block * 20 + 20).map { MadeReadings.reading(seed: $0) }
  }

  @Test("as readings is the same bytes", arguments: UInt64(0)..<4)
  func readings(seeds block: UInt64) throws {
    try MadeDossier.with(readings(block: block).map(entry)) { first throws in
      let lines = try #require(try exported(first, .readings)[""])
      try MadeDossier.with { second throws in
        let report = try second.importReadings(lines, from: "x", by: "ann", at: Self.time)
        #expect(report.added == 20 && report.orphans.isEmpty)
        #expect(try exported(second, .readings)[""] == lines)
        let again = try second.importReadings(lines, from: "x", by: "ann", at: Self.time)
        #expect(again.known == 20 && again.added == 0)
      }
    }
  }

  @Test("for brat is the same reading", arguments: UInt64(0)..<4)
  func brat(seeds block: UInt64) throws {
    let readings = readings(block: block)
    try MadeDossier.with(readings.map(entry)) { first throws in
      let files = try exported(first, .brat)
      let names = files.keys.filter { $0.hasSuffix(".ann") }.map { String($0.dropLast(4)) }
      #expect(names.count == 20)
      try MadeDossier.with { second throws in
        for name in names {
          let bundle = BratFiles(
            name: name, text: try #require(files[name + ".txt"]),
            annotations: try #require(files[name + ".ann"]), facts: files[name + ".json"])
          let report = try second.importBrat(bundle, by: "ann", at: Self.time)
          #expect(report.added == 1 && report.orphans == [], "\(name)")
        }
        for reading in readings {
          let name = reading.article.id.rawValue
          #expect(try second.reading(of: name) == first.reading(of: name), "\(name)")
        }
      }
    }
  }

  @Test("a reading goes to the article of its name and text, as its latest")
  func newReading() throws {
    let made = MadeDossier.entry("one", published: "2025-06-02", words: "they must leave")
    var better = made.reading
    better.positions[0].act = .offer
    try MadeDossier.with([made]) { dossier throws in
      var output = JSONOutput()
      ReadingWriter.write(better, to: &output)
      let report = try dossier.importReadings(
        output.bytes, from: "x", by: "ann", at: Self.time)
      #expect(report.added == 1)
      #expect(try dossier.articles().count == 1)
      #expect(try dossier.versions(of: "one").map(\.readers.count) == [2])
      #expect(try dossier.stances().map(\.act) == [.offer])
    }
  }

  @Test("as Web Annotations gives the same decisions, and nothing twice")
  func annotations() throws {
    let entries = [
      MadeDossier.entry("one", published: "2025-06-02", words: "they must leave"),
      MadeDossier.entry("two/é", published: "2025-06-03", words: "we will not, “never”"),
      MadeDossier.entry("three", published: "2025-06-04", words: "observers 😀 in the valley"),
    ]
    try MadeDossier.with(entries) { first throws in
      let stances = try first.stances()
      try first.review(stances[0].id, .accept, reason: "heard it", by: "ann", at: Self.time)
      var correction = Correction()
      correction.act = .reject
      correction.asOf = "2025-07"
      try first.review(stances[1].id, .correct, correction: correction, by: "bo", at: Self.time)
      try first.addStance(
        to: "three", range: try first.range(of: "valley", in: "three"), holder: "Cland",
        act: .accept, issue: IssueCode("ceasefire"), by: "ann", at: Self.time)
      let document = try #require(try exported(first, .webAnnotation)[""])
      try MadeDossier.with(entries) { second throws in
        let report = try second.importAnnotations(document, from: "x", by: "cy", at: Self.time)
        #expect(report.orphans == [])
        #expect(report.added == 3)
        #expect(try summary(second) == summary(first))
        let again = try second.importAnnotations(document, from: "x", by: "cy", at: Self.time)
        #expect(again.added == 0 && again.known == 4)
      }
    }
  }

  private func summary(_ dossier: Dossier) throws -> [String] {
    try dossier.stances(View(), rejected: true).map { stance in
      [
        stance.id, stance.holder, stance.act.rawValue, stance.asOf ?? "",
        stance.review?.verdict.rawValue ?? "", stance.review?.by ?? "",
        stance.review?.reason ?? "",
      ].joined(separator: "|")
    }
  }

  @Test("as FollowTheMoney statements gives the same parties and speakers")
  func parties() throws {
    let entry = MadeDossier.entry("one", published: "2025-06-02", words: "they must leave")
    try MadeDossier.with([entry]) { first throws in
      try first.addParty(PartyRecord(name: "Aland", kind: "armed group", note: "of the hills"))
      try first.addParty(PartyRecord(name: "Hill Company", kind: "company", wikidata: "Q12"))
      try first.name("Green Palace", standsFor: "Aland", as: .name, by: "ann", at: Self.time)
      try first.name(
        "Ida Berg", standsFor: "Aland", as: .speaker, since: "2024-05", by: "ann", at: Self.time)
      let lines = try #require(try exported(first, .ftm)[""])
      try MadeDossier.with { second throws in
        let report = try second.importParties(lines, from: "x", by: "bo", at: Self.time)
        #expect(report.orphans == [])
        #expect(try second.partyRecords() == first.partyRecords())
        let names = { (dossier: Dossier) in
          try dossier.partyAliases().map { [$0.name, $0.party, $0.kind.rawValue, $0.since ?? ""] }
        }
        #expect(try names(second) == names(first))
        let again = try second.importParties(lines, from: "x", by: "bo", at: Self.time)
        #expect(again.added == 0)
      }
    }
  }
}
