internal import GRDB

extension Dossier {
  /// A version whose text has the words that were looked for.
  public struct Hit: Sendable, Hashable {
    /// The version.
    public let version: Int64
    /// How well it fits: the higher, the better.
    public let rank: Double
  }

  /// Returns the versions that have all words of `words`, the best first.
  ///
  /// Words are compared without their endings and accents. Operators of the index have no meaning:
  /// every word stands for itself.
  ///
  /// - Parameter limit: at most so many.
  /// - Source: BM25, as SQLite's FTS5 computes it.
  public func versions(with words: String, limit: Int = 200) throws(DossierError) -> [Hit] {
    let terms = words.split { !($0.isLetter || $0.isNumber) }.prefix(32)
    guard !terms.isEmpty else { return [] }
    let match = terms.map { "\"\($0)\"" }.joined(separator: " ")
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT rowid, -bm25(article_text, 4.0, 1.0) FROM article_text
          WHERE article_text MATCH ? ORDER BY 2 DESC, 1 LIMIT ?
          """, arguments: [match, limit]
      ).map { Hit(version: $0[0], rank: $0[1]) }
    }
  }
}
