internal import Language
internal import ParleyModel
internal import Parties

extension SpeakerPass {
  /// The voice of a source that a noun describes.
  mutating func described(
    _ noun: Int, _ kind: WordKinds, _ phrase: SourcePhrase, in index: Int
  ) -> Voice {
    if !kind.isDisjoint(with: [.organization, .outlet]) || isNamedAgency(phrase),
      kind.isDisjoint(with: [.person, .title]) || isNamedAgency(phrase)
    {
      return body(noun, kind, phrase, in: index)
    }
    if kind.contains(.document), kind.isDisjoint(with: [.person, .title]) {
      return document(phrase, in: index)
    }
    if kind.isDisjoint(with: [.person, .title]), !phrase.isPlural, !isPluralForm(noun) {
      return plainBody(phrase)
    }
    if !phrase.isPlural, let entity = namedBefore(phrase) {
      return person(entity, words: phrase.range)
    }
    if phrase.isDefinite, !phrase.isOther {
      if !phrase.isPlural, let entity = entity(described: noun, phrase, in: index) {
        return person(entity, words: phrase.range)
      }
      if let known = earlier(noun, phrase, in: index) { return known }
      if !phrase.isPlural, let entity = entity(loosely: noun, phrase, in: index) {
        return person(entity, words: phrase.range)
      }
    }
    return unnamed(noun, phrase, in: index)
  }

  /// The person whose name stands right before, where the label took only what follows it: "Ek Om,
  /// spokesman for the union, said".
  private func namedBefore(_ phrase: SourcePhrase) -> Int? {
    let comma = phrase.range.lowerBound - 1
    guard comma > 0, text.tokens.words[comma] == FixedWords.comma else { return nil }
    let mention = Int(names.mentionAt[comma - 1])
    guard mention >= 0, names.mentions[mention].kind == .person else { return nil }
    return names.mentions[mention].entity
  }

  private func isPluralForm(_ noun: Int) -> Bool {
    reader.lexicon.kinds(text.tokens.words[noun]).contains(.plural)
      || text.article.text[Int(text.tokens.ends[noun]) - 1] == 0x73
  }

  /// The phrase names an outlet before its noun: "the Fars news agency".
  private func isNamedAgency(_ phrase: SourcePhrase) -> Bool { outletMention(in: phrase) != nil }

  private func outletMention(in phrase: SourcePhrase) -> Int? {
    guard case .noun(let noun, let kind) = phrase.head,
      !kind.isDisjoint(with: [.organization, .outlet])
    else { return nil }
    for token in phrase.range.lowerBound..<noun {
      let mention = Int(names.mentionAt[token])
      if mention >= 0, names.mentions[mention].kind == .outlet { return mention }
    }
    return nil
  }

  private mutating func body(
    _ noun: Int, _ kind: WordKinds, _ phrase: SourcePhrase, in index: Int
  ) -> Voice {
    if let mention = outletMention(in: phrase) { return named(mention, phrase) }
    if phrase.isDefinite,
      phrase.description.lowerBound == noun
        || phrase.description.lowerBound == noun - 1 && text.tags[noun - 1] == .adj,
      let entity = entity(ofBody: noun, kind, in: index)
    {
      let name = name(ofEntity: entity)
      return Voice(
        type: .organization, speaker: .known(name: name),
        link: ChainLink(
          name: name, kind: names.entities[entity].kind == .outlet ? .outlet : .organization,
          words: text.span(phrase.range)),
        entity: entity)
    }
    var voice = plainBody(phrase)
    if kind.contains(.outlet), kind.isDisjoint(with: .organization) { voice.link?.kind = .outlet }
    return voice
  }

  private func plainBody(_ phrase: SourcePhrase) -> Voice {
    let name = plain(phrase.description)
    return Voice(
      type: .organization, speaker: .known(name: name),
      link: ChainLink(name: name, kind: .organization, words: text.span(phrase.range)),
      isPlural: phrase.isPlural)
  }

  private func document(_ phrase: SourcePhrase, in index: Int) -> Voice {
    var end = phrase.description.upperBound
    // "Norwegian surveys and satellite images" is one link.
    if end + 1 < phrase.range.upperBound, text.tokens.words[end] == FixedWords.and {
      end = phrase.range.upperBound
    }
    let name = issuer(of: phrase, in: index) ?? plain(phrase.description.lowerBound..<end)
    return Voice(
      type: .document, speaker: .known(name: name),
      link: ChainLink(name: name, kind: .document, words: text.span(phrase.range)),
      isPlural: phrase.isPlural)
  }

  /// Who speaks in a statement or letter: the name in the phrase ("a statement by the union"), or
  /// the speaker before "the statement".
  private func issuer(of phrase: SourcePhrase, in index: Int) -> String? {
    guard case .noun(let noun, _) = phrase.head,
      Self.letters.contains(reader.lexicon.singular(text.tokens.words[noun]))
    else { return nil }
    for token in phrase.range where names.mentionAt[token] >= 0 {
      return name(ofMention: Int(names.mentionAt[token]))
    }
    guard phrase.isDefinite else { return nil }
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      guard sentences[index] - sentences[earlier] <= 4, let voice = voices[earlier] else { break }
      if voice.type == .organization || voice.type == .named,
        let name = voice.speaker.name
      {
        return name
      }
    }
    return nil
  }

  private static let letters = Set(
    [
      "statement", "letter", "communique", "communiqué", "declaration", "message", "speech",
      "tweet", "post", "announcement", "release", "address", "memo", "resolution", "readout",
    ].map { WordHash.of($0) })

  /// The body that "the ministry", "the newspaper", "the group" means: the latest whose name ends
  /// with the noun, or an outlet for a noun of outlets, or the latest speaking body.
  private func entity(ofBody noun: Int, _ kind: WordKinds, in index: Int) -> Int? {
    let word = text.tokens.words[noun]
    var latest: Int?
    for mention in names.mentions.reversed() where mention.tokens.upperBound <= noun {
      guard mention.kind != .person else { continue }
      if mention.tokens.contains(where: { text.tokens.words[$0] == word }) {
        return mention.entity
      }
      if kind.contains(.outlet) || Self.agency.contains(word), mention.kind == .outlet {
        return mention.entity
      }
      if latest == nil, Self.bodies.contains(word), mention.kind == .organization,
        !text.article.words(text.span(mention.tokens)).isEmpty,
        Standing(mention.tokens, in: text).isSubject
      {
        latest = mention.entity
      }
    }
    return latest
  }

  private static let agency = Set(["agency", "network", "service"].map { WordHash.of($0) })
  private static let bodies = Set(
    [
      "group", "movement", "organization", "organisation", "company", "party", "union", "bloc",
      "alliance", "firm", "bank", "body", "watchdog", "militia", "faction", "fund",
    ].map { WordHash.of($0) })

  /// The person whom a title or description means: one beside whose name the text puts the noun,
  /// the more of the other words fit the better, then the latest.
  private func entity(described noun: Int, _ phrase: SourcePhrase, in index: Int) -> Int? {
    let word = text.tokens.words[noun]
    let words = phrase.description.filter {
      $0 != noun && (text.tags[$0] == .adj || text.tags[$0] == .noun || text.tags[$0] == .propn)
        && $0 < noun
    }.map { text.tokens.words[$0] }
    var best: (entity: Int, score: Int)?
    var seen: Set<Int> = []
    // Those named before, the latest first; a fuller description may also come before the name.
    let persons = names.mentions.filter { $0.kind == .person }
    let before = persons.filter { $0.tokens.upperBound <= noun }.reversed()
    let behind = words.isEmpty ? [] : persons.filter { $0.tokens.lowerBound > noun }
    for mention in before + behind {
      guard seen.insert(mention.entity).inserted else { continue }
      let titles = names.entities[mention.entity].titles
      let fitting = words.count { titles.contains($0) }
      guard titles.contains(word) || fitting > 0 && Self.generic.contains(word) else { continue }
      if !words.isEmpty, fitting == 0 { continue }
      if mention.tokens.lowerBound > noun, fitting < words.count { continue }
      if fitting * 4 > best?.score ?? -1 { best = (mention.entity, fitting * 4) }
    }
    return best?.entity
  }

  /// The person whom a title alone may mean, though the text does not put it beside a name: the
  /// one from the side that the description names, or the one whom a pronoun would mean.
  private func entity(
    loosely noun: Int, _ phrase: SourcePhrase, in index: Int
  ) -> Int? {
    let word = text.tokens.words[noun]
    let kind = reader.lexicon.kinds(word)
    guard kind.contains(.title) || Self.generic.contains(word),
      !phrase.range.contains(where: { text.tags[$0] == .part || text.tags[$0] == .pron })
    else { return nil }
    let sides = (phrase.range.lowerBound..<noun).compactMap { parties.mention(at: $0)?.party }
    var query = PersonResolver.Query(
      token: noun, gender: kind.contains(.man) ? .man : kind.contains(.woman) ? .woman : nil)
    query.excluded = spans[index].content
    query.lastSpeaker = lastSpeaker(before: index)
    if let side = sides.last {
      query.barred = Set(
        names.entities.indices.filter { entity in
          let last = names.entities[entity].name.upperBound - 1
          return parties.mention(at: last)?.party != side
        })
    } else if phrase.description.lowerBound < noun
      || noun + 1 < phrase.range.upperBound && text.tags[noun + 1] == .adp
    {
      return nil
    }
    return persons.resolve(query)
  }

  private static let generic = Set(
    ["man", "woman", "politician", "billionaire", "businessman", "veteran"].map {
      WordHash.of($0)
    })

  /// The unnamed sources that "the sources", "the official" points back to.
  private func earlier(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Voice? {
    let word = reader.lexicon.singular(text.tokens.words[noun])
    var found: Voice?
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      guard let voice = voices[earlier], voice.type == .unnamed, voice.link != nil,
        voice.isPlural == phrase.isPlural,
        voice.noun == word || Self.anyone.contains(word) && phrase.isPlural
      else { continue }
      // "The three sources" are the three of before, not the sources in between.
      if let count = phrase.count {
        guard let other = voice.unnamed?.count,
          text.article.words(other).lowercased() == plain(count).lowercased()
        else {
          if found == nil { found = voice }
          continue
        }
      }
      found = voice
      break
    }
    guard var voice = found else { return nil }
    let before = voice.unnamed
    voice = renewed(voice, words: phrase.range)
    let own = described(phrase, in: index)
    voice.unnamed = UnnamedSource(
      count: own.count ?? before?.count, closeness: own.closeness ?? before?.closeness,
      why: own.why ?? before?.why)
    return voice
  }

  private static let anyone = Set(
    ["people", "source", "person", "official"].map { WordHash.of($0) })

  private func described(_ phrase: SourcePhrase, in index: Int) -> UnnamedSource {
    let found = details.details(phrase, content: spans[index].content)
    return UnnamedSource(
      count: found.count.map(text.span), closeness: found.closeness.map(text.span),
      why: found.why.map(text.span))
  }

  private func unnamed(_ noun: Int?, _ phrase: SourcePhrase, in index: Int) -> Voice {
    let name = plain(phrase.description)
    return Voice(
      type: .unnamed, speaker: .known(name: name),
      link: ChainLink(name: name, kind: .unnamed, words: text.span(phrase.range)),
      noun: noun.map { reader.lexicon.singular(text.tokens.words[$0]) },
      isPlural: phrase.isPlural, unnamed: described(phrase, in: index))
  }

  /// "One of the sources", "another", "others": one of those spoken of before, or somebody new.
  mutating func quantity(_ phrase: SourcePhrase, in index: Int) -> Voice {
    var voice = unnamed(phrase.group, phrase, in: index)
    let group = phrase.group.map { reader.lexicon.singular(text.tokens.words[$0]) }
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      guard let known = voices[earlier], known.type == .unnamed, known.isPlural else { continue }
      if let group, known.noun != group, !Self.anyone.contains(group) { continue }
      if group == nil, sentences[index] - sentences[earlier] > 3 { break }
      voice.relays = known.relays
      if voice.noun == nil { voice.noun = known.noun }
      break
    }
    return voice
  }
}
