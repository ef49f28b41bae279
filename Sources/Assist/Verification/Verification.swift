public import ParleyModel

/// What verification left of one answer.
public struct Verification: Sendable, Hashable {
  /// The stances that hold, in the order of the answer.
  public var positions: [Position] = []
  /// The figures that hold, in the order of the answer.
  public var figures: [Figure] = []
  /// How many stances the answer has, those not in the form included.
  public var proposedPositions = 0
  /// How many figures the answer has, those not in the form included.
  public var proposedFigures = 0
  /// What became of each stance that is in the form, in the order of the answer: why it was dropped;
  /// `nil` where it holds.
  public var positionVerdicts: [DropReason?] = []
  /// The same of each figure.
  public var figureVerdicts: [DropReason?] = []
  /// What was dropped, by reason.
  public var drops: [DropReason: Int] = [:]
  /// Who says it, where the two readers do not agree.
  public var findings: [Assistance.Finding] = []

  /// Makes the verification of an answer without items.
  public init() {}

  mutating func drop(_ reason: DropReason, _ count: Int = 1) {
    if count > 0 { drops[reason, default: 0] += count }
  }
}
