public import ParleyModel

/// What a word does in a stance.
public struct Frame: Sendable, Hashable {
  /// What the word carries.
  public enum Force: UInt8, Sendable, Hashable, CaseIterable {
    case demand, propose, offer, accept, reject, threaten
    /// A verb of saying.
    case say
    /// Something bad for another, something good, or bringing something to an end.
    case harm, good, stop
    /// Modality: necessity, will, possibility, condition.
    case must, will, can, `if`
    /// Negation.
    case no

    /// The act, if the word carries one.
    public var act: Act? { Act(rawValue: String(describing: self)) }
  }

  /// What kind of word it is.
  public enum Word: UInt8, Sendable, Hashable { case verb, noun, adjective, adverb }

  /// Who does what the words after it tell.
  public enum Control: UInt8, Sendable, Hashable {
    /// Its own subject ("offered to leave").
    case subject
    /// Its object ("urged them to leave").
    case object
    /// Not told.
    case content
    /// Does not apply.
    case none
  }

  /// What the word carries.
  public let force: Force
  /// What kind of word it is.
  public let word: Word
  /// Who does what the words after it tell.
  public let control: Control
}
