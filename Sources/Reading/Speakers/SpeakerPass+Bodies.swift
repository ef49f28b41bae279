internal import Language
internal import ParleyModel
internal import Parties

extension SpeakerPass {
  /// Whether the phrase names an outlet before its noun: "the Fars news agency".
  func isNamedAgency(_ phrase: SourcePhrase) -> Bool { outletMention(in: phrase) != nil }

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

  /// The voice of a body that a noun describes.
  mutating func body(
    _ noun: Int, _ kind: WordKinds, _ phrase: SourcePhrase, in index: Int
  ) -> Voice {
    if let mention = outletMention(in: phrase) { return named(mention, phrase) }
    if let mention = apposed(to: phrase, in: index) ?? calledByName(noun, phrase) {
      return body(names.mentions[mention].entity, words: phrase.range)
    }
    if phrase.isDefinite {
      if let known = earlierBody(noun, phrase, in: index, within: 3) { return known }
      if let entity = entity(ofBody: noun, kind, phrase, in: index) {
        return body(entity, words: phrase.range)
      }
      if let known = earlierBody(noun, phrase, in: index, within: .max) { return known }
      if phrase.description.lowerBound == noun, phrase.description.upperBound == noun + 1,
        let fuller = introduction(of: noun, phrase), case .noun(let other, _) = fuller.head
      {
        var voice = plainBody(other, fuller)
        voice.link?.words = text.span(phrase.range)
        return voice
      }
      if let voice = institution(noun, phrase) { return voice }
    }
    var voice = plainBody(noun, phrase)
    if kind.contains(.outlet), kind.isDisjoint(with: .organization) { voice.link?.kind = .outlet }
    return voice
  }

  /// The voice of the body `entity`.
  func body(_ entity: Int, words: Range<Int>) -> Voice {
    let name = name(ofEntity: entity)
    return Voice(
      type: .organization, speaker: .known(name: name),
      link: ChainLink(
        name: name, kind: names.entities[entity].kind == .outlet ? .outlet : .organization,
        words: text.span(words)),
      entity: entity)
  }

  /// The voice of a body without a name.
  func plainBody(_ noun: Int, _ phrase: SourcePhrase) -> Voice {
    let name = plain(phrase.description)
    return Voice(
      type: .organization, speaker: .known(name: name),
      link: ChainLink(name: name, kind: .organization, words: text.span(phrase.range)),
      noun: reader.lexicon.singular(text.tokens.words[noun]),
      words: content(of: phrase.description, but: noun), isPlural: phrase.isPlural)
  }

  /// The name that follows a body's description behind a comma: "the largest maker of ships, Alba,".
  private func apposed(to phrase: SourcePhrase, in index: Int) -> Int? {
    let comma = phrase.description.upperBound
    guard comma + 1 < text.tokens.count, text.tokens.words[comma] == FixedWords.comma,
      !spans[index].content.contains(where: { $0.contains(comma + 1) })
    else { return nil }
    let mention = Int(names.mentionAt[comma + 1])
    guard mention >= 0, names.mentions[mention].kind != .person,
      names.mentions[mention].tokens.lowerBound == comma + 1
    else { return nil }
    let end = names.mentions[mention].tokens.upperBound
    guard end < text.tokens.count else { return mention }
    return text.tags[end] == .punct || text.tags[end] == .verb || text.tags[end] == .aux
      ? mention : nil
  }

  /// The name right before the noun for what it is: "the Alba group", "the militant Alba movement".
  private func calledByName(_ noun: Int, _ phrase: SourcePhrase) -> Int? {
    guard noun > phrase.range.lowerBound, phrase.description.upperBound == noun + 1,
      case let mention = Int(names.mentionAt[noun - 1]), mention >= 0,
      names.mentions[mention].kind == .organization,
      names.mentions[mention].tokens.lowerBound >= phrase.range.lowerBound
    else { return nil }
    let word = reader.lexicon.singular(text.tokens.words[noun])
    guard !reader.descriptions.kinds(word).isDisjoint(with: [.armed, .body]),
      reader.descriptions.kinds(word).isDisjoint(with: .institution)
    else { return nil }
    // "The Oslo council", "the U.S. company" only say where it is.
    guard let known = parties.mention(at: noun - 1), known.use != .unknown else {
      return names.mentions[mention].tokens.count > 1
        || text.tokens.shapes[noun - 1].contains(.allCapitals)
        || !reader.descriptions.kinds(word).isDisjoint(with: [.armed, .agency]) ? mention : nil
    }
    if known.use == .adjective || known.use == .people || parties.isPlace(known) { return nil }
    switch parties.kind(of: known.party) {
    case .state, nil: return nil
    default: return known.tokens == names.mentions[mention].tokens ? mention : nil
    }
  }

  /// "The government", "the foreign ministry" as that of the state which the article means by it:
  /// "Malian government".
  private func institution(_ noun: Int, _ phrase: SourcePhrase) -> Voice? {
    let word = reader.lexicon.singular(text.tokens.words[noun])
    guard reader.descriptions.kinds(word).contains(.institution), phrase.description.count <= 2,
      phrase.description.upperBound == noun + 1,
      !phrase.description.contains(where: {
        parties.mention(at: $0) != nil
      }), let found = parties.resolve(noun)?.parties, found.count == 1,
      parties.kind(of: found[0]) == .state
    else { return nil }
    let adjective = parties.mentions.first { $0.use == .adjective && $0.party == found[0] }
    let state = adjective.map { plain($0.tokens) } ?? found[0].name
    var voice = plainBody(noun, phrase)
    let name = state + " " + plain(phrase.description)
    voice.speaker = .known(name: name)
    voice.link?.name = name
    return voice
  }

  /// The body told of before that "the office", "the companies" points back to.
  private func earlierBody(
    _ noun: Int, _ phrase: SourcePhrase, in index: Int, within reach: Int
  ) -> Voice? {
    let word = reader.lexicon.singular(text.tokens.words[noun])
    let words = content(of: phrase.description, but: noun)
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      if sentences[index] - sentences[earlier] > reach { return nil }
      guard let voice = voices[earlier], voice.type == .organization, voice.link != nil,
        voice.isPlural == phrase.isPlural, voice.noun == word, words.isSubset(of: voice.words)
      else { continue }
      return renewed(voice, words: phrase.range)
    }
    return nil
  }

  /// The named body that "the ministry", "the newspaper", "the US company" means: the noun is part
  /// of its name, or is one that bodies of its kind are called by.
  private func entity(
    ofBody noun: Int, _ kind: WordKinds, _ phrase: SourcePhrase, in index: Int
  ) -> Int? {
    let word = text.tokens.words[noun]
    let kinds = reader.descriptions.kinds(reader.lexicon.singular(word)).union(
      reader.descriptions.kinds(word))
    let sentence = text.sentence(ofToken: noun)
    let modifiers = Set(phrase.range.lowerBound..<noun)
    let last = history.last { sentences[$0] <= sentences[index] }.flatMap { voices[$0]?.entity }
    var best: (entity: Int, score: Float)?
    for number in (0..<names.mention(atOrAfter: phrase.range.lowerBound)).reversed()
    where names.mentions[number].kind != .person && !persons.isQuoted[number] {
      let mention = names.mentions[number]
      let distance = sentence - text.sentence(ofToken: mention.tokens.lowerBound)
      if distance > 12 { break }
      guard !spans[index].content.contains(where: { $0.contains(mention.tokens.lowerBound) }),
        var score = fit(mention, word, kind, kinds, modifiers)
      else { continue }
      score -= 0.3 * Float(distance)
      if Standing(mention.tokens, in: text).isSubject { score += 0.7 }
      if mention.entity == last { score += 0.5 }
      score += 0.1 * Float(min(names.entities[mention.entity].count, 5))
      if score > best?.score ?? 0 { best = (mention.entity, score) }
    }
    return best?.entity
  }

  /// How well the noun `word` fits a name; `nil` if it cannot mean it.
  private func fit(
    _ mention: NameMention, _ word: UInt64, _ kind: WordKinds, _ kinds: DescriptionWords.Kinds,
    _ modifiers: Set<Int>
  ) -> Float? {
    let known = parties.mention(at: mention.tokens.upperBound - 1)
    let party = known.flatMap { $0.tokens == mention.tokens ? parties.kind(of: $0.party) : nil }
    // Words before the noun that are no article must not speak of another side.
    let sides = modifiers.compactMap { parties.mention(at: $0) }.filter { $0.use != .unknown }
    let isOwned = modifiers.contains {
      text.tags[$0] == .part && text.tokens.shapes[$0].contains(.joined)
        && names.mentionAt[$0 - 1] >= 0
    }
    if mention.tokens.contains(where: { text.tokens.words[$0] == word }) {
      let isOther = sides.contains { side in
        known.map { $0.use != .unknown && $0.party != side.party } ?? false
      }
      if isOther || modifiers.count > 2 && !sides.isEmpty { return nil }
      // "The security service" is not the Transport Service.
      let isForeign = modifiers.contains { modifier in
        (text.tags[modifier] == .noun || text.tags[modifier] == .propn)
          && !names.entities[mention.entity].name.contains {
            text.tokens.words[$0] == text.tokens.words[modifier]
          }
      }
      return isForeign ? 0.8 : 3.5
    }
    if kind.contains(.outlet) || kinds.contains(.agency), mention.kind == .outlet {
      return kinds.contains(.agency) && !kind.contains(.outlet) ? 2 : 3
    }
    if kinds.contains(.land) { return party == .state ? 1.5 : nil }
    guard mention.kind == .organization, !kinds.isDisjoint(with: [.body, .armed]) else {
      return nil
    }
    switch party {
    case .state: return nil
    case .body(let name) where kinds.contains(.armed):
      return ["armed group", "movement", "separatists"].contains(name) ? 2 : nil
    case .union: return kinds.contains(.union) ? 1.5 : nil
    case .body: return kinds.contains(.body) && !isOwned ? 1.5 : nil
    case nil:
      // "The United Nations' watchdog" is not the next best body.
      guard kinds.contains(.body), !isOwned, known?.use != .adjective, known?.use != .place,
        known?.use != .people
      else { return nil }
      return 1
    }
  }

  /// The armed group that "the rebels", "the militants" means.
  func armedGroup(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Voice? {
    guard reader.descriptions.kinds(text.tokens.words[noun]).contains(.armed),
      let entity = entity(ofBody: noun, .organization, phrase, in: index)
    else { return nil }
    return body(entity, words: phrase.range)
  }
}
