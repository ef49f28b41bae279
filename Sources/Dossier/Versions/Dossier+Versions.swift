internal import GRDB
public import ParleyModel

/// One state of an article's bytes.
public struct VersionEntry: Sendable, Hashable {
  /// The version.
  public let version: Int64
  /// The title; `nil` if not stated.
  public let title: String?
  /// The day of publication; `nil` if not stated.
  public let published: CalendarDate?
  /// When it came in.
  public let received: Timestamp
  /// The number of words.
  public let words: Int
  /// The SHA-256 of the original bytes.
  public let checksum: String
  /// The readers that read it, in the order of their readings.
  public let readers: [String]
  /// Why it was retracted; `nil` if it stands.
  public let retracted: String?
}

extension Dossier {
  /// Returns all versions of an article, the first to come in first.
  ///
  /// - Throws: `.noSuch` if there is no such article.
  public func versions(of article: String) throws(DossierError) -> [VersionEntry] {
    let found = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT v.id, v.title, v.published, v.received, v.words, v.original,
            (SELECT reason FROM retraction WHERE version = v.id
              AND version IN (\(VisibleVersions.retracted)) ORDER BY id DESC LIMIT 1)
          FROM version AS v JOIN article AS a ON a.id = v.article WHERE a.name = ?
          ORDER BY v.received, v.published, v.original
          """, arguments: [article]
      ).map { row in
        let version: Int64 = row[0]
        return VersionEntry(
          version: version, title: row[1],
          published: (row[2] as String?).flatMap { CalendarDate(iso: $0) },
          received: Timestamp(row[3] as String) ?? Timestamp(seconds: 0), words: row[4],
          checksum: row[5],
          readers: try String.fetchAll(
            database, sql: "SELECT reader FROM reading WHERE version = ? ORDER BY id",
            arguments: [version]), retracted: row[6])
      }
    }
    guard !found.isEmpty else {
      throw DossierError(.noSuch(what: "article", name: article), path: path)
    }
    return found
  }

  /// Returns what is different between two versions of an article.
  public func difference(of article: String, from old: Int64, to new: Int64) throws(DossierError)
    -> TextDifference
  {
    func paragraphs(_ version: Int64) throws(DossierError) -> [String] {
      let text = try reading(of: article, version: version).article
      return text.paragraphs.map(text.words)
    }
    return TextDifference(from: try paragraphs(old), to: try paragraphs(new))
  }
}
