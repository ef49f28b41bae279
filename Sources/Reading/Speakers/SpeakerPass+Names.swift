internal import Language
internal import ParleyModel

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
      return Voice(
        type: .organization, speaker: .known(name: name),
        link: ChainLink(
          name: name, kind: kind == .outlet ? .outlet : .organization, words: words),
        entity: entity, isPlural: phrase.isPlural)
    }
  }

  /// The voice of a person who was named elsewhere.
  func person(_ entity: Int, words: Range<Int>) -> Voice {
    let name = name(ofEntity: entity)
    return Voice(
      type: .named, speaker: .known(name: name),
      link: ChainLink(name: name, kind: .person, words: text.span(words)), entity: entity)
  }
}
