public import ParleyModel

/// Reads articles for a dossier: Parley's own reader, or that with a language model's help.
public struct DossierReader: Sendable {
  /// What came of one article.
  public struct Reading: Sendable {
    /// What was read.
    public let reading: ArticleReading
    /// Which readers made it, and how: what it is kept under.
    public let reader: String
    /// What a model was asked and answered now.
    public let answers: [KeptAnswer]
    /// What a model was asked, answered or not; `nil` where none was.
    public let assistance: Assistance?
    /// What people should know of it; `nil` for nothing.
    public let message: String?

    /// Makes the outcome from its parts.
    public init(
      _ reading: ArticleReading, reader: String, answers: [KeptAnswer] = [],
      assistance: Assistance? = nil, message: String? = nil
    ) {
      self.reading = reading
      self.reader = reader
      self.answers = answers
      self.assistance = assistance
      self.message = message
    }
  }

  /// What a reading is kept under that lacks nothing.
  public let name: String
  /// Whether a model is asked, so that each article takes its time and may cost.
  public let isAssisted: Bool
  private let body: @Sendable (Article, Dossier) async throws -> Reading

  /// Reads by `body`, which may look into the dossier for what was answered before.
  public init(
    name: String, isAssisted: Bool = false,
    _ body: @escaping @Sendable (Article, Dossier) async throws -> Reading
  ) {
    self.name = name
    self.isAssisted = isAssisted
    self.body = body
  }

  /// Reads an article for `dossier`.
  ///
  /// - Throws: `DossierError`, `CancellationError`.
  public func read(_ article: Article, for dossier: Dossier) async throws -> Reading {
    try await body(article, dossier)
  }
}
