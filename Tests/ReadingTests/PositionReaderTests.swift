import DataFiles
import Language
import ParleyModel
import Reading
import Testing

/// One construction: a sentence, and the stance that a reader takes from it.
private struct Construction: Sendable, CustomTestStringConvertible {
  let text: String
  let holder: String
  let act: Act
  let issue: String
  var testDescription: String { text }
}

private let constructions: [Construction] = [
  Construction(
    text: "Russia demanded that Ukraine withdraw its troops from Donetsk.", holder: "Russia",
    act: .demand, issue: "territory.withdrawal"),
  Construction(
    text: "Ukraine rejected a ceasefire on Monday.", holder: "Ukraine", act: .reject,
    issue: "ceasefire"),
  Construction(
    text: "The United States threatened to impose new sanctions on Iran.",
    holder: "United States", act: .threaten, issue: "sanctions"),
  Construction(
    text: "Israel agreed to a ceasefire with Hamas.", holder: "Israel", act: .accept,
    issue: "ceasefire"),
  Construction(
    text: "Iran is ready to resume talks with the European Union, its foreign minister said.",
    holder: "Iran", act: .offer, issue: "process.talks"),
]

private let sharedReader = Result { try Reader(DataFolder.locate()) }

private func article(_ text: String) -> Article {
  let bytes = Array(text.utf8)
  return Article(id: ArticleID("test"), text: bytes, paragraphs: [ByteRange(0, bytes.count)])
}

@Test("a plain stance is read with holder, act and issue", arguments: constructions)
private func reads(_ construction: Construction) throws {
  let reader = try sharedReader.get()
  let positions = reader.read(article(construction.text)).positions
  #expect(
    positions.contains {
      $0.holder == construction.holder && $0.act == construction.act
        && $0.issue.rawValue == construction.issue
    },
    "\(positions)")
}

@Test(
  "background is no position",
  arguments: [
    "The river rises in the hills and reaches the sea after nine hundred kilometres.",
    "The two countries share a border of 300 kilometres.",
  ])
func background(_ text: String) throws {
  #expect(try sharedReader.get().read(article(text)).positions.isEmpty)
}

@Test("an explanation has the same positions as the reading, with chances and reasons")
func explains() throws {
  let data = try DataFolder.locate()
  let reader = try PositionReader(data)
  let text = try LanguageModel(data).annotate(article("Ukraine rejected a ceasefire on Monday."))
  let explanations = reader.explain(text, attributions: [])
  #expect(explanations.map(\.position) == reader.read(text, attributions: []).positions)
  let first = try #require(explanations.first)
  #expect(first.rule == "ownVerb")
  #expect(first.chances.count == 4 && first.chances.allSatisfy { (0...1).contains($0) })
  #expect(!first.place.isEmpty)
}

@Test("with a higher minimum fewer positions are read")
func minimum() throws {
  let data = try DataFolder.locate()
  let reader = try PositionReader(data)
  let text = try LanguageModel(data).annotate(article("Ukraine rejected a ceasefire on Monday."))
  let counts = [0, 0.5, 1].map {
    reader.read(text, attributions: [], minimum: $0).positions.count
  }
  #expect(counts == counts.sorted(by: >))
  #expect(counts.last == 0)
}
