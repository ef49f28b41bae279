/// A side that is known by name: a state, a body, an armed group, a political party.
public struct Party: Sendable, Hashable {
  /// What kind of side it is.
  public enum Kind: Sendable, Hashable {
    /// A state, or a land that negotiates like one.
    case state
    /// A union or alliance of states.
    case union
    /// Any other body, by the word that the data file gives ("armed group", "court").
    case body(String)
  }

  /// The name that readings use ("Russia").
  public let name: String
  /// What kind of side it is.
  public let kind: Kind
  /// The ISO 3166-1 alpha-2 code; `nil` for what has none.
  public let alpha2: String?
  /// The ISO 3166-1 alpha-3 code; `nil` for what has none.
  public let alpha3: String?
  /// The Wikidata item ("Q159"); `nil` where the data file names none.
  public let wikidata: String?
}

/// A person who speaks for a side, and when.
struct Person: Sendable {
  /// The full name.
  let name: String
  /// The index of the party.
  let party: Int
  /// The surname, folded, in each of its spellings.
  let surnames: [String]
  /// Whether the surname stands for the person without the full name in the article.
  let isKnownBySurname: Bool
  /// The months in office (year * 12 + month, the end exclusive); empty: always.
  let terms: [Range<Int>]
}

/// What a name in the catalogue stands for.
enum NameUse: Sendable, Hashable {
  /// The party itself; `needsContext`: only where the article names it otherwise too.
  case name(party: Int, needsContext: Bool)
  /// An adjective ("Russian").
  case adjective(party: Int)
  /// The people ("Russians").
  case people(party: Int)
  /// A seat of government ("Kremlin").
  case seat(party: Int)
  /// A person by full name.
  case person(Int)
  /// A place that is no party.
  case place

  /// The party that the use is of; `nil` for a person or place.
  var party: Int? {
    switch self {
    case .name(let party, _), .adjective(let party), .people(let party), .seat(let party): party
    case .person, .place: nil
    }
  }
}
