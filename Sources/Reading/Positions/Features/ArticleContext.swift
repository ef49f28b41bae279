package import Language
internal import ParleyModel
package import Parties

/// Everything that the features of one article's clauses look at, computed once.
package struct ArticleContext: Sendable {
  package let parties: ArticleParties
  package let speech: SpeechMap
  package let clauses: [Clause]
  package let readings: [FrameReading?]
  /// The stem of each token.
  let stems: [UInt64]
  /// The word class of each token.
  var classes: [UInt64] { text.features.classes }
  /// The weight of the cues of each issue in the whole article, in shares that sum to 1 (or all 0).
  let issueShares: [Float]
  /// The number of cues a hundred tokens.
  let cueDensity: Float
  /// The index of the paragraph of each sentence.
  let paragraphs: [Int]
  package let taxonomy: Taxonomy
  let lexicon: FrameLexicon
  /// What stretches of the article are about.
  let vectors: TextVectors

  /// Returns the parties that may hold the stance of the clause with this index.
  package func holders(of index: Int) -> [HolderCandidate] {
    HolderFinder(parties, speech: speech).candidates(for: clauses[index])
  }

  /// Returns what tells whether the clause with this index is a position, and which act it carries.
  package func clauseFeatures(_ index: Int) -> FeatureList { ClauseFeatures(self).features(index) }

  /// Returns what tells which issue the clause with this index is about.
  package func issueFeatures(_ index: Int) -> FeatureList { IssueFeatures(self).features(index) }

  /// What the clause with this index is about, and its sentence, the article and its head.
  package func directions(_ index: Int) -> [Float] {
    let clause = clauses[index]
    var numbers: [Float] = []
    numbers.reserveCapacity(4 * vectors.width)
    vectors.append(clause.tokens, to: &numbers)
    vectors.append(text.sentences[text.sentence(ofToken: clause.head)], to: &numbers)
    vectors.append(0..<text.tokens.count, to: &numbers)
    vectors.append(clause.head..<clause.head + 1, to: &numbers)
    return numbers
  }

  /// The number of numbers of ``directions(_:)``.
  package var directionCount: Int { 4 * vectors.width }

  /// Returns the chance of each issue of the clause with this index by the taxonomy's cues alone.
  package func issueCueChances(_ index: Int) -> [Float] { IssueFeatures(self).cueChances(index) }

  /// Returns what tells for each of `candidates` whether it holds the stance of the clause.
  package func holderFeatures(_ index: Int, _ candidates: [HolderCandidate]) -> [FeatureList] {
    HolderFeatures(self).features(index, candidates)
  }

  /// The article.
  package var text: AnnotatedText { parties.text }

  init(
    _ parties: ArticleParties, attributions: [Attribution],
    lexicon: FrameLexicon, taxonomy: Taxonomy, vectors: WordVectors
  ) {
    let text = parties.text
    self.parties = parties
    speech = SpeechMap(parties, attributions: attributions, lexicon: lexicon)
    clauses = ClauseFinder(parties, lexicon: lexicon).clauses()
    let reader = FrameReader(parties: parties, lexicon: lexicon, speech: speech)
    readings = clauses.map(reader.reading)
    stems = Stem.all(text)
    var shares = [Float](repeating: 0, count: taxonomy.codes.count)
    let matches = taxonomy.matches(stems, in: 0..<text.tokens.count)
    for match in matches { shares[match.issue] += max(0, match.weight) }
    let sum = shares.reduce(0, +)
    issueShares = sum > 0 ? shares.map { $0 / sum } : shares
    cueDensity = Float(matches.count) * 100 / Float(max(1, text.tokens.count))
    var paragraphs = [Int](repeating: 0, count: text.sentences.count)
    for (number, paragraph) in text.paragraphs.enumerated() {
      for sentence in paragraph { paragraphs[sentence] = number }
    }
    self.paragraphs = paragraphs
    self.taxonomy = taxonomy
    self.lexicon = lexicon
    self.vectors = TextVectors(text, vectors)
  }
}
