/// All that was read from one article.
public struct ArticleReading: Sendable, Hashable {
  /// The article, unaltered.
  public var article: Article
  /// Who says what, in the order of the text.
  public var attributions: [Attribution]
  /// Who wants what, in the order of the text.
  public var positions: [Position]
  /// The numbers that bear on the negotiation, in the order of the text.
  public var figures: [Figure]
  /// The moves that the article itself tells of.
  public var changes: [Change]
  /// What part a language model had; `nil` where none was asked.
  public var assistance: Assistance?

  /// Makes a reading from its parts.
  public init(
    article: Article, attributions: [Attribution], positions: [Position] = [],
    figures: [Figure] = [], changes: [Change] = [], assistance: Assistance? = nil
  ) {
    self.article = article
    self.attributions = attributions
    self.positions = positions
    self.figures = figures
    self.changes = changes
    self.assistance = assistance
  }
}
