public import ParleyModel

/// What moved in the stance of a party on an issue, and why Parley says so.
public struct Movement: Sendable, Hashable {
  /// The kinds of movement.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The first stance of the party on the issue.
    case new
    /// The party wants less, or gives more.
    case softened
    /// The party wants more, or gives less.
    case hardened
    /// The stance is told to be held no longer.
    case dropped
    /// Reports of the same days exclude each other.
    case contradicted
    /// Something else, without a direction.
    case changed
  }

  /// Who says that it moved.
  public enum Ground: String, Sendable, Hashable {
    /// An article tells of it.
    case told
    /// Two stances were compared.
    case compared
  }

  /// What moved.
  public let kind: Kind
  /// The party.
  public let party: String
  /// The issue.
  public let issue: IssueCode
  /// The day from which it is so; `nil` if unknown.
  public let day: CalendarDate?
  /// The stance before; `nil` if there was none, or it is not in the record.
  public internal(set) var before: Stance?
  /// The stance after; `nil` if an article tells of the movement without one.
  public let after: Stance?
  /// Who says so.
  public let ground: Ground
  /// Why, in a few words.
  public let why: String
  /// The words that tell of it; `nil` where stances were compared.
  public internal(set) var told: Told?

  /// The words of an article that tell of a movement.
  public struct Told: Sendable, Hashable {
    let version: Int64
    /// The article.
    public let article: String
    /// The day by which the public knew it.
    public let knownOn: CalendarDate
    /// Where the words stand.
    public let range: ByteRange
    /// The words.
    public let words: String
    /// Other articles that carry the same report of it.
    public internal(set) var copies: [String] = []
  }
}
