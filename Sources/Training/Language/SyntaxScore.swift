package import Language

/// How well the tagger and the parser do on treebank sentences, words given.
public struct SyntaxScore: Sendable {
  /// The number of words scored.
  public private(set) var words = 0
  /// Words with the right part of speech.
  public private(set) var rightTags = 0
  /// Words with the right head.
  public private(set) var rightHeads = 0
  /// Words with the right head and relation.
  public private(set) var rightArcs = 0
  /// Words that are no punctuation.
  public private(set) var plainWords = 0

  /// Scores the models on `sentences`; heads are scored on words that are no punctuation.
  package init(
    _ sentences: [TreebankSentence], tagger: Tagger, parser: Parser, classes: WordClasses
  ) {
    for sentence in sentences {
      let range = [0..<sentence.tokens.count]
      let word = WordFeatures(sentence.tokens, of: sentence.text, classes: classes)
      let tags = tagger.tags(word, sentences: range)
      let (heads, relations) = parser.parse(word, tags: tags, sentences: range)
      for index in tags.indices {
        words += 1
        if tags[index] == sentence.tags[index] { rightTags += 1 }
        guard sentence.tags[index] != .punct else { continue }
        plainWords += 1
        guard heads[index] == sentence.heads[index] else { continue }
        rightHeads += 1
        if relations[index] == sentence.relations[index] { rightArcs += 1 }
      }
    }
  }

  /// The scores in per cent: tags, heads, heads with relations.
  public var percentages: (tags: Double, heads: Double, arcs: Double) {
    (
      100 * Double(rightTags) / Double(max(words, 1)),
      100 * Double(rightHeads) / Double(max(plainWords, 1)),
      100 * Double(rightArcs) / Double(max(plainWords, 1))
    )
  }
}
