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
  /// Others who decided otherwise about the same thing, each with their decision.
  public let dissent: [String: Verdict]
}
