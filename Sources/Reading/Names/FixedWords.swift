internal import Language

/// The hashes of words and marks that rules look for.
package enum FixedWords {
  package static let comma = WordHash.of(",")
  package static let colon = WordHash.of(":")
  package static let opening = WordHash.of("(")
  package static let closing = WordHash.of(")")
  package static let hyphen = WordHash.of("-")
  package static let the = WordHash.of("the")
  package static let of = WordHash.of("of")
  package static let and = WordHash.of("and")
  package static let who = WordHash.of("who")
  package static let that = WordHash.of("that")
  package static let which = WordHash.of("which")
  package static let to = WordHash.of("to")
  package static let by = WordHash.of("by")
  package static let according = WordHash.of("according")
  package static let another = WordHash.of("another")
  package static let one = WordHash.of("one")
  package static let a = Set(["a", "an"].map { WordHash.of($0) })
  package static let definite = Set(
    ["the", "these", "those", "this", "that"].map { WordHash.of($0) })
  package static let possessive = Set(
    ["his", "her", "its", "their", "my", "our", "your", "whose"].map { WordHash.of($0) })
}
