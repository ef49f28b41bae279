public import ParleyModel

/// What a person decided about something that was read.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// The reading is right.
  case accept
  /// The reading is right but for what the correction says.
  case correct
  /// The reading is wrong.
  case reject
  /// The reader missed it.
  case add
}

/// The last decision about a stance.
public struct ReviewMark: Sendable, Hashable {
  /// The decision.
  public let verdict: Verdict
  /// Who decided.
  public let by: String
  /// When.
  public let at: Timestamp
  /// Why; `nil` if nothing was said.
  public let reason: String?
  /// The number of the review in the dossier.
  public let number: Int64
  /// Whether it was made to settle a difference of others.
  public let isSettled: Bool
  /// Others who decided otherwise about the same thing since it was settled last, by name.
  public let dissent: [Dissent]

  /// What somebody else decided.
  public struct Dissent: Sendable, Hashable {
    /// Who decided.
    public let by: String
    /// The decision.
    public let verdict: Verdict
    /// The number of the review in the dossier.
    public let number: Int64
    /// Why; `nil` if nothing was said.
    public let reason: String?
    /// The party as they left it.
    public let holder: String?
    /// The act as they left it.
    public let act: Act?
    /// The issue as they left it.
    public let issue: IssueCode?
    /// The addressee as they left it; `nil` if not stated.
    public let addressee: String?
    /// The date as they left it (EDTF); `nil` if not stated.
    public let asOf: String?
    /// The place as they left it.
    public let range: ByteRange?
  }
}
