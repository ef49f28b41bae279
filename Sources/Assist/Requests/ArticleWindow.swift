public import Language
public import ParleyModel

/// A part of an article that fits into one request: paragraphs that follow one another.
public struct ArticleWindow: Sendable, Hashable {
  /// The place among the windows of the article, from 1.
  public let number: Int
  /// How many windows the article has.
  public let count: Int
  /// The paragraphs, or sentences of a paragraph that is longer than a window.
  public let pieces: [ByteRange]

  /// Cuts an article into windows of at most `limit` estimated tokens, each beginning with the last
  /// paragraphs of the one before, as far as they fill an eighth of it. What was set aside is left out.
  ///
  /// Empty where the article has no sentence. A sentence that is longer than `limit` is a window of
  /// its own.
  public static func windows(of text: AnnotatedText, limit: Int) -> [ArticleWindow] {
    let pieces = pieces(of: text, limit: limit)
    var windows: [[ByteRange]] = []
    var current: [Piece] = []
    var size = 0
    for piece in pieces {
      if size + piece.tokens > limit, !current.isEmpty {
        windows.append(current.map(\.range))
        current = overlap(current, room: min(limit / 8, limit - piece.tokens))
        size = current.reduce(0) { $0 + $1.tokens }
      }
      current.append(piece)
      size += piece.tokens
    }
    if !current.isEmpty { windows.append(current.map(\.range)) }
    return windows.enumerated().map { index, pieces in
      ArticleWindow(number: index + 1, count: windows.count, pieces: pieces)
    }
  }

  private struct Piece {
    let range: ByteRange
    let tokens: Int

    init(_ range: ByteRange, of article: Article) {
      self.range = range
      tokens = TokenEstimate.count(article.text[range.indices])
    }
  }

  private static func pieces(of text: AnnotatedText, limit: Int) -> [Piece] {
    text.paragraphs.flatMap { paragraph in
      let sentences = text.sentences[paragraph].map(text.span)
      guard let first = sentences.first, let last = sentences.last else { return [Piece]() }
      let whole = Piece(
        ByteRange(first.lowerBound, last.upperBound), of: text.article)
      return whole.tokens <= limit ? [whole] : sentences.map { Piece($0, of: text.article) }
    }
  }

  /// The last of `pieces` that together are no longer than `room`.
  private static func overlap(_ pieces: [Piece], room: Int) -> [Piece] {
    var size = 0
    return pieces.reversed().prefix { piece in
      size += piece.tokens
      return size <= room
    }.reversed()
  }
}
