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

    /// The kind as a word.
    public var word: String {
      switch self {
      case .state: "state"
      case .union: "union"
      case .body(let word): word
      }
    }
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
  /// Its other names and seats of government, in the order of the data file.
  public let otherNames: [String]
}

/// A person who speaks for a side, and when.
public struct Person: Sendable, Hashable {
  /// The full name.
  public let name: String
  /// The index of the party.
  let party: Int
  /// The surname, folded, in each of its spellings.
  let surnames: [String]
  /// Whether the surname stands for the person without the full name in the article.
  let isKnownBySurname: Bool
  /// The months in office (year * 12 + month, the end exclusive); empty: always.
  let terms: [Range<Int>]

  /// The times in office as EDTF ("2019-05/2024-06", "2019-05/.."), the month after the last one at
  /// the end; empty where the list gives none.
  public var periods: [String] {
    func month(_ number: Int) -> String {
      let (year, month) = ((number - 1) / 12, (number - 1) % 12 + 1)
      return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
    return terms.map { term in
      month(term.lowerBound) + "/" + (term.upperBound == .max ? ".." : month(term.upperBound))
    }
  }
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
