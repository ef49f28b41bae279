public import ParleyModel

/// What made a position.
public struct PositionExplanation: Sendable {
  /// One feature that spoke for or against a decision.
  public struct Reason: Sendable, Hashable {
    /// What was seen, in words ("head: demand").
    public let name: String
    /// How much it spoke for the decision; below zero, against it. In units of log odds.
    public let weight: Double
  }

  /// The position.
  public let position: Position
  /// The rule of frames that read the clause ("ownVerb"); `nil` where none did and weights decided.
  public let rule: String?
  /// The act that the rule read; `nil` where there is no rule.
  public let ruleAct: Act?
  /// How the words for the holder were resolved ("name", "anaphor").
  public let holderRule: String?
  /// The chances of place, act, issue and holder, each 0 to 1.
  public let chances: [Double]
  /// What spoke most for and against the clause being a position, the strongest first.
  public let place: [Reason]
  /// What spoke most for and against the act.
  public let act: [Reason]
  /// What spoke most for and against the issue.
  public let issue: [Reason]
}
