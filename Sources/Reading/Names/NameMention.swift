/// One place where a text names somebody or something.
package struct NameMention: Sendable, Hashable {
  /// What is named.
  package enum Kind: UInt8, Sendable {
    /// A person.
    case person
    /// A body, or a state as one that acts.
    case organization
    /// A newspaper, agency or broadcaster.
    case outlet
  }

  /// The name, without title.
  package var tokens: Range<Int>
  /// The title and other words before a person's name ("Russian Foreign Minister"); empty where
  /// there are none.
  package var title: Range<Int>
  /// What is named.
  package var kind: Kind
  /// The gender of a person, as far as the words around the name and the given name tell.
  package var gender: Gender?
  /// The outlet's name where the lists know it under another one.
  package var outlet: String?
  /// The number of the entity among those of the text; set once mentions are joined.
  package var entity = 0

  /// The name with the title before it.
  package var whole: Range<Int> {
    title.isEmpty ? tokens : title.lowerBound..<tokens.upperBound
  }
}

/// The gender that words show.
package enum Gender: UInt8, Sendable {
  case man
  case woman
}
