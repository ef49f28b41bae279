package import DataFiles
internal import Language

/// What nouns can point back to; the lines of `language/descriptions.tsv`.
package struct DescriptionWords: Sendable {
  /// What a noun can point back to.
  package struct Kinds: OptionSet, Sendable, Hashable {
    /// The set as bits.
    package let rawValue: UInt32
    /// Makes a set from bits.
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A person, whatever else is known of him.
    package static let any = Kinds(rawValue: 1)
    /// One who stands for a side.
    package static let ruler = Kinds(rawValue: 2)
    /// A person of whom there are many.
    package static let common = Kinds(rawValue: 4)
    /// Sources in general.
    package static let anyone = Kinds(rawValue: 8)
    /// A state.
    package static let land = Kinds(rawValue: 16)
    /// An organized body.
    package static let body = Kinds(rawValue: 32)
    /// People under arms.
    package static let armed = Kinds(rawValue: 64)
    /// What may be an outlet.
    package static let agency = Kinds(rawValue: 128)
    /// A text in which its issuer speaks.
    package static let letter = Kinds(rawValue: 256)
    /// What two sides are called together.
    package static let joint = Kinds(rawValue: 512)
    /// What somebody said.
    package static let words = Kinds(rawValue: 1024)
    /// A part of a state, of which every state has one.
    package static let institution = Kinds(rawValue: 2048)
    /// How high somebody stands ("senior"), which tells nobody apart.
    package static let rank = Kinds(rawValue: 4096)
    /// A word that sets its bearer apart from those with the bare title ("deputy").
    package static let apart = Kinds(rawValue: 8192)
    /// A union of states.
    package static let union = Kinds(rawValue: 16384)
    /// One who speaks for another.
    package static let mouth = Kinds(rawValue: 32768)
    /// A word that tells of an office held once.
    package static let once = Kinds(rawValue: 65536)
    /// A form of address, which is no office.
    package static let honorific = Kinds(rawValue: 131072)
  }

  private static let kindsByName: [String: Kinds] = [
    "any": .any, "ruler": .ruler, "common": .common, "anyone": .anyone, "land": .land,
    "body": .body, "armed": .armed, "agency": .agency, "letter": .letter, "joint": .joint,
    "words": .words, "institution": .institution,
    "rank": .rank, "apart": .apart, "union": .union, "mouth": .mouth, "once": .once,
    "honorific": .honorific,
  ]

  private var kinds: [UInt64: Kinds] = [:]

  /// Loads the list.
  package init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("language/descriptions.tsv") {
      let fields = line.fields
      guard fields.count == 2, let kind = Self.kindsByName[fields[0]] else {
        throw DataError(line, found: "not a kind, a tab and nouns")
      }
      for noun in fields[1].split(separator: " ") {
        kinds[WordHash.of(noun), default: []].insert(kind)
      }
    }
  }

  /// What the noun, in the singular, can point back to.
  package func kinds(_ noun: UInt64) -> Kinds { kinds[noun] ?? [] }
}
