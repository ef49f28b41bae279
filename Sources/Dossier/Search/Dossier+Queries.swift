internal import GRDB
internal import ParleyModel

extension Dossier {
  /// Searches the stances and the articles of a view, best first (BM25).
  ///
  /// The query is SQLite's: words, all of which must stand there; `withdraw*` for beginnings;
  /// `"full withdrawal"` for phrases; `AND`, `OR`, `NOT`, `NEAR(a b, 5)`, parentheses;
  /// `title: word` for titles of articles only. Words are compared by their stems, without letter
  /// case and diacritics.
  ///
  /// - Parameters:
  ///   - filter: which stances are wanted; an article is found if it has one, or where only days are
  ///     asked for, if it was published on such a day.
  ///   - limit: how many stances and how many articles at most.
  /// - Throws: `.badRequest` if the query is malformed.
  /// - Source: https://www.sqlite.org/fts5.html
  public func search(
    _ query: String, _ filter: StanceFilter = StanceFilter(), view: View = View(), limit: Int = 20
  ) throws(DossierError) -> SearchResult {
    let patterns = try SearchPatterns(query, path: path)
    let path = path
    return try read { database in
      let search = Searcher(
        loader: try StanceLoader(database: database, view: view, path: path), filter: filter,
        view: view, limit: limit)
      return SearchResult(
        query: query, stances: try patterns.stances.map(search.stances) ?? [],
        articles: try patterns.articles.map(search.articles) ?? [])
    }
  }
}

/// What a query means for either index; `nil` where it asks for a column that the index has not.
private struct SearchPatterns {
  let articles: FTS5Pattern?
  let stances: FTS5Pattern?

  init(_ query: String, path: String) throws(DossierError) {
    guard query.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw DossierError(
        .badRequest(
          found: "the query '\(query)' has no words",
          advice: "give at least one word, or the beginning of one and a star"), path: path)
    }
    // A pattern that one index refuses may ask for a column of the other.
    stances = try? FTS5Pattern(rawPattern: query, allowedColumns: ["words"])
    do {
      articles = try FTS5Pattern(rawPattern: query, allowedColumns: ["title", "body"])
    } catch {
      articles = nil
      guard stances == nil else { return }
      let reason = (error as? DatabaseError)?.message ?? "\(error)"
      throw DossierError(
        .badRequest(
          found: "the query '\(query)' is malformed: \(reason)",
          advice: """
            put words with other signs than letters and digits in double quotes ("cease-fire"); AND, \
            OR and NOT stand between words
            """), path: path)
    }
  }
}
