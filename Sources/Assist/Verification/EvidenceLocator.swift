internal import DataFiles
internal import Language
internal import ParleyModel
internal import Reading

/// Finds the evidence that a model copied, or tells why it is none.
struct EvidenceLocator: Sendable {
  /// Words that turn around what follows them, in lower case.
  private let turningWords: Set<String>
  /// Words by which a sentence speaks to the model, in lower case.
  private let orders: [String]

  init(_ data: DataFolder) throws(DataError) {
    turningWords = Set(try data.lines("assist/turning-words.txt").map { $0.text })
    orders = try data.lines("assist/orders.txt").map { String($0.text) }
  }

  /// Returns where `evidence` stands in the article: in `window` where it does, else elsewhere.
  func locate(
    _ evidence: String, in window: ArticleWindow, of article: ReadArticle
  ) -> Result<ByteRange, Rejection> {
    let all = article.ranges(of: evidence)
    let inside = all.filter { range in window.pieces.contains { $0.overlaps(range) } }
    var first: DropReason?
    for range in inside + all.filter({ !inside.contains($0) }) {
      switch check(range, article) {
      case .success(let range): return .success(range)
      case .failure(let rejection): first = first ?? rejection.reason
      }
    }
    return .failure(Rejection(reason: first ?? .evidenceNotFound))
  }

  private func check(_ range: ByteRange, _ article: ReadArticle) -> Result<ByteRange, Rejection> {
    if article.article.boilerplate.contains(where: { $0.overlaps(range) }) {
      return .failure(Rejection(reason: .evidenceSetAside))
    }
    let text = article.context.text
    let tokens = article.tokens(in: range)
    guard !tokens.isEmpty else { return .failure(Rejection(reason: .evidenceSetAside)) }
    guard let range = article.inOneSentence(range) else {
      return .failure(Rejection(reason: .evidenceAcrossSentences))
    }
    guard tokens.count(where: { text.tags[$0] != .punct }) > 1 else {
      return .failure(Rejection(reason: .evidenceTooShort))
    }
    let before = tokens.lowerBound - 1
    if before >= 0, text.sentence(ofToken: before) == text.sentence(ofToken: tokens.lowerBound),
      turningWords.contains(text.word(before).lowercased())
    {
      return .failure(Rejection(reason: .evidenceTurned))
    }
    let sentence = text.span(text.sentences[text.sentence(ofToken: tokens.lowerBound)])
    if orders.contains(where: { article.mentions(of: $0).contains(where: sentence.contains) }) {
      return .failure(Rejection(reason: .evidenceIsOrder))
    }
    return .success(range)
  }
}

/// Why an item is not taken.
struct Rejection: Error {
  let reason: DropReason
}
