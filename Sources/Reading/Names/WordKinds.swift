/// What the lists of names and nouns know of a word.
package struct WordKinds: OptionSet, Sendable, Hashable {
  /// The set as bits.
  package let rawValue: UInt16
  /// Makes a set from bits.
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A person, also before a name ("minister").
  package static let title = WordKinds(rawValue: 1)
  /// A person ("source").
  package static let person = WordKinds(rawValue: 2)
  /// A body ("ministry").
  package static let organization = WordKinds(rawValue: 4)
  /// A text, or something that shows ("statement").
  package static let document = WordKinds(rawValue: 8)
  /// What publishes ("newspaper").
  package static let outlet = WordKinds(rawValue: 16)
  /// A given name.
  package static let givenName = WordKinds(rawValue: 32)
  /// Tells of a man.
  package static let man = WordKinds(rawValue: 64)
  /// Tells of a woman.
  package static let woman = WordKinds(rawValue: 128)
  /// More than one.
  package static let plural = WordKinds(rawValue: 256)
  /// No part of a name though it has a capital ("Monday").
  package static let noName = WordKinds(rawValue: 512)
  /// A city or country.
  package static let place = WordKinds(rawValue: 1024)
  /// What follows a surname ("Jr").
  package static let suffix = WordKinds(rawValue: 2048)
  /// A time, which says nothing ("week").
  package static let time = WordKinds(rawValue: 4096)

  /// The kinds that a noun can have.
  static let nouns: WordKinds = [.title, .person, .organization, .document, .outlet]
}
