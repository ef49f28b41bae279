internal import Language

/// Somebody or something that a text names, in all the places where it does.
package struct Entity: Sendable {
  /// What it is.
  package var kind: NameMention.Kind
  /// The fullest name, as tokens.
  package var name: Range<Int>
  /// The outlet's name where the lists know it under another one.
  package var outlet: String?
  /// The gender of a person, as far as the text shows it.
  package var gender: Gender?
  /// The words of all titles and descriptions that stand beside the name.
  package var titles: Set<UInt64> = []
  /// How often it is named.
  package var count = 0
}
