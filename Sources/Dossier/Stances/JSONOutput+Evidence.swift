internal import JSONBytes
internal import ParleyModel

extension JSONOutput {
  /// Writes where something stands: the article, the bytes of its UTF-8 text, the words there.
  mutating func evidence(article: String, _ range: ByteRange, words: String) {
    raw("{\"article\":")
    string(article)
    raw(",\"start\":")
    integer(range.lowerBound)
    raw(",\"end\":")
    integer(range.upperBound)
    raw(",\"words\":")
    string(words)
    raw("}")
  }

  /// Writes a chain of attribution, outlet first.
  mutating func chain(_ links: [Stance.Link]) {
    array(links) { output, link in
      output.raw("{\"name\":")
      output.string(link.name)
      output.raw(",\"type\":")
      output.string(link.kind.rawValue)
      output.raw("}")
    }
  }
}
