/// An answer that was looked at: what verification left of it, or why it is of no use.
public struct JudgedAnswer: Sendable, Hashable {
  /// What the model answered; `nil` where that could not be read.
  public var completion: Completion?
  /// What verification left; `nil` where the answer is of no use.
  public var verification: Verification?
  /// Why the answer is of no use; `nil` where it is of use.
  public var fault: AnswerFault?
}
