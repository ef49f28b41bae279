internal import GRDB
public import ParleyModel

/// A decision of a person as it stands in the record.
public struct ReviewEntry: Sendable, Hashable {
  /// What was decided about: a place in a text, and what was read there.
  public struct Subject: Sendable, Hashable {
    /// The version of the article.
    public let version: Int64
    /// The place.
    public let range: ByteRange
    /// The party that was read.
    public let holder: String
    /// The act that was read.
    public let act: String
    /// The issue that was read.
    public let issue: String
  }

  /// The number, by which it can be undone.
  public let number: Int64
  /// What was decided about.
  public let subject: Subject
  /// The decision.
  public let verdict: Verdict
  /// The place that the correction gives; `nil` if it leaves the place.
  public let corrected: ByteRange?
  /// Whether it takes the decision of somebody else as the last word.
  public let isSettlement: Bool
  /// Who decided.
  public let by: String
  /// When.
  public let at: Timestamp
}

extension Dossier {
  /// Returns the decisions that stand, the oldest first; those that were undone are left out.
  public func reviewLog() throws(DossierError) -> [ReviewEntry] {
    try read { database in
      try ReviewRecord.all(database).map { record in
        ReviewEntry(
          number: record.number,
          subject: ReviewEntry.Subject(
            version: record.version, range: record.range, holder: record.subject.holder ?? "",
            act: record.subject.act ?? "", issue: record.subject.issue ?? ""),
          verdict: record.verdict,
          corrected: record.correction.range, isSettlement: record.settles != nil, by: record.by,
          at: record.at)
      }
    }
  }
}
