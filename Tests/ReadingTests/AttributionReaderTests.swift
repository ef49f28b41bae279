import DataFiles
import ParleyModel
import Reading
import Testing

/// One sentence, and the attribution that a reader takes from it.
private struct Case: Sendable {
  let text: String
  /// The source's words; empty where there is none.
  let source: String
  /// The content's words, its pieces joined by " ... ".
  let content: String
  let kind: Attribution.Kind

  init(_ text: String, _ source: String, _ content: String, _ kind: Attribution.Kind = .indirect) {
    self.text = text
    self.source = source
    self.content = content
    self.kind = kind
  }
}

private let cases: [Case] = [
  Case(
    "The minister said the talks had failed.", "The minister", "the talks had failed"),
  Case(
    "The talks had failed, the minister said.", "the minister", "The talks had failed"),
  Case(
    "\"We will not sign this paper,\" said the envoy.", "the envoy",
    "\"We will not sign this paper,\"", .direct),
  Case(
    "\"We will wait,\" the envoy said. \"Nobody is in a hurry.\"", "the envoy",
    "\"We will wait,\" ... \"Nobody is in a hurry.\"", .direct),
  Case(
    "“The border stays open,” the governor told reporters on Monday.", "the governor",
    "“The border stays open,”", .direct),
  Case(
    "According to two diplomats, the draft leaves out the port.", "two diplomats",
    "the draft leaves out the port"),
  Case(
    "The draft leaves out the port, according to two diplomats.", "two diplomats",
    "The draft leaves out the port"),
  Case(
    "The mediator called the offer “a serious step” but asked for more time.", "The mediator",
    "the offer “a serious step”", .mixed),
  Case(
    "The ministry denied that it had asked for a delay.", "The ministry",
    "that it had asked for a delay"),
  Case(
    "The rebels insisted that the army leave the valley first.", "The rebels",
    "that the army leave the valley first"),
  Case(
    "A spokesman for the delegation told Reuters that no date had been set.",
    "A spokesman for the delegation", "that no date had been set"),
  Case(
    "The president has repeatedly said that he will not give up the islands.", "The president",
    "that he will not give up the islands"),
  Case(
    "The report says the dam was damaged before the ceasefire.", "The report",
    "the dam was damaged before the ceasefire"),
  Case(
    "Analysts believe the two sides are closer than they admit.", "Analysts",
    "the two sides are closer than they admit"),
  Case(
    "The union warned that its members would walk out on Friday.", "The union",
    "that its members would walk out on Friday"),
  Case(
    "The chancellor urged both parties to return to the table.", "The chancellor",
    "both parties to return to the table"),
  Case(
    "\"Is this the last offer?\" asked the chairwoman.", "the chairwoman",
    "\"Is this the last offer?\"", .direct),
  Case(
    "The company announced that it would sell the mine.", "The company",
    "that it would sell the mine"),
  Case(
    "He added that the prisoners would be home by Easter.", "He",
    "that the prisoners would be home by Easter"),
  Case(
    "The mine will reportedly close in the spring.", "",
    "The mine will ... close in the spring"),
  Case(
    "The harbour will stay shut for a week, the mayor said today.", "the mayor",
    "The harbour will stay shut for a week"),
  Case(
    "There were rumours that the mayor would resign within days.", "",
    "that the mayor would resign within days"),
  Case(
    "\"There is no plan B,\" she added, \"and there never was.\"", "she",
    "\"There is no plan B,\" ... \"and there never was.\"", .direct),
]

@Suite("Attributions")
struct AttributionReaderTests {
  private static let reader = Result { try Reader(DataFolder.locate()) }

  private func read(_ text: String) throws -> ArticleReading {
    try Self.reader.get().read(article(text))
  }

  private func article(_ text: String) -> Article {
    let bytes = Array(text.utf8)
    var paragraphs: [ByteRange] = []
    var start = 0
    for end in bytes.indices where bytes[end] == 0x0A {
      if start < end { paragraphs.append(ByteRange(start, end)) }
      start = end + 1
    }
    if start < bytes.count { paragraphs.append(ByteRange(start, bytes.count)) }
    return Article(id: ArticleID("test"), text: bytes, paragraphs: paragraphs)
  }

  @Test("at least nine of ten plain constructions are read as written")
  func plain() throws {
    var missed: [String] = []
    for expected in cases {
      let reading = try read(expected.text)
      let isRead = reading.attributions.contains { attribution in
        attribution.source.map(reading.article.words).joined(separator: " ... ") == expected.source
          && attribution.content.map(reading.article.words).joined(separator: " ... ")
            == expected.content
          && attribution.kind == expected.kind
      }
      if !isRead { missed.append(expected.text) }
    }
    #expect(missed.count * 10 <= cases.count, "not read as written: \(missed)")
  }

  @Test("a quotation mark that is never closed turns nothing inside out")
  func unclosed() throws {
    let reading = try read(
      "\"We will wait, the envoy said. The ferry left at noon. \"Nobody is in a hurry,\" the mayor said."
    )
    let mayor = reading.attributions.first {
      $0.source.map(reading.article.words).joined() == "the mayor"
    }
    #expect(mayor?.content.last.map(reading.article.words) == "\"Nobody is in a hurry,\"")
  }

  @Test("a quotation in single marks goes on in the next paragraph")
  func singles() throws {
    let reading = try read(
      """
      'We will wait for the other side,' the envoy told reporters.
      'Nobody is in a hurry, and nobody should be in one now.'
      """)
    #expect(reading.attributions.count == 2)
    #expect(reading.attributions.last?.speaker.name == "envoy")
  }

  @Test("dates before a colon speak no lines")
  func dates() throws {
    let reading = try read(
      """
      March, 2018: The port is opened.
      April, 2019: The port is closed.
      May, 2020: The port is sold.
      """)
    #expect(reading.attributions.isEmpty)
  }

  @Test("a transcript gives each speaker the words behind the name")
  func transcript() throws {
    let reading = try read(
      """
      HOST: What do you ask of the other side?
      OKAFOR: That they open the road. Nothing more.
      HOST: And if they refuse?
      """)
    let sources = reading.attributions.map { $0.source.map(reading.article.words).joined() }
    #expect(sources == ["HOST", "OKAFOR", "HOST"])
  }

  @Test("a quotation signed behind a dash belongs to who signs")
  func signature() throws {
    let reading = try read(
      """
      Readers wrote to us.
      “The bridge must reopen before winter, or we are lost.”
      — Ines Marte, Port Alba
      """)
    let found = reading.attributions.map {
      ($0.source.map(reading.article.words).joined(), $0.kind)
    }
    #expect(found.contains { $0 == ("Ines Marte", .direct) })
  }

  @Test("a quotation behind a paragraph that announces it belongs to who is announced")
  func announcement() throws {
    let reading = try read(
      """
      In a letter to the council the mayor wrote:
      “The harbour is ours, and it stays ours.”
      """)
    let found = reading.attributions.map {
      ($0.source.map(reading.article.words).joined(), $0.cue.map(reading.article.words).joined())
    }
    #expect(found.contains { $0 == ("the mayor", "wrote") })
  }

  @Test("quotation marks that do not close, and nesting without end, do no harm")
  func unbalanced() throws {
    for text in [
      "“", "\"\"\"\"", String(repeating: "“said ", count: 300), "he said “", "” said he",
    ] {
      _ = try read(text)
    }
  }
}
