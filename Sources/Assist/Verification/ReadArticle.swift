internal import Language
public import ParleyModel
internal import Parties
public import Reading

/// An article with all that Parley's own reader knows of it: what answers are verified against.
public struct ReadArticle: Sendable {
  /// What Parley's own reader read.
  public let reading: ArticleReading
  /// The clauses and parties.
  let context: ArticleContext
  private let reader: Reader
  private let exact: [UInt8]
  private let folded: FoldedText

  /// Reads `article`.
  public init(_ article: Article, reader: Reader) {
    (reading, context) = reader.readInContext(article)
    self.reader = reader
    exact = article.text
    folded = FoldedText(article.text)
  }

  /// The parties that may hold the stance of a clause, each with the chance that it does.
  func holderChances(ofClause index: Int) -> [(candidate: HolderCandidate, chance: Double)] {
    reader.holderChances(context, clause: index)
  }

  /// The article.
  var article: Article { reading.article }

  /// Returns where `words` stand: as they are, else with other white space or quotation marks; in
  /// order. Whole words only.
  func ranges(of words: String) -> [ByteRange] {
    let found = folded.ranges(of: FoldedText(words.utf8))
    let bytes = Array(words.utf8)
    let same = found.filter { exact[$0.indices].elementsEqual(bytes) }
    return same.isEmpty ? found : same
  }

  /// Returns where `words` stand in any letter case.
  func mentions(of words: String) -> [ByteRange] {
    folded.ranges(of: FoldedText(words.utf8), ignoresCase: true)
  }

  /// Returns the place of `words` that is nearest to `center`; `nil` where they stand nowhere.
  func range(of words: String, near center: ByteRange) -> ByteRange? {
    ranges(of: words).min { $0.distance(to: center) < $1.distance(to: center) }
  }

  /// Returns the place of `words` in any letter case that is nearest to `center`.
  func mention(of words: String, near center: ByteRange) -> ByteRange? {
    mentions(of: words).min { $0.distance(to: center) < $1.distance(to: center) }
  }

  /// The tokens that lie in `range`, those that are cut included.
  func tokens(in range: ByteRange) -> Range<Int> {
    let tokens = context.text.tokens
    var first = tokens.index(atOrAfter: range.lowerBound)
    if first > 0, Int(tokens.ends[first - 1]) > range.lowerBound { first -= 1 }
    return first..<max(first, tokens.index(atOrAfter: range.upperBound))
  }

  /// The part of `range` that lies in the one sentence which holds all its words; `nil` where several
  /// sentences do, or none.
  func inOneSentence(_ range: ByteRange) -> ByteRange? {
    let text = context.text
    let words = tokens(in: range).filter { text.tags[$0] != .punct }
    guard let first = words.first, let last = words.last else { return nil }
    let sentence = text.sentence(ofToken: first)
    guard text.sentences[sentence].contains(last) else { return nil }
    let span = text.span(text.sentences[sentence])
    return ByteRange(
      max(range.lowerBound, span.lowerBound), min(range.upperBound, span.upperBound))
  }
}

extension ByteRange {
  /// The number of bytes between the two ranges; 0 where they touch or overlap.
  fileprivate func distance(to other: ByteRange) -> Int {
    max(0, other.lowerBound - upperBound, lowerBound - other.upperBound)
  }
}
