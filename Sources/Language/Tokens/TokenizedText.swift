public import DataFiles
public import ParleyModel

/// An article cut into tokens and sentences.
public struct TokenizedText: Sendable {
  /// The article, unaltered.
  public let article: Article
  /// The tokens in the order of the text.
  public let tokens: TokenTable
  /// The sentences as ranges of tokens: in order, without gaps, covering all tokens.
  public let sentences: [Range<Int>]
  /// The paragraphs that have tokens, as ranges of sentences: in order, without gaps.
  public let paragraphs: [Range<Int>]
}

/// Cuts articles into tokens and sentences.
public struct Segmenter: Sendable {
  private let abbreviations: Abbreviations

  /// Loads what the rules need to know.
  ///
  /// - Throws: `DataError` if a data file is missing or malformed.
  public init(_ data: DataFolder) throws(DataError) {
    abbreviations = try Abbreviations(data)
  }

  /// Cuts `article`; boilerplate and the dateline are passed over.
  public func segment(_ article: Article) -> TokenizedText {
    var tokens = TokenTable()
    tokens.reserve(article.text.count / 5)
    var sentences: [Range<Int>] = []
    var paragraphs: [Range<Int>] = []
    var skipped = article.boilerplate
    if let dateline = article.dateline { skipped.append(dateline.range) }
    skipped.sort()
    var next = 0
    for paragraph in article.paragraphs {
      let firstToken = tokens.count
      var start = paragraph.lowerBound
      while next < skipped.count, skipped[next].lowerBound < paragraph.upperBound {
        let stop = max(start, min(skipped[next].lowerBound, paragraph.upperBound))
        if start < stop { cut(ByteRange(start, stop), of: article, to: &tokens) }
        start = max(start, min(skipped[next].upperBound, paragraph.upperBound))
        if skipped[next].upperBound > paragraph.upperBound { break }
        next += 1
      }
      if start < paragraph.upperBound {
        cut(ByteRange(start, paragraph.upperBound), of: article, to: &tokens)
      }
      guard tokens.count > firstToken else { continue }
      let firstSentence = sentences.count
      SentenceSplitter(abbreviations: abbreviations, text: article.text, tokens: tokens)
        .append(firstToken..<tokens.count, to: &sentences)
      paragraphs.append(firstSentence..<sentences.count)
    }
    return TokenizedText(
      article: article, tokens: tokens, sentences: sentences, paragraphs: paragraphs)
  }

  private func cut(_ range: ByteRange, of article: Article, to tokens: inout TokenTable) {
    Tokenizer.append(range, of: article.text, abbreviations: abbreviations, to: &tokens)
  }
}

extension TokenTable {
  mutating func reserve(_ capacity: Int) {
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
    words.reserveCapacity(capacity)
    shapes.reserveCapacity(capacity)
  }
}
