internal import Fetching
internal import Intake

/// Some articles that are read together by one thread.
struct Batch: Sendable {
  /// The place of the batch among all, from 0.
  let index: Int
  let articles: [RawArticle]
}

/// Gives the articles of many inputs in batches.
struct BatchSource {
  private static let mostBytes = 1 << 16
  private static let mostArticles = 32

  private let mostArticles: Int
  private var source: ArticleInputs
  private var first: RawArticle?
  private var index = 0
  /// Whether the whole input is one file or page with one text.
  let isOneText: Bool

  /// Takes the articles of `inputs`, at most `mostArticles` in one batch.
  ///
  /// - Throws: `WebArchiveError`, `CancellationError`.
  init(_ inputs: ArticleInputs, mostArticles: Int? = nil) async throws {
    self.mostArticles = mostArticles ?? Self.mostArticles
    source = inputs
    first = try await source.next()
    isOneText =
      switch first {
      case .text, .page, .failure: source.count == 1 && !source.isInSeries
      case .line, nil: false
      }
  }

  /// The share of the input that was taken, 0 to 1; `nil` where its size is not known.
  var fraction: Double? { source.fraction }

  /// How many pages have not changed, and were passed over.
  var unchanged: Int { source.unchanged }

  /// Returns the next batch, or `nil` after the last.
  mutating func next() async throws -> Batch? {
    var articles: [RawArticle] = []
    var bytes = 0
    while bytes < Self.mostBytes, articles.count < mostArticles {
      guard let article = try await nextArticle() else { break }
      bytes += article.count
      articles.append(article)
      // The next page may take its time to come.
      if case .page = article { break }
    }
    guard !articles.isEmpty else { return nil }
    defer { index += 1 }
    return Batch(index: index, articles: articles)
  }

  private mutating func nextArticle() async throws -> RawArticle? {
    if let article = first.take() { return article }
    return try await source.next()
  }
}
