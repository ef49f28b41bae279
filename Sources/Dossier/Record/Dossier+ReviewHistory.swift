internal import GRDB
internal import JSONBytes
internal import ParleyModel

/// A line of the log of reviews: what somebody decided, also where it was taken back later.
struct ReviewLine: Sendable {
  /// The number.
  let number: Int64
  /// The article's name in the dossier.
  let article: String
  /// What was decided: accept, correct, reject, add, or undo.
  let verdict: String
  /// The name of the stance that it is about.
  let stance: String
  /// Where the stance stands, in bytes of the text.
  let range: ByteRange
  /// The review that it takes back; `nil` for others.
  let undoes: Int64?
  /// The review whose decision it takes as the last word; `nil` for others.
  let settles: Int64?
  /// Why; `nil` if nothing was said.
  let reason: String?
  /// Who decided.
  let by: String
  /// When.
  let at: Timestamp
  let subject: ReviewRecord.Fields
  let correction: ReviewRecord.Fields

  /// What the stance was when it was reviewed, as JSON.
  func writeSubject(to output: inout JSONOutput) { subject.write(to: &output) }
  /// What should be otherwise, as JSON; an empty object if nothing.
  func writeCorrection(to output: inout JSONOutput) { correction.write(to: &output) }
}

extension Dossier {
  /// Returns all that people decided about stances, the oldest first.
  func reviewHistory() throws(DossierError) -> [ReviewLine] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT r.id, a.name, r.verdict, r.start, r.end, r.undoes, r.reason, r.by, r.at, r.subject,
            r.correction, r.settles
          FROM review AS r JOIN version AS v ON v.id = r.version
          JOIN article AS a ON a.id = v.article WHERE r.kind = 'stance' ORDER BY r.id
          """
      ).compactMap { row in
        guard let at = Timestamp(row[8] as String) else { return nil }
        let subject = ReviewRecord.Fields(row[9])
        return ReviewLine(
          number: row[0], article: row[1], verdict: row[2],
          stance: Stance.id(
            article: row[1], start: row[3], end: row[4], holder: subject.holder ?? "",
            act: subject.act ?? "", issue: subject.issue ?? ""),
          range: ByteRange(row[3], row[4]), undoes: row[5], settles: row[11], reason: row[6],
          by: row[7], at: at,
          subject: subject, correction: ReviewRecord.Fields(row[10]))
      }
    }
  }
}
