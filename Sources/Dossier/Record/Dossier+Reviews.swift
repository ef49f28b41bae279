internal import GRDB
public import ParleyModel

extension Dossier {
  /// Records what a person decided about a stance of the record.
  ///
  /// - Parameters:
  ///   - id: the stance's name (``Stance/id``).
  ///   - correction: what should be otherwise, for ``Verdict/correct``.
  /// - Returns: the number of the review, by which it can be undone.
  /// - Throws: `.noSuch` if there is no such stance; `.badRequest` if a correction changes nothing.
  @discardableResult
  public func review(
    _ id: String, _ verdict: Verdict, correction: Correction = Correction(), reason: String? = nil,
    by: String, at time: Timestamp
  ) throws(DossierError) -> Int64 {
    guard (verdict == .correct) != correction.isEmpty else {
      throw DossierError(
        .badRequest(
          found: verdict == .correct
            ? "the correction of '\(id)' changes nothing"
            : "only a correction changes fields, and '\(id)' is to be \(verdict.rawValue)ed",
          advice: "say which field is wrong, or accept or reject the stance"), path: path)
    }
    let found = try stances(View(), rejected: true).first { $0.id == id }
    guard let stance = found else {
      throw DossierError(.noSuch(what: "stance", name: id), path: path)
    }
    return try record(stance, verdict, correction, reason, by, time)
  }

  /// Records a stance that the reader missed.
  ///
  /// - Parameter article: the article's name; its latest version is meant.
  /// - Throws: `.noSuch` if there is no such article.
  @discardableResult
  public func addStance(
    to article: String, range: ByteRange, holder: String, act: Act, issue: IssueCode,
    correction: Correction = Correction(), reason: String? = nil, by: String, at time: Timestamp
  ) throws(DossierError) -> Int64 {
    let version = try latestVersion(of: article)
    var subject = ReviewRecord.Fields()
    subject.holder = holder
    subject.act = act.rawValue
    subject.issue = issue.rawValue
    subject.addressee = correction.addressee
    subject.asOf = correction.asOf
    subject.status = correction.status?.rawValue
    return try insert(version, range, subject, .add, ReviewRecord.Fields(), reason, by, time)
  }

  /// Takes a review back; it stays in the record, marked.
  ///
  /// - Throws: `.noSuch` if there is no such review, or it was taken back already.
  public func undoReview(_ number: Int64, by: String, at time: Timestamp) throws(DossierError) {
    let path = path
    try write { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT version, kind, start, end, subject FROM review AS r WHERE id = ?
            AND verdict <> 'undo' AND NOT EXISTS(SELECT 1 FROM review WHERE undoes = r.id)
          """, arguments: [number])
      guard let row else {
        throw DossierError(
          .noSuch(what: "review that stands, number", name: "\(number)"), path: path)
      }
      try database.execute(
        sql: """
          INSERT INTO review(version, kind, start, end, subject, verdict, undoes, by, at)
          VALUES (?, ?, ?, ?, ?, 'undo', ?, ?, ?)
          """,
        arguments: [row[0], row[1], row[2], row[3], row[4], number, by, time.description]
          as StatementArguments)
    }
  }

  /// Takes what somebody decided as the last word on a stance about which people differ.
  ///
  /// - Parameter number: the review whose decision is taken.
  /// - Returns: the number of the review that says so.
  /// - Throws: `.noSuch` if there is no such review, or it was taken back.
  @discardableResult
  public func settle(
    _ number: Int64, reason: String? = nil, by: String, at time: Timestamp
  ) throws(DossierError) -> Int64 {
    let path = path
    return try write { database in
      try database.execute(
        sql: """
          INSERT INTO review(version, kind, start, end, subject, verdict, correction, settles,
            reason, by, at)
          SELECT version, kind, start, end, subject, verdict, correction, id, ?, ?, ?
          FROM review AS r WHERE id = ? AND verdict <> 'undo'
            AND NOT EXISTS(SELECT 1 FROM review WHERE undoes = r.id)
          """, arguments: [reason, by, time.description, number])
      guard database.changesCount > 0 else {
        throw DossierError(
          .noSuch(what: "review that stands, number", name: "\(number)"), path: path)
      }
      return database.lastInsertedRowID
    }
  }

  /// The version of an article that came in last.
  func latestVersion(of article: String) throws(DossierError) -> Int64 {
    let found = try read { database in
      try Int64.fetchOne(
        database,
        sql: """
          SELECT v.id FROM version AS v JOIN article AS a ON a.id = v.article WHERE a.name = ?
          ORDER BY v.received DESC, v.published DESC, v.original DESC LIMIT 1
          """, arguments: [article])
    }
    guard let found else { throw DossierError(.noSuch(what: "article", name: article), path: path) }
    return found
  }

  private func record(
    _ stance: Stance, _ verdict: Verdict, _ correction: Correction, _ reason: String?,
    _ by: String, _ time: Timestamp
  ) throws(DossierError) -> Int64 {
    var subject = ReviewRecord.Fields(stance)
    subject.range = nil
    var changes = ReviewRecord.Fields()
    changes.holder = correction.holder
    changes.act = correction.act?.rawValue
    changes.issue = correction.issue?.rawValue
    changes.addressee = correction.addressee
    changes.asOf = correction.asOf
    changes.status = correction.status?.rawValue
    changes.range = correction.range
    return try insert(
      stance.version, stance.range, subject, verdict, changes, reason, by, time)
  }

  private func insert(
    _ version: Int64, _ range: ByteRange, _ subject: ReviewRecord.Fields, _ verdict: Verdict,
    _ correction: ReviewRecord.Fields, _ reason: String?, _ by: String, _ time: Timestamp
  ) throws(DossierError) -> Int64 {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO review(version, kind, start, end, subject, verdict, correction, reason, by, at)
          VALUES (?, 'stance', ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          version, range.lowerBound, range.upperBound, subject.json, verdict.rawValue,
          correction.json, reason, by, time.description,
        ])
      return database.lastInsertedRowID
    }
  }
}
