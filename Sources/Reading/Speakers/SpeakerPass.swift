internal import Language
internal import ParleyModel
internal import Parties

/// One pass over the attributions of a text, in an order in which those that others lean on come
/// first.
struct SpeakerPass {
  let parties: ArticleParties
  let text: AnnotatedText
  let names: EntityTable
  let reader: SpeakerReader
  let finder: RelayFinder
  let details: UnnamedReader
  var persons: PersonResolver
  let descriptions: DescribedPerson
  var attributions: [Attribution]
  var spans: [AttributedTokens]
  let parents: [Int?]
  /// The voice of each attribution once it is known.
  var voices: [Voice?]
  /// The attributions whose voices are known, in the order in which they became known.
  var history: [Int] = []
  /// The sentence in which each attribution begins, and the one in which it ends.
  let sentences: [Int]
  let lastSentences: [Int]

  init(
    _ attributions: [Attribution], parties: ArticleParties, names: EntityTable,
    reader: SpeakerReader
  ) {
    let text = parties.text
    self.attributions = attributions
    self.parties = parties
    self.text = text
    self.names = names
    self.reader = reader
    finder = RelayFinder(parties, names: names, lexicon: reader.lexicon, relays: reader.relays)
    details = UnnamedReader(text, patterns: reader.patterns)
    descriptions = DescribedPerson(
      parties: parties, names: names, lexicon: reader.lexicon, words: reader.descriptions)
    func tokens(_ ranges: [ByteRange]) -> [Range<Int>] {
      ranges.compactMap { range in
        let start = text.tokens.index(atOrAfter: range.lowerBound)
        let end = text.tokens.index(atOrAfter: range.upperBound)
        return start < end ? start..<end : nil
      }
    }
    let spans = attributions.map {
      AttributedTokens(
        source: tokens($0.source), cue: tokens($0.cue), content: tokens($0.content))
    }
    self.spans = spans
    persons = PersonResolver(
      text, names: names,
      quotations: zip(attributions, spans).filter { $0.0.kind == .direct }.flatMap(\.1.content))
    parents = Nesting.parents(attributions)
    voices = [Voice?](repeating: nil, count: attributions.count)
    sentences = spans.map { span in
      let first = (span.source + span.cue + span.content).first?.lowerBound ?? 0
      return text.sentences.isEmpty ? 0 : text.sentence(ofToken: first)
    }
    lastSentences = spans.map { span in
      let last = (span.source + span.cue + span.content).map(\.upperBound).max() ?? 0
      return last == 0 ? 0 : text.sentence(ofToken: last - 1)
    }
  }

  /// Returns the attributions with all that this pass finds.
  mutating func run() -> [Attribution] {
    for index in attributions.indices { settle(index) }
    let chains = ChainBuilder(article: text.article)
    for index in attributions.indices {
      let voice = voices[index] ?? .narrator
      attributions[index].sourceType = voice.type
      attributions[index].speaker = voice.speaker
      attributions[index].unnamed = voice.unnamed
      attributions[index].parent = parents[index]
      attributions[index].chain = chains.chain(
        relays: voice.relays, speaker: voice.link)
    }
    return attributions
  }

  /// Finds the voice of attribution `index`, that of its parent first.
  private mutating func settle(_ index: Int) {
    guard voices[index] == nil else { return }
    if let parent = parents[index] { settle(parent) }
    var voice = voice(of: index)
    voice.relays = relays(of: index, voice)
    voices[index] = voice
    history.append(index)
  }

  private mutating func voice(of index: Int) -> Voice {
    guard let labelled = spans[index].source.first, !isTime(labelled) else {
      return voiceWithoutSource(index)
    }
    let source = withoutFront(
      beforeAside(labelled, in: index) ?? nearSubject(than: labelled, in: index) ?? labelled,
      in: index)
    if source != labelled {
      attributions[index].source = [text.span(source)]
      spans[index] = AttributedTokens(
        source: [source], cue: spans[index].cue, content: spans[index].content)
    }
    if namesNoSource(index) {
      return .unresolved(.unnamed, "the text does not say who says this")
    }
    guard
      let phrase = SourcePhrase(
        swapped(source, in: index) ?? completed(source, in: index),
        of: text, names: names,
        lexicon: reader.lexicon, pronouns: reader.pronouns)
    else { return .unresolved(.unnamed, "the words for the source name nobody") }
    return voice(of: phrase, in: index)
  }

  /// The voice of the source `phrase` of attribution `index`.
  mutating func voice(of phrase: SourcePhrase, in index: Int) -> Voice {
    let voice: Voice
    switch phrase.head {
    case .name(let mention): voice = columnist(mention, phrase) ?? named(mention, phrase)
    case .pronoun(let token, let pronoun): voice = self.voice(of: pronoun, at: token, in: index)
    case .relative(let token): return relative(token, in: index)
    case .noun(let token, let kind): voice = described(token, kind, phrase, in: index)
    case .quantity: return quantity(phrase, in: index)
    }
    guard voice.link?.kind == .outlet || quotesSomebody(index) else { return voice }
    return cited(by: voice, phrase, in: index) ?? voice
  }

  /// Where verb and source were labelled the wrong way round ("said Ek"), the words of the source.
  private func swapped(_ source: Range<Int>, in index: Int) -> Range<Int>? {
    guard source.allSatisfy({ text.tags[$0] == .verb || text.tags[$0] == .aux }),
      let cue = spans[index].cue.first,
      let first = cue.first(where: { text.tags[$0] == .propn || text.tags[$0] == .noun }),
      first <= cue.lowerBound + 1
    else { return nil }
    let end = (first..<cue.upperBound).first { text.tags[$0] == .adp } ?? cue.upperBound
    return cue.lowerBound..<end
  }

  /// The words of a source to the end of their noun phrase, where the label stops short of it.
  private func completed(_ source: Range<Int>, in index: Int) -> Range<Int> {
    let sentence = text.sentences[text.sentence(ofToken: source.lowerBound)]
    var end = source.upperBound
    // A pronoun is complete; so is what ends with a comma.
    if source.count == 1, text.tags[source.lowerBound] == .pron { return source }
    var start = source.lowerBound
    // "-tank sources": the label begins inside a compound.
    while start > sentence.lowerBound, text.tokens.shapes[start].contains(.joined),
      text.tags[start] != .part, !spans[index].content.contains(where: { $0.contains(start - 1) })
    {
      start -= 1
    }
    // "spokesman" of "by a U.N. spokesman".
    let taken = spans[index].cue + spans[index].content
    while start > sentence.lowerBound, !taken.contains(where: { $0.contains(start - 1) }),
      text.tags[start - 1] == .propn || text.tags[start - 1] == .adj
        || text.tags[start - 1] == .noun && text.tags[start] == .noun
    {
      start -= 1
    }
    // "[Another opposition] [representative said]".
    if let cue = spans[index].cue.first, cue.lowerBound == end, cue.count > 1,
      text.tags[end] == .noun, !reader.isSpeech(end, in: text),
      !reader.lexicon.kinds(text.tokens.words[end]).isDisjoint(with: [.person, .title])
    {
      return start..<end + 1
    }
    while end < sentence.upperBound, !spans[index].cue.contains(where: { $0.contains(end) }),
      !spans[index].content.contains(where: { $0.contains(end) })
    {
      switch text.tags[end] {
      case .noun, .propn, .adj, .adp, .det, .num: break
      case .part where text.tokens.shapes[end].contains(.joined): break
      default:
        guard text.tokens.words[end] == FixedWords.hyphen, text.tokens.shapes[end].contains(.joined)
        else { return start..<end }
      }
      end += 1
    }
    return start..<end
  }

  /// The person who writes in the outlet named before him: "In the tabloid Alba, columnist Ek Om".
  private func columnist(_ mention: Int, _ phrase: SourcePhrase) -> Voice? {
    guard names.mentions[mention].kind == .outlet || isCalledOutlet(mention) else { return nil }
    let comma = names.mentions[mention].tokens.upperBound
    guard comma + 1 < phrase.range.upperBound, text.tokens.words[comma] == FixedWords.comma
    else { return nil }
    let next = (comma + 1..<phrase.range.upperBound).first { names.titledMentionAt[$0] >= 0 }
    guard let next, next <= comma + 3,
      (comma + 1..<next).allSatisfy({ text.tags[$0] == .noun || text.tags[$0] == .adj }),
      case let writer = Int(names.titledMentionAt[next]), names.mentions[writer].kind == .person,
      next > comma + 1 || !names.mentions[writer].title.isEmpty,
      names.mentions[writer].tokens.upperBound <= phrase.range.upperBound
    else { return nil }
    var voice = person(names.mentions[writer].entity, words: names.mentions[writer].whole)
    if var link = named(mention, phrase).link {
      link.kind = .outlet
      voice.relays = [link]
    }
    return voice
  }

  /// Whether a body or text is said to quote somebody: "the report quoted Ek as saying".
  private func quotesSomebody(_ index: Int) -> Bool {
    guard let cue = spans[index].cue.first, cue.upperBound < text.tokens.count - 1,
      text.tags[cue.lowerBound] == .verb,
      reader.relays.kind(text.tokens.words[cue.lowerBound]) == .cite
    else { return false }
    return (cue.upperBound..<min(cue.upperBound + 12, text.tokens.count - 1)).contains {
      text.tokens.words[$0] == Self.asWord && Self.telling.contains(text.tokens.words[$0 + 1])
    }
  }

  private static let asWord = WordHash.of("as")
  private static let telling = Set(["saying", "telling"].map { WordHash.of($0) })

  /// Whether the noun before a name tells that it is an outlet's: "the tabloid Alba".
  private func isCalledOutlet(_ mention: Int) -> Bool {
    let before = names.mentions[mention].whole.lowerBound - 1
    return before >= 0 && names.mentions[mention].kind == .organization
      && reader.lexicon.kinds(text.tokens.words[before]).contains(.outlet)
  }

  /// The source that an outlet cites, or whom it quotes, with the outlet as a link.
  private mutating func cited(by outlet: Voice, _ phrase: SourcePhrase, in index: Int) -> Voice? {
    guard let link = outlet.link,
      let range = finder.cited(by: phrase.range, in: spans[index])
        ?? quotedSubject(by: phrase.range),
      let inner = SourcePhrase(
        range, of: text, names: names, lexicon: reader.lexicon, pronouns: reader.pronouns)
    else { return nil }
    var voice = voice(of: inner, in: index)
    if case .unresolved = voice.speaker { return nil }
    voice.relays = [link]
    return voice
  }

  /// The subject of "was quoted by" before the outlet `source`.
  private func quotedSubject(by source: Range<Int>) -> Range<Int>? {
    guard let verb = finder.quoting(source) else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: verb)]
    let subject = sentence.first {
      Int(text.heads[$0]) == verb && $0 < verb
        && (text.relations[$0] == .nsubjPass || text.relations[$0] == .nsubj)
    }
    if let subject { return phrase(around: subject, in: sentence) }
    return names.mentions.last {
      $0.kind == .person && $0.tokens.lowerBound >= sentence.lowerBound
        && $0.tokens.upperBound <= verb
    }?.tokens
  }

  /// The links between the outlet and the speaker of attribution `index`.
  private func relays(of index: Int, _ voice: Voice) -> [ChainLink] {
    var links: [ChainLink] = []
    if let parent = parents[index], let above = voices[parent], !isAside(index) {
      // Whom a quotation's own words call "I" is the speaker of the parent, not a link.
      if above.speaker == voice.speaker { return above.relays }
      links += above.relays
      // "The ministry said ..., according to a statement": the statement is the ministry's.
      let isOwnText = above.type == .document && above.noun.map(isLetter) ?? false
      if let link = above.link, !isOwnText { links.append(link) }
    }
    let found = finder.links(of: spans[index]).map { relay -> ChainLink in
      switch relay.name {
      case .mention(let mention):
        let kind: ChainLink.Kind =
          switch names.mentions[mention].kind {
          case .outlet: .outlet
          case .organization: relay.isBody ? .organization : .outlet
          case .person: .person
          }
        return ChainLink(
          name: name(ofMention: mention), kind: kind, words: text.span(relay.words))
      case .words(let words):
        return ChainLink(name: plain(words), kind: .outlet, words: text.span(relay.words))
      }
    }
    for link in found
    where !links.contains(where: { above in
      // "State" of "State television".
      above.name == link.name
        || above.words.map { words in link.words.map { words.contains($0) } ?? false } ?? false
    }) {
      links.append(link)
    }
    if links.isEmpty, voice.relays.isEmpty, let before = continued(voice, at: index) {
      links = before
    }
    for link in voice.relays.reversed() where !links.contains(where: { $0.name == link.name }) {
      links.insert(link, at: 0)
    }
    return links.filter { $0.name != voice.speaker.name }
  }

  /// Whether an attribution stands in a clause that its parent does not report: "Alba called for talks
  /// after Ek said no", "Alba says it agreed, but Ek denied it".
  private func isAside(_ index: Int) -> Bool {
    let span = spans[index]
    guard let first = (span.source + span.cue).map(\.lowerBound).min(), first > 0 else {
      return false
    }
    var before = first - 1
    let mention = Int(names.titledMentionAt[first])
    if mention >= 0 { before = min(before, names.mentions[mention].whole.lowerBound - 1) }
    while before > 0, text.tags[before] == .det || text.tags[before] == .adj { before -= 1 }
    return before >= 0 && Self.asides.contains(text.tokens.words[before])
  }

  private static let asides = Set(["after", "as", "while", "when", "but"].map { WordHash.of($0) })

  private func isLetter(_ noun: UInt64) -> Bool {
    reader.descriptions.kinds(noun).contains(.letter)
  }

  /// The links of the statement that this one goes on with: the same speaker, in the same paragraph
  /// or the one before, unless this one tells where its own words were said.
  private func continued(_ voice: Voice, at index: Int) -> [ChainLink]? {
    guard voice.type == .named, let entity = voice.entity, !finder.hasVenue(spans[index]),
      let last = history.last, let before = voices[last], before.entity == entity,
      !before.relays.isEmpty, sentences[index] - sentences[last] <= 2
    else { return nil }
    return before.relays
  }
}
