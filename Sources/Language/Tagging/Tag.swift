/// A universal part of speech (Universal Dependencies, version 2).
public enum Tag: UInt8, Sendable, CaseIterable {
  /// Adjective.
  case adj
  /// Preposition or postposition.
  case adp
  /// Adverb.
  case adv
  /// Auxiliary verb.
  case aux
  /// Coordinating conjunction.
  case cconj
  /// Determiner.
  case det
  /// Interjection.
  case intj
  /// Noun.
  case noun
  /// Numeral.
  case num
  /// Particle.
  case part
  /// Pronoun.
  case pron
  /// Proper noun.
  case propn
  /// Punctuation.
  case punct
  /// Subordinating conjunction.
  case sconj
  /// Symbol.
  case sym
  /// Verb.
  case verb
  /// Other.
  case x

  /// The tag as Universal Dependencies writes it.
  public var name: String { String(describing: self).uppercased() }
}
