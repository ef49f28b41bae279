internal import Foundation
internal import GRDB
public import ParleyModel

/// An article of the dossier, in its latest version of a view.
public struct ArticleEntry: Sendable, Hashable {
  /// Its name in the dossier.
  public let name: String
  /// Its address; `nil` if unknown.
  public let address: String?
  /// The version.
  public let version: Int64
  /// How many versions there are, this one among them.
  public let versions: Int
  /// The title; `nil` if not stated.
  public let title: String?
  /// The outlet; `nil` if not stated.
  public let outlet: String?
  /// The day of publication; `nil` if not stated.
  public let published: CalendarDate?
  /// When the version came in.
  public let received: Timestamp
  /// The number of words.
  public let words: Int
  /// The SHA-256 of the original bytes.
  public let checksum: String
  /// The path or address that it came from.
  public let input: String
  /// The day by which the public knew it.
  public var knownOn: CalendarDate { published ?? received.date }
  /// Why it was retracted; `nil` if it stands.
  public let retracted: String?
}

extension Dossier {
  /// Returns the articles of a view, by day of publication and name; retracted ones only if asked for.
  public func articles(_ view: View = View(), retracted: Bool = false) throws(DossierError)
    -> [ArticleEntry]
  {
    try read { database in
      let visible = try VisibleVersions(database, view: view)
      let gone = try Row.fetchAll(
        database,
        sql:
          "SELECT version, reason FROM retraction WHERE version IN (\(VisibleVersions.retracted))")
      let reasons = Dictionary(
        gone.map { ($0[0] as Int64, $0[1] as String) }, uniquingKeysWith: { $1 })
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT v.id, a.name, a.address, v.title, v.outlet, v.published, v.received, v.words,
            v.original, v.input, (SELECT COUNT(*) FROM version WHERE article = a.id)
          FROM version AS v JOIN article AS a ON a.id = v.article
          """)
      var entries: [ArticleEntry] = []
      while let row = try rows.next() {
        let version: Int64 = row[0]
        let reason = reasons[version]
        guard visible.facts[version] != nil || (retracted && reason != nil),
          let received = Timestamp(row[6] as String)
        else { continue }
        entries.append(
          ArticleEntry(
            name: row[1], address: row[2], version: version, versions: row[10], title: row[3],
            outlet: row[4], published: (row[5] as String?).flatMap { CalendarDate(iso: $0) },
            received: received, words: row[7], checksum: row[8], input: row[9], retracted: reason))
      }
      return entries.sorted {
        ($0.published?.dayNumber ?? 0, $0.name) < ($1.published?.dayNumber ?? 0, $1.name)
      }
    }
  }

  /// Returns the reading of an article: of its latest version, or of the one asked for.
  ///
  /// - Throws: `.noSuch` if there is no such article or version.
  public func reading(of article: String, version: Int64? = nil) throws(DossierError)
    -> ArticleReading
  {
    let wanted: Int64
    if let version { wanted = version } else { wanted = try latestVersion(of: article) }
    let path = path
    let found = try read { database in
      try Document.current(of: wanted, in: database, path: path)
    }
    guard let found else { throw DossierError(.noSuch(what: "article", name: article), path: path) }
    return found
  }

  /// Returns the original bytes of a version; `nil` if its file is gone.
  public func original(_ entry: ArticleEntry) -> [UInt8]? {
    OriginalStore(dossier: path).bytes(entry.checksum)
  }

  /// Marks an article as retracted, in all its versions: it stays in the record, and no view counts
  /// it.
  ///
  /// - Throws: `.noSuch` if there is no such article; `.badRequest` if it was retracted already.
  public func retract(_ article: String, reason: String, by: String, at time: Timestamp)
    throws(DossierError)
  {
    _ = try latestVersion(of: article)
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO retraction(version, reason, by, at)
          SELECT v.id, ?, ?, ? FROM version AS v JOIN article AS a ON a.id = v.article
          WHERE a.name = ? AND v.id NOT IN (\(VisibleVersions.retracted))
          """, arguments: [reason, by, time.description, article])
      try requireChange(database, "the article '\(article)' was retracted already")
    }
  }

  /// Takes the retraction of an article back; both stay in the record.
  ///
  /// - Throws: `.noSuch` if there is no such article; `.badRequest` if it is not retracted.
  public func liftRetraction(
    of article: String, reason: String, by: String, at time: Timestamp
  ) throws(DossierError) {
    _ = try latestVersion(of: article)
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO retraction(version, reason, by, at, lifted)
          SELECT r.version, ?, ?, ?, r.id FROM retraction AS r
          JOIN version AS v ON v.id = r.version JOIN article AS a ON a.id = v.article
          WHERE a.name = ? AND r.lifted IS NULL
            AND r.id NOT IN (SELECT lifted FROM retraction WHERE lifted IS NOT NULL)
          """, arguments: [reason, by, time.description, article])
      try requireChange(database, "the article '\(article)' is not retracted")
    }
  }

  private func requireChange(_ database: Database, _ found: String) throws(DossierError) {
    guard database.changesCount == 0 else { return }
    throw DossierError(
      .badRequest(found: found, advice: "see what is there with: parley articles \(path)"),
      path: path)
  }
}
