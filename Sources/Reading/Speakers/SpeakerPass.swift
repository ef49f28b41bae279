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
  var attributions: [Attribution]
  let spans: [AttributedTokens]
  let parents: [Int?]
  /// The voice of each attribution once it is known.
  var voices: [Voice?]
  /// The attributions whose voices are known, in the order in which they became known.
  var history: [Int] = []
  /// The sentence of each attribution.
  let sentences: [Int]

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
    finder = RelayFinder(text, names: names, lexicon: reader.lexicon, relays: reader.relays)
    details = UnnamedReader(text, patterns: reader.patterns)
    persons = PersonResolver(text, names: names)
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
    parents = Nesting.parents(attributions)
    voices = [Voice?](repeating: nil, count: attributions.count)
    sentences = spans.map { span in
      let first = (span.source + span.cue + span.content).first?.lowerBound ?? 0
      return text.sentences.isEmpty ? 0 : text.sentence(ofToken: first)
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
    let span = spans[index]
    guard let source = span.source.first else { return voiceWithoutSource(index) }
    if namesNoSource(index) {
      return .unresolved(.unnamed, "the text does not say who says this")
    }
    guard
      let phrase = SourcePhrase(
        completed(source, in: index), of: text, names: names, lexicon: reader.lexicon,
        pronouns: reader.pronouns)
    else { return .unresolved(.unnamed, "the words for the source name nobody") }
    return voice(of: phrase, in: index)
  }

  /// The voice of the source `phrase` of attribution `index`.
  mutating func voice(of phrase: SourcePhrase, in index: Int) -> Voice {
    switch phrase.head {
    case .name(let mention):
      let voice = named(mention, phrase)
      if voice.link?.kind == .outlet || voice.type == .organization,
        let cited = cited(by: phrase, in: index)
      {
        return cited
      }
      return voice
    case .pronoun(let token, let pronoun): return self.voice(of: pronoun, at: token, in: index)
    case .relative(let token): return relative(token, in: index)
    case .noun(let token, let kind): return described(token, kind, phrase, in: index)
    case .quantity: return quantity(phrase, in: index)
    }
  }

  /// The words of a source to the end of their noun phrase, where the label stops short of it.
  private func completed(_ source: Range<Int>, in index: Int) -> Range<Int> {
    let sentence = text.sentences[text.sentence(ofToken: source.lowerBound)]
    var end = source.upperBound
    // A pronoun is complete; so is what ends with a comma.
    if source.count == 1, text.tags[source.lowerBound] == .pron { return source }
    while end < sentence.upperBound, !spans[index].cue.contains(where: { $0.contains(end) }),
      !spans[index].content.contains(where: { $0.contains(end) })
    {
      switch text.tags[end] {
      case .noun, .propn, .adj, .adp, .det, .num: break
      case .part where text.tokens.shapes[end].contains(.joined): break
      default:
        guard text.tokens.words[end] == FixedWords.hyphen, text.tokens.shapes[end].contains(.joined)
        else { return source.lowerBound..<end }
      }
      end += 1
    }
    return source.lowerBound..<end
  }

  /// The source that an outlet cites, with the outlet as a link.
  private mutating func cited(by phrase: SourcePhrase, in index: Int) -> Voice? {
    guard case .name(let mention) = phrase.head,
      names.mentions[mention].kind == .outlet,
      let range = finder.cited(by: phrase.range, in: spans[index]),
      let inner = SourcePhrase(
        range, of: text, names: names, lexicon: reader.lexicon, pronouns: reader.pronouns)
    else { return nil }
    var voice = voice(of: inner, in: index)
    if case .unresolved = voice.speaker { return nil }
    voice.relays = [outletLink(mention, words: phrase.range)]
    return voice
  }

  func outletLink(_ mention: Int, words: Range<Int>) -> ChainLink {
    ChainLink(name: name(ofMention: mention), kind: .outlet, words: text.span(words))
  }

  /// The links between the outlet and the speaker of attribution `index`.
  private func relays(of index: Int, _ voice: Voice) -> [ChainLink] {
    var links: [ChainLink] = []
    if let parent = parents[index], let above = voices[parent] {
      // Whom a quotation's own words call "I" is the speaker of the parent, not a link.
      if above.speaker == voice.speaker { return above.relays }
      links += above.relays
      if let link = above.link { links.append(link) }
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
    for link in found where !links.contains(where: { $0.name == link.name }) { links.append(link) }
    if links.isEmpty, voice.relays.isEmpty, let before = continued(voice, at: index) {
      links = before
    }
    for link in voice.relays.reversed() where !links.contains(where: { $0.name == link.name }) {
      links.insert(link, at: 0)
    }
    return links.filter { $0.name != voice.speaker.name }
  }

  /// The links of the statement that this one goes on with: the same named speaker, in the same
  /// paragraph or the one before.
  private func continued(_ voice: Voice, at index: Int) -> [ChainLink]? {
    guard voice.type == .named, let entity = voice.entity, let last = history.last,
      let before = voices[last], before.entity == entity, !before.relays.isEmpty,
      sentences[index] - sentences[last] <= 2
    else { return nil }
    return before.relays
  }
}
