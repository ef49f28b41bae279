import DataFiles
import Language
import ParleyModel
import Testing

@Suite("Tokens and sentences")
struct TokenizerTests {
  private func segment(_ text: String) throws -> TokenizedText {
    let bytes = Array(text.utf8)
    let article = Article(
      id: ArticleID("test"), text: bytes, paragraphs: [ByteRange(0, bytes.count)])
    return try Segmenter(DataFolder.locate()).segment(article)
  }

  @Test(
    "words are cut as the treebanks cut them",
    arguments: [
      ("They don't agree.", "They|do|n't|agree|."),
      ("Kyiv’s envoy can't come", "Kyiv|’s|envoy|ca|n't|come"),
      ("US-led talks, 88% of 1,200.5 km", "US|-|led|talks|,|88|%|of|1,200.5|km"),
      ("The U.S. paid $5.2bn at 10:30 a.m.", "The|U.S.|paid|$|5.2bn|at|10:30|a.m."),
      ("Mr. Ek said: “We’ll wait...”", "Mr.|Ek|said|:|“|We|’ll|wait|...|”"),
      ("see https://example.org/a,b. Now", "see|https://example.org/a,b|.|Now"),
      ("it cannot — must not", "it|can|not|—|must|not"),
      ("AT&T and Q&A", "AT&T|and|Q&A"),
      ("São Tomé's côte", "São|Tomé|'s|côte"),
      ("#Zürich and @José", "#Zürich|and|@José"),
    ])
  func words(text: String, expected: String) throws {
    let found = try segment(text)
    let words = (0..<found.tokens.count).map { found.article.words(found.tokens.range($0)) }
    #expect(words.joined(separator: "|") == expected)
  }

  @Test(
    "sentences end where a reader would stop",
    arguments: [
      ("One. Two! Three?", 3),
      ("Mr. Ek met Gen. Om. He left.", 2),
      ("The U.S. Senate voted. The U.S. He went.", 3),
      ("\"We agree.\" He left.", 2),
      ("\"We agree?\" he asked.", 1),
      ("It rose 3.5 percent on Jan. 5. Then it fell.", 2),
      ("She said (quietly.) Then left.", 2),
      ("Wait... what", 1),
      ("Holt said no. Then he left.", 2),
      ("It came in at No. 5 in June.", 1),
    ])
  func sentences(text: String, expected: Int) throws {
    #expect(try segment(text).sentences.count == expected)
  }

  @Test("tokens quote exactly what they cover, whatever the bytes", arguments: UInt64(0)..<200)
  func anyBytes(seed: UInt64) throws {
    var state = seed
    let bytes = (0..<300).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 40)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let found = try segment(text)
    var last = 0
    for index in 0..<found.tokens.count {
      let range = found.tokens.range(index)
      #expect(range.lowerBound >= last && !range.isEmpty)
      last = range.upperBound
    }
    #expect(last <= text.utf8.count)
    #expect(found.sentences.map(\.count).reduce(0, +) == found.tokens.count)
  }
}
