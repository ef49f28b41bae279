public import ParleyModel

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
