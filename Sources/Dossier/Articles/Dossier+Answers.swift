internal import ByteStreams
internal import Foundation
internal import GRDB
internal import ParleyModel

extension Dossier {
  /// Returns the latest answer of `model` to the request of a name, as it was kept; `nil` where there
  /// is none.
  public func answer(to request: String, of model: String) throws(DossierError) -> [UInt8]? {
    let packed = try read { database in
      try Data.fetchOne(
        database,
        sql: """
          SELECT exchange FROM assisted WHERE request = ? AND model = ? ORDER BY id DESC LIMIT 1
          """, arguments: [request, model])
    }
    guard let packed else { return nil }
    return try Self.exchange(packed, path: path)
  }

  /// Returns what models were asked and answered for an article, in all its versions, the oldest
  /// first.
  ///
  /// - Throws: `.noSuch` if there is no such article.
  public func answers(for article: String) throws(DossierError) -> [[UInt8]] {
    _ = try latestVersion(of: article)
    let packed = try read { database in
      try Data.fetchAll(
        database,
        sql: """
          SELECT s.exchange FROM assisted AS s JOIN version AS v ON v.id = s.version
          JOIN article AS a ON a.id = v.article WHERE a.name = ? ORDER BY s.id
          """, arguments: [article])
    }
    var lines: [[UInt8]] = []
    for one in packed { lines.append(try Self.exchange(one, path: path)) }
    return lines
  }

  /// Whether the latest version of an article was read by `reader`, with or without a model's help.
  ///
  /// - Throws: `.noSuch` if there is no such article.
  public func isRead(_ article: String, by reader: String) throws(DossierError) -> Bool {
    let version = try latestVersion(of: article)
    return try read { database in
      try ReadingRecord.has(reader, of: version, in: database)
    }
  }

  /// Has the latest version of an article read again by `reader`, and adds that reading.
  ///
  /// - Returns: what came of it.
  /// - Throws: `.noSuch` if there is no such article; what reading throws.
  public func readAgain(_ article: String, by reader: DossierReader, at time: Timestamp)
    async throws -> DossierReader.Reading
  {
    let version = try latestVersion(of: article)
    let made = try await reader.read(
      try reading(of: article, version: version).article, for: self)
    try write { database in
      let record = ReadingRecord(database: database, time: time)
      try record.keep(made.answers, of: version)
      guard try !ReadingRecord.has(made.reader, of: version, in: database) else { return }
      try record.write(
        made.reading, document: Document.packed(made.reading), reader: made.reader,
        version: version)
    }
    return made
  }

  private static func exchange(_ packed: Data, path: String) throws(DossierError) -> [UInt8] {
    do {
      return try Gzip.decompress([UInt8](packed), limit: 64 << 20)
    } catch {
      throw DossierError(.damaged(found: "an answer cannot be unpacked: \(error)"), path: path)
    }
  }
}
