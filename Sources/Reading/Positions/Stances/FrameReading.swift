public import ParleyModel

/// What the frames alone make of a clause: an act, and where its holder is to be sought.
public struct FrameReading: Sendable, Hashable {
  /// Where the holder stands.
  public enum Holder: UInt8, Sendable, Hashable {
    /// The subject of the clause.
    case subject
    /// The one whose words the clause stands in.
    case speaker
    /// The subject of the word above that carries the act.
    case governor
    /// The one by whom it is done ("rejected by Kyiv").
    case agent
    /// The one to whom the noun belongs ("Moscow's demand").
    case possessor
  }

  /// The rule that read it; the cases' comments are example sentences.
  public enum Rule: UInt8, Sendable, Hashable, CaseIterable {
    /// "Kyiv rejected the plan."
    case ownVerb
    /// "The plan was rejected by Kyiv."
    case passive
    /// "Kyiv would not accept the plan."
    case negatedOwnVerb
    /// "Moscow must accept the plan", she said.
    case obligation
    /// "Moscow refused to withdraw."
    case governedBySubject
    /// "Moscow urged Kyiv to withdraw."
    case governedByObject
    /// "Kyiv would withdraw", she said.
    case undertaking
    /// "Kyiv would not withdraw", she said.
    case negatedUndertaking
    /// "We will strike back", she said.
    case harm
    /// "Kyiv is ready to talk."
    case adjective
    /// "Such terms are unacceptable", she said.
    case judgement
    /// "Moscow's demand for land"
    case noun
    /// "Stop the attacks", she said.
    case imperative
  }

  /// The act.
  public let act: Act
  /// The rule.
  public let rule: Rule
  /// Where the holder stands.
  public let holder: Holder
}
