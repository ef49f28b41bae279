import DataFiles
import Language
import ParleyModel
import Testing

private func annotated(_ words: String) throws -> AnnotatedText {
  let bytes = Array(words.utf8)
  let article = Article(
    id: ArticleID("test"), text: bytes, paragraphs: [ByteRange(0, bytes.count)])
  return try LanguageModel(DataFolder.locate()).annotate(article)
}

/// The cosine of the directions of two sentences.
private func likeness(_ first: String, _ second: String) throws -> Float {
  let vectors = try WordVectors(DataFolder.locate())
  let directions = try [first, second].map { sentence -> [Float] in
    let text = try annotated(sentence)
    var direction: [Float] = []
    TextVectors(text, vectors).append(0..<text.tokens.count, to: &direction)
    return direction
  }
  func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
  let lengths = directions.map { dot($0, $0).squareRoot() }
  return dot(directions[0], directions[1]) / max(lengths[0] * lengths[1], 1e-9)
}

@Test(
  "sentences about one thing in other words are more alike than sentences about two things",
  arguments: [
    (
      "The rebels agreed to a truce.", "Both armies accepted the ceasefire.",
      "The ministry raised the tariff on imported steel."
    ),
    (
      "The union wants higher wages.", "Workers demanded a pay rise.",
      "The general withdrew his soldiers."
    ),
  ])
private func alike(_ one: String, _ same: String, _ other: String) throws {
  #expect(try likeness(one, same) > likeness(one, other) + 0.1)
}

@Test("a stretch without known words has no direction")
func nothingKnown() throws {
  let vectors = try WordVectors(DataFolder.locate())
  let text = try annotated("Zzyxqw")
  var direction: [Float] = []
  TextVectors(text, vectors).append(0..<text.tokens.count, to: &direction)
  #expect(direction == [Float](repeating: 0, count: vectors.width))
}

@Test("a hole is left out of a stretch")
func hole() throws {
  let vectors = try WordVectors(DataFolder.locate())
  let text = try annotated("The army announced a truce")
  let sums = TextVectors(text, vectors)
  var whole: [Float] = []
  var rest: [Float] = []
  sums.append(0..<3, to: &whole)
  sums.append(0..<5, less: 3..<5, to: &rest)
  #expect(whole == rest)
}
