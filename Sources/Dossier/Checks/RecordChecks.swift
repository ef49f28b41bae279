internal import DataFiles
internal import GRDB
internal import ParleyModel

/// Looks at what the record keeps: originals, and what is left of retracted articles.
struct RecordChecks {
  let database: Database
  let versions: VisibleVersions
  let originals: OriginalStore

  /// Originals that are gone, or have other bytes than came in.
  func kept() throws -> [CheckFinding] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT a.name, v.outlet, v.published, v.original, v.sidecar FROM version AS v
          JOIN article AS a ON a.id = v.article ORDER BY a.name, v.original
        """)
    return rows.flatMap { row in
      [row[3] as String?, row[4] as String?].compactMap { $0 }.compactMap { checksum in
        let bytes = originals.bytes(checksum)
        if let bytes, Checksum.of(bytes) == checksum { return nil }
        let article: String = row[0]
        return CheckFinding(
          .originals, .high, key: [article, checksum],
          summary: bytes == nil ? "the original is gone" : "the original was altered",
          reason: bytes == nil
            ? "originals/\(checksum.prefix(2))/\(checksum) is not there"
            : "originals/\(checksum.prefix(2))/\(checksum) has other bytes than came in",
          evidence: [
            CheckFinding.Evidence(
              article: article, outlet: row[1],
              published: (row[2] as String?).flatMap { CalendarDate(iso: $0) }, range: nil,
              words: "", note: nil)
          ],
          settle: "put the file back from a copy of the dossier; the readings are not touched")
      }
    }
  }

  /// What still counts though an article was retracted: its copies, and its earlier versions.
  func retracted() throws -> [CheckFinding] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT r.version, r.reason, v.article FROM retraction AS r
          JOIN version AS v ON v.id = r.version
        WHERE r.version IN (\(VisibleVersions.retracted)) AND r.lifted IS NULL ORDER BY r.version
        """)
    return try rows.flatMap { row -> [CheckFinding] in
      let version: Int64 = row[0]
      let copies = try Int64.fetchAll(
        database,
        sql: "SELECT b FROM copy WHERE a = ?1 UNION SELECT a FROM copy WHERE b = ?1 ORDER BY 1",
        arguments: [version])
      let earlier = versions.byArticle[row[2] as Int64].map { [$0] } ?? []
      return (copies + earlier).compactMap { other in
        guard let facts = versions.facts[other] else { return nil }
        let isCopy = copies.contains(other)
        return CheckFinding(
          .retracted, .medium, key: [String(version), facts.article, String(isCopy)],
          summary: isCopy
            ? "a copy of a retracted article still counts"
            : "an earlier version of a retracted article counts instead",
          reason: "retracted was: \(row[1] as String)",
          evidence: [
            CheckFinding.Evidence(
              article: facts.article, outlet: facts.outlet, published: facts.published, range: nil,
              words: "", note: nil)
          ],
          settle: "see whether the reason holds for it too; if so: parley retract")
      }
    }
  }
}
