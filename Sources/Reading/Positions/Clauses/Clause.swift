public import Language

/// A stretch of text that may state a stance: a clause, a part of one, or a noun of action.
public struct Clause: Sendable {
  /// What heads the clause.
  public enum Kind: UInt8, Sendable, Hashable {
    /// A verb with a form that tells time ("will leave").
    case finite
    /// A verb that depends on another ("to leave", "leaving").
    case nonfinite
    /// An adjective or noun with a copula ("is ready").
    case predicative
    /// A noun that carries an act ("demand for").
    case nominal
  }

  /// One step up from the clause: the word that governs it, and how.
  public struct Governor: Sendable {
    /// The governing word.
    public let token: Int
    /// The relation by which the clause (or what stands between) hangs on it.
    public let relation: Relation
    /// The frames of the governing word.
    public let frames: [FrameLexicon.Match]
  }

  /// The head of the clause.
  public let head: Int
  /// What heads the clause.
  public let kind: Kind
  /// The tokens of the clause, without those of clauses coordinated with it.
  public let tokens: Range<Int>
  /// The head of the subject, of the clause itself or understood; `nil` where there is none.
  public let subject: Int?
  /// Whether the subject is understood from a clause above.
  public let isSubjectInherited: Bool
  /// Whether the clause is in the passive voice.
  public let isPassive: Bool
  /// The frames of the head.
  public let frames: [FrameLexicon.Match]
  /// The words above, from the nearest up, at most four.
  public let governors: [Governor]
  /// The auxiliaries, modals and negations of the head, in the order of the text.
  public let auxiliaries: [Int]
}
