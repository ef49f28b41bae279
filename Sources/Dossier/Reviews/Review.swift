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
  /// Others who decided otherwise about the same thing, each with their decision.
  public let dissent: [String: Verdict]
}

/// What a correction changes; `nil` leaves a field as it was read.
public struct Correction: Sendable, Hashable {
  /// The party.
  public var holder: String?
  /// The act.
  public var act: Act?
  /// The issue.
  public var issue: IssueCode?
  /// The addressee.
  public var addressee: String?
  /// The date that it is true of (EDTF).
  public var asOf: String?
  /// Held now or once.
  public var status: Position.Status?
  /// Where it stands in the text.
  public var range: ByteRange?

  /// Changes nothing yet.
  public init() {}

  /// Whether nothing is changed.
  public var isEmpty: Bool { self == Correction() }
}
