public import DataFiles
public import Language
public import ParleyModel

/// Reads articles: who says what.
///
/// Loaded once and shared by all threads.
public struct Reader: Sendable {
  private let language: LanguageModel

  /// Loads the models and word lists.
  ///
  /// - Throws: which data file is missing or malformed.
  public init(_ data: DataFolder) throws(DataError) {
    language = try LanguageModel(data)
  }

  /// Returns all that `article` says.
  public func read(_ article: Article) -> ArticleReading {
    ArticleReading(article: article, attributions: [])
  }

  /// Returns `article` cut into tokens and sentences, with tags and heads.
  public func annotate(_ article: Article) -> AnnotatedText { language.annotate(article) }
}
