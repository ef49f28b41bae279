package import DataFiles
internal import Language
package import ParleyModel
package import Parties

/// Reads who really speaks in attributions: the speaker by name, the kind of source, the chain from
/// the article's outlet down to the speaker, and what is said about sources without names.
package struct SpeakerReader: Sendable {
  let lexicon: NameLexicon
  let pronouns: PronounLexicon
  let patterns: UnnamedPatterns
  let relays: RelayLexicon
  let descriptions: DescriptionWords
  let hearsay: HearsayWords
  private let cues: CueLexicon

  /// Loads the lists; `cues` are the words that attribute.
  package init(_ data: DataFolder, cues: CueLexicon) throws(DataError) {
    self.cues = cues
    lexicon = try NameLexicon(data)
    pronouns = try PronounLexicon(data)
    patterns = try UnnamedPatterns(data)
    relays = try RelayLexicon(data)
    descriptions = try DescriptionWords(data)
    hearsay = try HearsayWords(data)
  }

  /// Whether the verb `index` tells that somebody says something.
  func isSpeech(_ index: Int, in text: AnnotatedText) -> Bool {
    switch cues.kind(text.tokens.words[index], text.tags[index]) {
    case .say, .claim, .agree, .deny, .promise, .demand: true
    default: false
    }
  }

  /// Returns the entities that a text names, given its parties.
  package func names(_ parties: ArticleParties) -> EntityTable {
    EntityTable(
      NameFinder(parties, lexicon: lexicon).mentions(), of: parties.text, lexicon: lexicon)
  }

  /// Returns `attributions` of the text of `parties` with speakers, chains and nesting filled in, with
  /// those inside the content of others, and with the quotations that nothing in the text attributes.
  package func resolved(
    _ attributions: [Attribution], parties: ArticleParties
  ) -> [Attribution] {
    let names = names(parties)
    let trimmer = AddresseeTrimmer(
      parties.text, names: names, lexicon: lexicon, relays: relays)
    let quoted = QuotationReader(parties.text).completed(trimmer.trimmed(attributions))
    let attributions = NestedReader(parties.text, cues: cues).completed(quoted)
    guard !attributions.isEmpty else { return [] }
    var pass = SpeakerPass(attributions, parties: parties, names: names, reader: self)
    return pass.run()
  }
}
