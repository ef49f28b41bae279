import DataFiles
import Dossier
import Foundation
import JSONBytes
import ParleyModel
import TestSupport
import Testing

@Suite("An export")
struct ExportTests {
  private static let time = Timestamp(seconds: 1_932_768_100)

  private static let entries =
    (0..<8).map { seed in
      let reading = MadeReadings.reading(seed: UInt64(seed))
      return Entry(
        original: Original(reading.article.text), origin: Entry.Origin(input: "x"),
        reading: reading)
    } + [
      MadeDossier.entry(
        "late", published: "2025-06-02", words: "they <must> leave by 1 July 2025; & not, ever",
        places: ["leave"])
    ]

  private func with(_ format: ExportFormat, _ body: ([String: [UInt8]], [String]) throws -> Void)
    throws
  {
    try MadeDossier.with(Self.entries) { dossier throws in
      let id = try #require(try dossier.stances().first { $0.article != "late" }).id
      try dossier.review(id, .reject, reason: "irony", by: "ann", at: Self.time)
      try dossier.addParty(PartyRecord(name: "Aland", kind: "state", wikidata: "Q1"))
      try dossier.name("Green Palace", standsFor: "Aland", as: .name, by: "ann", at: Self.time)
      var files: [String: [UInt8]] = [:]
      let data = try DataFolder(path: Schema.repository.appending(path: "Data").path)
      let notes = try Exporter(dossier, data: data).write(format) { piece in
        files[piece.file ?? "", default: []] += piece.bytes
      }
      try body(files, notes)
    }
  }

  private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  @Test(
    "to JSON follows the published schema", .enabled(if: Schema.canValidate),
    arguments: [ExportFormat.json, .ndjson])
  func schema(format: ExportFormat) throws {
    try with(format) { files, _ in
      #expect(Schema.errors(in: text(files[""]), by: "dossier-1") == "")
      #expect(text(files[""]).contains(#""verdict":"reject""#))
    }
  }

  @Test("to CSV explains every column, and no other")
  func dictionary() throws {
    try with(.csv) { files, _ in
      let rows = text(files["dictionary.csv"]).split(separator: "\r\n").dropFirst()
      let explained = Set(
        rows.map { row in row.split(separator: ",").prefix(2).joined(separator: ".") })
      var columns: Set<String> = []
      for (file, bytes) in files where file != "dictionary.csv" {
        let head = text(bytes).prefix { $0 != "\r\n" }
        columns.formUnion(head.split(separator: ",").map { file.dropLast(4) + ".\($0)" })
      }
      #expect(explained == columns)
    }
  }

  @Test(
    "that is JSON is one, and gives the same bytes again",
    arguments: [
      ExportFormat.json, .webAnnotation, .prov, .claimreview, .geojson,
    ])
  func isJSON(format: ExportFormat) throws {
    var first: [String: [UInt8]] = [:]
    try with(format) { files, _ in
      _ = try JSONTree.parse(files[""] ?? [])
      first = files
    }
    try with(format) { files, _ in #expect(files == first) }
  }

  @Test("as Web Annotations quotes the text at the position, with the words around it")
  func selectors() throws {
    try with(.webAnnotation) { files, _ in
      let tree = try JSONTree.parse(files[""] ?? [])
      let items = tree["first"]?["items"]?.elements ?? []
      #expect(!items.isEmpty)
      #expect(tree["total"]?.integer == items.count)
      let texts = Dictionary(
        uniqueKeysWithValues: Self.entries.map {
          ($0.reading.article.id.rawValue, Array($0.reading.article.text))
        })
      for item in items {
        let target = item["target"]
        let name = target?["source"]?["parley:article"]?.text ?? ""
        let scalars = Array(text(texts[name]).unicodeScalars)
        let selectors = target?["selector"]?.elements ?? []
        let start = selectors[0]["start"]?.integer ?? 0
        let end = selectors[0]["end"]?.integer ?? 0
        func words(_ range: Range<Int>) -> String {
          String(String.UnicodeScalarView(scalars[range]))
        }
        #expect(selectors[1]["exact"]?.text == words(start..<end))
        #expect(selectors[1]["prefix"]?.text == words(max(0, start - 32)..<start))
        #expect(selectors[1]["suffix"]?.text == words(end..<min(scalars.count, end + 32)))
      }
    }
  }

  @Test("as PROV says whom a stance quotes, and names every agent it speaks of")
  func provenance() throws {
    try with(.prov) { files, _ in
      let nodes = try JSONTree.parse(files[""] ?? [])["@graph"]?.elements ?? []
      let names = Set(nodes.compactMap { $0["@id"]?.text })
      let stances = nodes.filter { $0["prov:wasQuotedFrom"] != nil }
      #expect(!stances.isEmpty)
      for node in nodes where node["@type"]?.text != "prov:Activity" {
        for key in ["prov:wasQuotedFrom", "prov:wasAttributedTo", "prov:hadPrimarySource"] {
          guard let target = node[key]?.text else { continue }
          #expect(names.contains(target), "\(key)")
        }
      }
    }
  }

  @Test("as iCalendar has the deadline in the words, in lines of at most 75 bytes")
  func calendar() throws {
    try with(.ical) { files, _ in
      let lines = text(files[""]).split(separator: "\r\n")
      #expect(lines.contains("DTSTART;VALUE=DATE:20250701"))
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(text(files[""]).replacing("\r\n ", with: "").contains("1 July 2025\\; & not\\, ever"))
    }
  }

  @Test("for people escapes what the words hold")
  func documents() throws {
    try with(.html) { files, _ in
      #expect(text(files[""]).contains("they &lt;must&gt; leave by 1 July 2025; &amp; not, ever"))
    }
    try with(.markdown) { files, _ in
      #expect(text(files[""]).contains("they \\<must\\> leave by 1 July 2025; & not, ever"))
    }
  }

  @Test("of places without a gazetteer is empty and says so")
  func places() throws {
    try with(.geojson) { files, notes in
      #expect(text(files[""]) == "{\"type\":\"FeatureCollection\",\"features\":[]}\n")
      #expect(notes == ["no places are written: there is no gazetteer"])
    }
  }

  @Test("copies the record itself, but over no other file")
  func copy() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.path + "/dossier.sqlite"
    try MadeDossier.with(Self.entries) { dossier throws in
      try dossier.copy(to: file)
      let copied = try Dossier(opening: folder.url.path)
      #expect(try copied.stances() == dossier.stances())
      #expect(throws: DossierError.self) { try dossier.copy(to: file) }
    }
  }
}
