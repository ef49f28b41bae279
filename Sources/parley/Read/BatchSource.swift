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
  private var source: ArticleSource
  private var first: RawArticle?
  private var index = 0
  /// Whether the whole input is one file with one text.
  let isOneText: Bool

  /// Takes the articles of `inputs`, at most `mostArticles` in one batch.
  init(_ inputs: [String], mostArticles: Int? = nil) {
    self.mostArticles = mostArticles ?? Self.mostArticles
    source = ArticleSource(inputs)
    first = source.next()
    isOneText =
      switch first {
      case .text, .failure: inputs.count == 1
      case .line, nil: false
      }
  }

  /// The share of the input that was taken, 0 to 1; `nil` where its size is not known.
  var fraction: Double? { source.fraction }

  /// Returns the next batch, or `nil` after the last.
  mutating func next() -> Batch? {
    var articles: [RawArticle] = []
    var bytes = 0
    while bytes < Self.mostBytes, articles.count < mostArticles {
      guard let article = first.take() ?? source.next() else { break }
      bytes += article.count
      articles.append(article)
    }
    guard !articles.isEmpty else { return nil }
    defer { index += 1 }
    return Batch(index: index, articles: articles)
  }
}
