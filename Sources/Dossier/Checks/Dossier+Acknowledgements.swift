internal import GRDB

extension Dossier {
  /// Records that a finding needs no more attention.
  ///
  /// - Parameter finding: its name (``CheckFinding/id``).
  public func acknowledge(_ finding: String, reason: String, by: String, at time: Timestamp)
    throws(DossierError)
  {
    try write { database in
      try database.execute(
        sql: "INSERT INTO acknowledgement(finding, reason, by, at) VALUES (?, ?, ?, ?)",
        arguments: [finding, reason, by, time.description])
    }
  }

  /// Takes the acknowledgements of a finding back; they stay in the record, marked.
  ///
  /// - Throws: `.noSuch` if none stands.
  public func liftAcknowledgement(
    of finding: String, reason: String, by: String, at time: Timestamp
  ) throws(DossierError) {
    let path = path
    try write { database in
      let standing = try Int64.fetchAll(
        database, sql: "\(Self.standing) AND finding = ? ORDER BY id", arguments: [finding])
      guard !standing.isEmpty else {
        throw DossierError(.noSuch(what: "acknowledgement of", name: finding), path: path)
      }
      for number in standing {
        try database.execute(
          sql:
            "INSERT INTO acknowledgement(finding, reason, by, at, lifted) VALUES (?, ?, ?, ?, ?)",
          arguments: [finding, reason, by, time.description, number])
      }
    }
  }

  /// The acknowledgements that stand, by finding; the latest where there are several.
  public func acknowledgements() throws(DossierError) -> [String: Acknowledgement] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT finding, reason, by, at FROM acknowledgement WHERE id IN (\(Self.standing))
          ORDER BY id
          """)
      var notes: [String: Acknowledgement] = [:]
      for row in rows {
        guard let at = Timestamp(row[3] as String) else { continue }
        notes[row[0]] = Acknowledgement(reason: row[1], by: row[2], at: at)
      }
      return notes
    }
  }

  /// A query for the numbers of those that were not taken back.
  private static let standing = """
    SELECT id FROM acknowledgement WHERE lifted IS NULL
      AND id NOT IN (SELECT lifted FROM acknowledgement WHERE lifted IS NOT NULL)
    """
}
