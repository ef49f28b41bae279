/// Through whom the words of a source reached the article.
package struct Relay: Sendable, Hashable {
  /// What the link is named by.
  package enum Name: Sendable, Hashable {
    /// The name with this number among the mentions.
    case mention(Int)
    /// Words that are no name ("state television").
    case words(Range<Int>)
  }

  /// What the link is named by.
  package let name: Name
  /// The words that name the link.
  package let words: Range<Int>
  /// Whether the link reports what the source said elsewhere, hence stands nearer to the article's
  /// outlet than one that the source spoke to.
  package let isOuter: Bool
  /// Whether it is a body or person rather than an outlet.
  package var isBody = false
}

/// The words of one attribution, as tokens.
package struct AttributedTokens: Sendable {
  /// The words that name the source.
  package let source: [Range<Int>]
  /// The words that attribute.
  package let cue: [Range<Int>]
  /// What is attributed.
  package let content: [Range<Int>]

  /// Makes the words of one attribution.
  package init(source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>]) {
    self.source = source
    self.cue = cue
    self.content = content
  }
}
