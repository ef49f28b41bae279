internal import GRDB

extension Dossier {
  /// Names the state of the record: it changes whenever anything is added to it, and is the same
  /// while nothing is.
  public func revision() throws(DossierError) -> String {
    try read { database in
      let tables = [
        "version", "reading", "review", "retraction", "acknowledgement", "party",
      ]
      let counts = try tables.map { table in
        try Int64.fetchOne(database, sql: "SELECT MAX(id) FROM \(table)") ?? 0
      }
      let names = try Int64.fetchOne(database, sql: "SELECT COUNT(*) FROM party_name") ?? 0
      let title = try String.fetchOne(
        database, sql: "SELECT value FROM setting WHERE name = 'title'")
      return (counts + [names]).map(String.init).joined(separator: ".") + "." + (title ?? "")
    }
  }
}
