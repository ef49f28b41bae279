/// A party as one article names it: known from the data files, or by its own name.
public struct PartyName: Sendable, Hashable {
  /// The name that readings use: of the side for those who speak for one ("Russia" for its
  /// president), else the fullest form in the article.
  public let name: String
  /// The index in the catalogue; `nil` for a party that no list knows.
  public let index: Int?

  /// Makes a name.
  public init(name: String, index: Int? = nil) {
    self.name = name
    self.index = index
  }
}

/// A stretch of tokens that names a party or a person.
public struct Mention: Sendable, Hashable {
  /// How the party is named.
  public enum Use: Sendable, Hashable {
    /// By its name.
    case name
    /// By an adjective ("Russian").
    case adjective
    /// By its people ("Russians").
    case people
    /// By a seat of government or a title that belongs to one side ("Kremlin").
    case seat
    /// By a person who speaks for it.
    case person
    /// Not at all: the words name a place.
    case place
    /// By a name that no list knows.
    case unknown
  }

  /// The tokens.
  public let tokens: Range<Int>
  /// How the party is named.
  public let use: Use
  /// The party; for a person without a side, the person.
  public internal(set) var party: PartyName
  /// Whether the words are a person's name.
  public internal(set) var isPerson: Bool
}
