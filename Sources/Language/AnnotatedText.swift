public import ParleyModel

/// An article cut into tokens and sentences, with tags and dependency heads.
///
/// All arrays are flat and indexed by token. Boilerplate and the dateline carry no tokens.
public struct AnnotatedText: Sendable {
  /// The article, unaltered.
  public let article: Article
  /// The tokens in the order of the text.
  public let tokens: TokenTable
  /// The sentences as ranges of tokens: in order, without gaps, covering all tokens.
  public let sentences: [Range<Int>]
  /// The paragraphs as ranges of sentences: in order, without gaps; paragraphs without tokens are
  /// left out.
  public let paragraphs: [Range<Int>]
  /// The part of speech of each token.
  public let tags: [Tag]
  /// The head of each token as a token index; -1 for the root of a sentence.
  public let heads: [Int32]
  /// The relation of each token to its head.
  public let relations: [Relation]
  /// What models look at in each token.
  public let features: WordFeatures
  /// The dependency tree turned around: what hangs on each token.
  public let dependents: Dependents

  /// Makes an annotated text from its parts.
  public init(
    article: Article, tokens: TokenTable, sentences: [Range<Int>], paragraphs: [Range<Int>],
    tags: [Tag], heads: [Int32], relations: [Relation], features: WordFeatures
  ) {
    self.article = article
    self.tokens = tokens
    self.sentences = sentences
    self.paragraphs = paragraphs
    self.tags = tags
    self.heads = heads
    self.relations = relations
    self.features = features
    dependents = Dependents(heads: heads)
  }

  /// Returns token `index` as it is written.
  public func word(_ index: Int) -> String { article.words(tokens.range(index)) }

  /// Returns the bytes from the first to the last of `tokens`, spaces between them included.
  public func span(_ range: Range<Int>) -> ByteRange {
    ByteRange(Int(tokens.starts[range.lowerBound]), Int(tokens.ends[range.upperBound - 1]))
  }

  /// Returns the index of the sentence that holds token `index`.
  ///
  /// - Complexity: O(log s) in the number of sentences.
  public func sentence(ofToken index: Int) -> Int {
    var low = 0
    var high = sentences.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if sentences[middle].lowerBound <= index { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
