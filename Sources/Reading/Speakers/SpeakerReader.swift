package import DataFiles
package import Language
package import ParleyModel

/// Reads who really speaks in attributions: the speaker by name, the kind of source, the chain from
/// the article's outlet down to the speaker, and what is said about sources without names.
package struct SpeakerReader: Sendable {
  let lexicon: NameLexicon
  let pronouns: PronounLexicon
  let patterns: UnnamedPatterns
  let relays: RelayLexicon

  /// Loads the lists.
  package init(_ data: DataFolder) throws(DataError) {
    lexicon = try NameLexicon(data)
    pronouns = try PronounLexicon(data)
    patterns = try UnnamedPatterns(data)
    relays = try RelayLexicon(data)
  }

  /// Returns the entities that `text` names.
  package func names(_ text: AnnotatedText) -> EntityTable {
    EntityTable(
      NameFinder(text, lexicon: lexicon).mentions(), of: text, lexicon: lexicon)
  }

  /// Returns `attributions` of `text` with speakers, chains and nesting filled in.
  package func resolved(_ attributions: [Attribution], in text: AnnotatedText) -> [Attribution] {
    guard !attributions.isEmpty else { return [] }
    var pass = SpeakerPass(attributions, text: text, names: names(text), reader: self)
    return pass.run()
  }
}
