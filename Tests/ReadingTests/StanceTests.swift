import DataFiles
import Language
import ParleyModel
import Reading
import Testing

private let sharedReader = Result { try Reader(DataFolder.locate()) }

private func article(_ text: String) -> Article {
  let bytes = Array(text.utf8)
  return Article(id: ArticleID("test"), text: bytes, paragraphs: [ByteRange(0, bytes.count)])
}

private func positions(_ text: String) throws -> [Position] {
  try sharedReader.get().read(article(text)).positions
}

private func summary(_ positions: [Position]) -> String {
  positions.map { "\($0.holder) \($0.act.rawValue) \($0.issue.rawValue)" }
    .joined(separator: "; ")
}

@Test("each act is read from plain constructions", arguments: StanceTables.acts)
private func acts(_ row: StanceRow) throws {
  let read = try positions(row.text)
  #expect(read.contains { $0.holder == row.holder && $0.act == row.act }, "\(summary(read))")
}

@Test("issues of every group are read from plain words", arguments: StanceTables.issues)
private func issues(_ row: StanceRow) throws {
  let read = try positions(row.text)
  #expect(
    read.contains {
      $0.holder == row.holder && $0.act == row.act && $0.issue.rawValue == row.issue
    }, "\(summary(read))")
}

@Test("the holder is the negotiating side, however it is written", arguments: StanceTables.parties)
private func parties(_ row: StanceRow) throws {
  let read = try positions(row.text)
  #expect(read.contains { $0.holder == row.holder && $0.act == row.act }, "\(summary(read))")
}

@Test("background is no position", arguments: StanceTables.background)
private func background(_ text: String) throws {
  let read = try positions(text)
  #expect(read.isEmpty, "\(summary(read))")
}

@Test(
  "a move that the text tells has its direction",
  arguments: [
    (
      "Russia demanded that Ukraine cede Donetsk. Russia has since softened its demands.", "Russia",
      Change.Direction.softened
    ),
    (
      "Iran demanded the lifting of all sanctions. Iran has now eased its position, diplomats said.",
      "Iran", .softened
    ),
    ("Israel hardened its terms for a ceasefire in Gaza.", "Israel", .hardened),
  ])
private func changes(_ text: String, _ holder: String, _ direction: Change.Direction) throws {
  let reading = try sharedReader.get().read(article(text))
  #expect(
    reading.changes.contains { $0.holder == holder && $0.direction == direction },
    "\(reading.changes) \(summary(reading.positions))")
}

@Test("an explanation has the same positions as the reading, with chances and reasons")
func explains() throws {
  let data = try DataFolder.locate()
  let reader = try PositionReader(data)
  let text = try LanguageModel(data).annotate(article("Ukraine rejected a ceasefire on Monday."))
  let explanations = reader.explain(text, attributions: [])
  #expect(
    explanations.map(\.position) == reader.read(reader.parties(text), attributions: []).positions)
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
    reader.read(reader.parties(text), attributions: [], minimum: $0).positions.count
  }
  #expect(counts == counts.sorted(by: >))
  #expect(counts.last == 0)
}
