internal import Language

/// How well the tagger and the parser do on treebank sentences, words given.
struct SyntaxScore: Sendable {
  /// The number of words scored.
  private(set) var words = 0
  /// Words with the right part of speech.
  private(set) var rightTags = 0
  /// Words with the right head.
  private(set) var rightHeads = 0
  /// Words with the right head and relation.
  private(set) var rightArcs = 0
  /// Words that are no punctuation.
  private(set) var plainWords = 0

  /// Scores the models on `sentences`; heads are scored on words that are no punctuation.
  init(
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

  /// The share of words with the right part of speech, in per cent with one decimal.
  var tags: String { Self.percent(rightTags, words) }
  /// The share of plain words with the right head, likewise.
  var heads: String { Self.percent(rightHeads, plainWords) }
  /// The share of plain words with the right head and relation, likewise.
  var arcs: String { Self.percent(rightArcs, plainWords) }

  static func percent(_ part: Int, _ whole: Int) -> String {
    let tenths = whole == 0 ? 0 : (part * 2000 / whole + 1) / 2
    return "\(tenths / 10).\(tenths % 10)"
  }
}
