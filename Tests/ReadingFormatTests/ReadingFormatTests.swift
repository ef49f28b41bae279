import Foundation
import JSONBytes
import ParleyModel
import ReadingFormat
import TestSupport
import Testing

@Suite("The form parley/reading/1")
struct ReadingFormatTests {
  private func written(_ reading: ArticleReading) -> [UInt8] {
    var output = JSONOutput()
    ReadingWriter.write(reading, to: &output)
    return output.bytes
  }

  @Test("what is written reads back as the same")
  func roundTrip() throws {
    let bytes = written(MadeReading.reading)
    #expect(try ReadingParser.parse(bytes) == MadeReading.reading)
    #expect(!bytes.contains { $0 < 0x20 })
  }

  @Test("what is written follows the published schema", .enabled(if: Schema.canValidate))
  func schema() {
    let row = String(decoding: written(MadeReading.reading), as: UTF8.self)
    #expect(Schema.errors(in: row) == "")
  }

  @Test("the schema knows every word of every closed set")
  func closedSets() throws {
    let file = Schema.repository.appending(path: "Documentation/schema/reading-1.schema.json")
    let schema = try String(contentsOf: file, encoding: .utf8)
    let words =
      Attribution.Kind.allCases.map(\.rawValue) + Attribution.SourceType.allCases.map(\.rawValue)
      + ChainLink.Kind.allCases.map(\.rawValue) + Act.allCases.map(\.rawValue)
      + Position.Status.allCases.map(\.rawValue) + Change.Direction.allCases.map(\.rawValue)
    for word in words { #expect(schema.contains("\"\(word)\""), "\(word)") }
  }

  @Test("spans count the scalars of the text and quote what they claim")
  func scalars() throws {
    let json = String(decoding: written(MadeReading.reading), as: UTF8.self)
    let scalars = Array(MadeReading.text.unicodeScalars)
    let closeness = Array("close to the talks".unicodeScalars)
    let start = try #require(
      (0..<scalars.count).first { scalars[$0...].starts(with: closeness) })
    #expect(start == 13)
    #expect(json.contains(#""source":[[1,32]]"#))
    #expect(json.contains(#""closeness":"close to the talks""#))
  }

  @Test("an article without anything has all keys")
  func empty() {
    let reading = ArticleReading(
      article: Article(id: ArticleID("a"), text: [], paragraphs: []), attributions: [])
    #expect(
      String(decoding: written(reading), as: UTF8.self) == """
        {"schema":"parley/reading/1","id":"a","article":{"title":null,"outlet":null,\
        "published":null,"language":"en","text":"","boilerplate":[]},"attributions":[],\
        "positions":[],"figures":[],"changes":[]}
        """)
  }

  @Test(
    "what does not follow the form is named",
    arguments: [
      (#"{"id":"a"}"#, ReadingFormatError(.missing(key: "schema"))),
      (#"{"schema":"parley/reading/9","id":"a"}"#, .init(.otherSchema("parley/reading/9"))),
      (#"{"schema":"parley/reading/1","id":"a"}"#, .init(.missing(key: "article"))),
      (
        #"{"schema":"parley/reading/1","id":"a","article":{"text":"ab","boilerplate":[[1,3]]}}"#,
        .init(.badSpan(key: "boilerplate"))
      ),
      (
        #"{"schema":"parley/reading/1","id":"a","article":{"text":"ab"},"changes":[{"holder":"x","#
          + #""issue":"y","direction":"sideways","evidence":[0,1]}]}"#,
        .init(.unknownValue(key: "direction", found: "sideways"))
      ),
      (
        #"{"schema":"parley/reading/1","id":"a","article":{"text":"ab"},"changes":[{"holder":"x","#
          + #""issue":"y","direction":"softened","from":0,"evidence":[0,1]}]}"#,
        .init(.badIndex(key: "from"))
      ),
      (#"{"schema":"#, .init(.malformed(JSONError(.cutOff, offset: 10)))),
    ])
  func errors(text: String, expected: ReadingFormatError) {
    let error = #expect(throws: ReadingFormatError.self) {
      try ReadingParser.parse(Array(text.utf8))
    }
    #expect(error == expected)
  }
}
