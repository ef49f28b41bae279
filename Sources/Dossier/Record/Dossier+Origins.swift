internal import GRDB

extension Dossier {
  /// Returns which articles of a view go back to one report.
  public func origins(_ view: View = View()) throws(DossierError) -> OriginGroups {
    try read { database in
      try OriginGroups(database, of: try VisibleVersions(database, view: view))
    }
  }
}

extension OriginGroups {
  /// Ties the versions together by the pairs that the record has of them.
  init(_ database: Database, of versions: VisibleVersions) throws {
    let pairs = try Row.fetchAll(database, sql: "SELECT a, b, share FROM copy ORDER BY a, b")
    self.init(
      versions.facts.keys, pairs: pairs.map { CopyPair(a: $0[0], b: $0[1], share: $0[2]) })
  }
}
