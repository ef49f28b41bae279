public import ParleyModel

/// What a search found.
public struct SearchResult: Sendable, Hashable {
  /// What was searched for.
  public let query: String
  /// The stances, best first.
  public let stances: [StanceHit]
  /// The articles, best first.
  public let articles: [ArticleHit]
}

/// A stance whose words were found.
public struct StanceHit: Sendable, Hashable {
  /// The stance.
  public let stance: Stance
  /// The words, cut to what matters.
  public let excerpt: Excerpt
}

/// An article whose title or text was found.
public struct ArticleHit: Sendable, Hashable {
  /// Its name in the dossier.
  public let article: String
  /// The version.
  public let version: Int64
  /// The title; `nil` if not stated.
  public let title: String?
  /// The outlet; `nil` if not stated.
  public let outlet: String?
  /// The day of publication; `nil` if not stated.
  public let published: CalendarDate?
  /// The text around what was found, or its beginning if only the title holds it.
  public let excerpt: Excerpt
}

/// A piece of a text with the words that were searched for.
public struct Excerpt: Sendable, Hashable {
  /// Where the piece stands, in bytes of the text.
  public let range: ByteRange
  /// The piece.
  public let text: String
  /// The words found, in bytes of the text, inside ``range``.
  public let matches: [ByteRange]

  /// The piece cut into runs, each with whether it was searched for.
  public var runs: [(text: String, isMatch: Bool)] {
    let bytes = Array(text.utf8)
    var runs: [(String, Bool)] = []
    var place = range.lowerBound
    func take(until end: Int, _ isMatch: Bool) {
      guard end > place else { return }
      let piece = bytes[place - range.lowerBound..<end - range.lowerBound]
      runs.append((String(decoding: piece, as: UTF8.self), isMatch))
      place = end
    }
    for match in matches {
      take(until: match.lowerBound, false)
      take(until: match.upperBound, true)
    }
    take(until: range.upperBound, false)
    return runs
  }
}
