internal import Language
internal import ParleyModel
internal import Parties

extension SpeakerPass {
  /// The words `range` without line ends.
  func plain(_ range: Range<Int>) -> String {
    let words = text.article.text[text.span(range).indices]
    return String(decoding: words.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The name of entity `entity` at its fullest.
  func name(ofEntity entity: Int) -> String {
    names.entities[entity].outlet ?? plain(names.entities[entity].name)
  }

  /// The name of what the mention names, at its fullest.
  func name(ofMention mention: Int) -> String { name(ofEntity: names.mentions[mention].entity) }

  /// The voice of a source with a name.
  func named(_ mention: Int, _ phrase: SourcePhrase) -> Voice {
    if let bearer = bearer(ofOffice: mention, phrase) {
      return person(names.mentions[bearer].entity, words: phrase.range)
    }
    let entity = names.mentions[mention].entity
    let kind = names.entities[entity].kind
    var name = name(ofEntity: entity)
    let others = phrase.others.map { self.name(ofMention: $0) }
    if !others.isEmpty {
      name = ([name] + others.dropLast()).joined(separator: ", ") + " and " + (others.last ?? "")
    } else if kind == .organization,
      phrase.description.lowerBound < names.mentions[mention].tokens.lowerBound
    {
      // "Gaza's Health Ministry".
      name = plain(phrase.description.lowerBound..<names.mentions[mention].tokens.upperBound)
    }
    let words = text.span(phrase.range)
    switch kind {
    case .person:
      return Voice(
        type: .named, speaker: .known(name: name),
        link: ChainLink(name: name, kind: .person, words: words), entity: entity,
        isPlural: phrase.isPlural)
    case .organization, .outlet:
      let last = names.mentions[mention].tokens.upperBound - 1
      let isOfMany = names.mentions[mention].tokens.contains {
        text.tokens.words[$0] == FixedWords.of || text.tokens.words[$0] == FixedWords.and
      }
      if kind == .organization, !isOfMany, isPeople(last) {
        // "Palestinians say", "Republicans say".
        let name = plain(phrase.description)
        return Voice(
          type: .unnamed, speaker: .known(name: name),
          link: ChainLink(name: name, kind: .unnamed, words: words),
          noun: text.tokens.words[last], isPlural: true, unnamed: UnnamedSource())
      }
      return Voice(
        type: .organization, speaker: .known(name: name),
        link: ChainLink(
          name: name, kind: kind == .outlet ? .outlet : .organization, words: words),
        entity: entity, isPlural: phrase.isPlural)
    }
  }

  /// The person whose office "and" was read into two names: "Alba Health and Human Services Secretary Ek
  /// Om".
  private func bearer(ofOffice mention: Int, _ phrase: SourcePhrase) -> Int? {
    guard names.mentions[mention].kind == .organization, phrase.others.count == 1,
      case let other = names.mentions[phrase.others[0]], other.kind == .person,
      other.title.count > 1,
      other.title.lowerBound == names.mentions[mention].tokens.upperBound + 1,
      text.tags[other.title.lowerBound] != .adj,
      parties.mention(at: other.title.lowerBound) == nil,
      !reader.lexicon.kinds(text.tokens.words[other.title.lowerBound]).contains(.title)
    else { return nil }
    return phrase.others[0]
  }

  /// Whether the word names people by where they are from or what they belong to.
  private func isPeople(_ token: Int) -> Bool {
    if let known = parties.mention(at: token), known.use == .people { return true }
    let kind = reader.lexicon.kinds(text.tokens.words[token])
    return kind.contains([.person, .plural]) && kind.isDisjoint(with: .organization)
  }

  /// The voice of a person who was named elsewhere.
  func person(_ entity: Int, words: Range<Int>) -> Voice {
    let name = name(ofEntity: entity)
    return Voice(
      type: .named, speaker: .known(name: name),
      link: ChainLink(name: name, kind: .person, words: text.span(words)), entity: entity)
  }
}
