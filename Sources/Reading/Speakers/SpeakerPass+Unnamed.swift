internal import Language
internal import ParleyModel
internal import Parties

extension SpeakerPass {
  /// The unnamed sources that "the sources", "the official" points back to.
  func earlier(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Voice? {
    guard !phrase.isOther || phrase.isDefinite, pointsBack(noun, phrase, in: index),
      !FixedWords.possessive.contains(text.tokens.words[phrase.range.lowerBound])
    else { return nil }
    // "Sources told Reuters" are not those who told CNN.
    let outlets = phrase.isDefinite ? [] : finder.links(of: spans[index]).map(outletName)
    let word = reader.lexicon.singular(text.tokens.words[noun])
    let words = content(of: phrase.description, but: noun)
    let isAnyone = reader.descriptions.kinds(word).contains(.anyone)
    var found: Voice?
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      guard let voice = voices[earlier], voice.type == .unnamed, voice.link != nil,
        voice.isPlural == phrase.isPlural, !voice.isPart || phrase.count != nil,
        voice.noun == word || isAnyone && phrase.isPlural && phrase.isDefinite,
        outlets.isEmpty || voice.relays.isEmpty
          || voice.relays.contains(where: { outlets.contains($0.name ?? "") })
      else { continue }
      // "The police chief's spokesman" is not the spokesman for the union.
      let fitting = words.count { voice.words.contains($0) }
      guard
        words.isEmpty || fitting * 2 >= words.count || isCounted(phrase, as: voice)
          || sides(in: phrase).contains(where: voice.sides.contains)
      else { continue }
      // "The three sources" are the three of before, not the sources in between.
      if phrase.count != nil, !isCounted(phrase, as: voice) {
        if found == nil { found = voice }
        continue
      }
      found = voice
      break
    }
    guard var voice = found else { return nil }
    // Sources go on telling the same outlet; others only right behind.
    if !isAnyone, let last = history.last(where: { voices[$0]?.noun == word }),
      sentences[index] - lastSentences[last] > 1
    {
      voice.relays = []
    }
    let before = voice.unnamed
    voice = renewed(voice, words: phrase.range)
    let own = details(of: phrase, in: index)
    voice.unnamed = UnnamedSource(
      count: own.count ?? before?.count, closeness: own.closeness ?? before?.closeness,
      why: own.why ?? (phrase.isDefinite ? before?.why : nil))
    return voice
  }

  private func outletName(_ relay: Relay) -> String {
    switch relay.name {
    case .mention(let mention): name(ofMention: mention)
    case .words(let words): plain(words)
    }
  }

  /// Whether the description is one of somebody known: "the sources", or, of sources of whom the
  /// text has told, "sources" or "Russian sources".
  private func pointsBack(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Bool {
    if phrase.isDefinite { return true }
    guard phrase.isPlural, phrase.count == nil,
      reader.lexicon.singular(text.tokens.words[noun]) == Self.source
    else { return false }
    return (phrase.description.lowerBound..<noun).allSatisfy {
      parties.mention(at: $0)?.use == .adjective
    }
  }

  /// The sides that the words of a description name.
  func sides(in phrase: SourcePhrase) -> Set<PartyName> {
    Set(
      phrase.range.compactMap { parties.mention(at: $0) }.filter { $0.party.index != nil }.map(
        \.party))
  }

  private static let source = WordHash.of("source")

  private func isCounted(_ phrase: SourcePhrase, as voice: Voice) -> Bool {
    guard let count = phrase.count, let other = voice.unnamed?.count else { return false }
    return text.article.words(other).lowercased() == plain(count).lowercased()
  }

  /// Whom a definite description points back to that was introduced outside of attributions.
  func introduced(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Voice? {
    guard phrase.description.lowerBound == noun, phrase.description.upperBound == noun + 1,
      let fuller = introduction(of: noun, phrase), case .noun(let other, _) = fuller.head
    else { return nil }
    var voice = unnamed(other, fuller, in: index)
    voice.link?.words = text.span(phrase.range)
    return voice
  }

  private func details(of phrase: SourcePhrase, in index: Int) -> UnnamedSource {
    let found = details.details(phrase, content: spans[index].content)
    return UnnamedSource(
      count: found.count.map(text.span), closeness: found.closeness.map(text.span),
      why: found.why.map(text.span))
  }

  /// The voice of sources without names.
  func unnamed(_ noun: Int?, _ phrase: SourcePhrase, in index: Int) -> Voice {
    let name = plain(phrase.description)
    return Voice(
      type: .unnamed, speaker: .known(name: name),
      link: ChainLink(name: name, kind: .unnamed, words: text.span(phrase.range)),
      noun: noun.map { reader.lexicon.singular(text.tokens.words[$0]) },
      words: noun.map { content(of: phrase.description, but: $0) } ?? [],
      sides: sides(in: phrase), isPlural: phrase.isPlural, unnamed: details(of: phrase, in: index))
  }

  /// What one of several is called: "EU diplomat" of "EU diplomats"; `nil` where the words tell more.
  private func single(of voice: Voice) -> String? {
    guard let name = voice.speaker.name, let noun = voice.noun,
      let last = name.split(separator: " ").last,
      last.hasSuffix("s"), reader.lexicon.singular(WordHash.of(last.lowercased())) == noun
    else { return nil }
    let one = name.dropLast()
    // "Many diplomats".
    guard voice.unnamed?.count != nil, let cut = one.firstIndex(of: " ") else { return String(one) }
    return String(one[one.index(after: cut)...])
  }

  /// "One of the sources", "another", "others": one of those spoken of before, or somebody new.
  mutating func quantity(_ phrase: SourcePhrase, in index: Int) -> Voice {
    var voice = unnamed(phrase.group, phrase, in: index)
    let group = phrase.group.map { reader.lexicon.singular(text.tokens.words[$0]) }
    let isAnyone = group.map { reader.descriptions.kinds($0).contains(.anyone) } ?? false
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      guard let known = voices[earlier], known.type == .unnamed, known.isPlural else { continue }
      if let group, known.noun != group, !isAnyone { continue }
      if group == nil, sentences[index] - sentences[earlier] > 3 { break }
      voice.relays = known.relays
      voice.isPart = true
      // "One said" of "EU diplomats": one of those.
      let isNobody = plain(phrase.range).lowercased().hasPrefix("no")
      if group == nil, !isNobody, phrase.description.count == 1, !voice.isPlural || phrase.isOther,
        let name = single(of: known)
      {
        voice.speaker = .known(name: name)
        voice.link?.name = name
      }
      if voice.noun == nil { voice.noun = known.noun }
      break
    }
    return voice
  }
}
