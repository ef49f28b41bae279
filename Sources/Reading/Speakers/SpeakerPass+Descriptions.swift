internal import Language
internal import ParleyModel
internal import Parties

extension SpeakerPass {
  /// The voice of a source that a noun describes.
  mutating func described(
    _ noun: Int, _ kind: WordKinds, _ phrase: SourcePhrase, in index: Int
  ) -> Voice {
    let isPerson = !kind.isDisjoint(with: [.person, .title])
    if phrase.isPlural, let pair = pair(called: noun, phrase, isPerson: isPerson) { return pair }
    if !kind.isDisjoint(with: [.organization, .outlet]), !isPerson || isNamedAgency(phrase) {
      return body(noun, kind, phrase, in: index)
    }
    // "Official figures showed": what has a plural for persons too.
    if kind.contains(.document), !isPerson || kind.contains(.plural) {
      return document(noun, phrase, in: index)
    }
    if !isPerson, !phrase.isPlural, !isPluralForm(noun), !isAgentive(noun) {
      return plainBody(noun, phrase)
    }
    if !phrase.isPlural,
      let entity = namedBefore(phrase) ?? namedBehind(phrase, in: index)
        ?? namedBeforeCue(phrase, in: index)
    {
      return person(entity, words: phrase.range)
    }
    if !phrase.isPlural, !phrase.isOther,
      let entity = person(noun, phrase, in: index) ?? namedAfterLead(noun, phrase, in: index)
    {
      return person(entity, words: phrase.range)
    }
    if phrase.isDefinite, phrase.isPlural, let group = armedGroup(noun, phrase, in: index) {
      return group
    }
    return earlier(noun, phrase, in: index)
      ?? (phrase.isDefinite ? introduced(noun, phrase, in: index) : nil)
      ?? latest(noun, phrase, in: index) ?? newlyCalled(noun, phrase, in: index)
      ?? unnamed(noun, phrase, in: index)
  }

  /// The person with a name whom the description means.
  private func person(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Int? {
    descriptions.resolve(
      phrase, noun: noun, excluded: spans[index].content,
      barred: disjoint(from: phrase.range.lowerBound, in: index),
      lastSpeaker: lastSpeaker(before: index)?.entity)
  }

  /// The person who spoke last, close before, for a title that the text puts beside no name: "Ek Om
  /// said no. The diplomat added".
  private func latest(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Voice? {
    guard phrase.isDefinite, !phrase.isPlural, !phrase.isOther,
      phrase.description.upperBound == noun + 1,
      phrase.description.allSatisfy({
        $0 == noun || text.tags[$0] == .adj && names.mentionAt[$0] < 0
      }),
      let last = lastSpeaker(before: index), sentences[index] - last.sentence <= 3
    else { return nil }
    let kind = reader.lexicon.kinds(text.tokens.words[noun])
    let gender = names.entities[last.entity].gender
    if kind.contains(.man) && gender == .woman || kind.contains(.woman) && gender == .man {
      return nil
    }
    return person(last.entity, words: phrase.range)
  }

  /// The person whom the first sentence of an article only describes, and whom the next ones name without
  /// a title: "A leading mediator has warned of a long war. / Peter Om, 53, said ...".
  private func namedAfterLead(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Int? {
    let word = text.tokens.words[noun]
    guard sentences[index] == 0, phrase.count == nil,
      FixedWords.a.contains(text.tokens.words[phrase.range.lowerBound]),
      reader.descriptions.kinds(word).isDisjoint(with: [.mouth, .anyone])
    else { return nil }
    let kind = reader.lexicon.kinds(word)
    var seen: Set<Int> = []
    for mention in names.mentions.prefix(60) where mention.kind == .person {
      let sentence = text.sentence(ofToken: mention.tokens.lowerBound)
      if sentence > 3 { return nil }
      // Whom the first sentence names is somebody else.
      guard seen.insert(mention.entity).inserted, sentence > 0 else { continue }
      let titles = names.entities[mention.entity].titles
      guard Standing(mention.tokens, in: text).isSubject, mention.tokens.count > 1 else { continue }
      guard mention.title.isEmpty,
        titles.contains(word)
          || !titles.contains(where: { reader.lexicon.kinds($0).contains(.title) }),
        !(kind.contains(.man) && mention.gender == .woman),
        !(kind.contains(.woman) && mention.gender == .man)
      else { return nil }
      return mention.entity
    }
    return nil
  }

  /// The person who spoke right before without a word of who he is, for an office that the text tells of
  /// for the first time: "Lord Ek said no. The former chancellor added".
  private func newlyCalled(_ noun: Int, _ phrase: SourcePhrase, in index: Int) -> Voice? {
    guard phrase.isDefinite, !phrase.isPlural, !phrase.isOther,
      case let word = text.tokens.words[noun], reader.lexicon.kinds(word).contains(.title),
      reader.descriptions.kinds(word).isDisjoint(with: [.common, .mouth]),
      !phrase.range.contains(where: {
        text.tags[$0] == .part || FixedWords.possessive.contains(text.tokens.words[$0])
      }),
      let last = lastSpeaker(before: index), sentences[index] - last.sentence <= 2,
      !disjoint(from: phrase.range.lowerBound, in: index).contains(last.entity)
    else { return nil }
    let kind = reader.lexicon.kinds(word)
    let person = names.entities[last.entity]
    if kind.contains(.man) && person.gender == .woman
      || kind.contains(.woman) && person.gender == .man
    {
      return nil
    }
    let isFormer = phrase.description.contains {
      reader.descriptions.kinds(text.tokens.words[$0]).contains(.once)
    }
    let hasOffice = person.titles.contains {
      reader.lexicon.kinds($0).contains(.title)
        && !reader.descriptions.kinds($0).contains(.honorific)
    }
    guard isFormer || !hasOffice else { return nil }
    let called = sides(in: phrase)
    if !called.isEmpty, let side = parties.mention(at: person.name.upperBound - 1)?.party,
      side.index != nil, !called.contains(side)
    {
      return nil
    }
    return self.person(last.entity, words: phrase.range)
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

  /// The person whose name stands right behind, where the label took only what goes before it: "A
  /// spokesman for the union, Ek Om, said".
  private func namedBehind(_ phrase: SourcePhrase, in index: Int) -> Int? {
    let sentence = text.sentences[text.sentence(ofToken: phrase.range.lowerBound)]
    var comma = phrase.range.upperBound
    if text.tokens.words[comma - 1] == FixedWords.comma { comma -= 1 }
    guard comma + 1 < sentence.upperBound, text.tokens.words[comma] == FixedWords.comma,
      case let mention = Int(names.titledMentionAt[comma + 1]), mention >= 0,
      names.mentions[mention].kind == .person,
      names.mentions[mention].whole.lowerBound == comma + 1
    else { return nil }
    let end = names.mentions[mention].tokens.upperBound
    guard
      end == sentence.upperBound || text.tags[end] == .punct || text.tags[end] == .verb
        || text.tags[end] == .aux || spans[index].cue.contains(where: { $0.contains(end) })
    else { return nil }
    return names.mentions[mention].entity
  }

  /// The person whose name stands between commas right before the cue: "A dissident who stays away from the
  /// talks, Ek Om, said".
  private func namedBeforeCue(_ phrase: SourcePhrase, in index: Int) -> Int? {
    guard let cue = spans[index].cue.first, phrase.range.lowerBound + 4 < cue.lowerBound,
      text.sentence(ofToken: phrase.range.lowerBound) == text.sentence(ofToken: cue.lowerBound),
      text.tokens.words[cue.lowerBound - 1] == FixedWords.comma,
      case let mention = Int(names.mentionAt[cue.lowerBound - 2]), mention >= 0,
      names.mentions[mention].kind == .person,
      case let before = names.mentions[mention].whole.lowerBound - 1,
      before > phrase.range.lowerBound, text.tokens.words[before] == FixedWords.comma,
      // "Ek, Li Om, said" is a list.
      mention == 0 || names.mentions[mention - 1].kind != .person
        || names.mentions[mention - 1].tokens.upperBound != before
    else { return nil }
    return names.mentions[mention].entity
  }

  private func isPluralForm(_ noun: Int) -> Bool {
    reader.lexicon.kinds(text.tokens.words[noun]).contains(.plural)
      || text.article.text[Int(text.tokens.ends[noun]) - 1] == 0x73
  }

  /// Whether the noun, which no list knows, ends as those for persons do ("retailer").
  private func isAgentive(_ noun: Int) -> Bool {
    let range = text.tokens.range(noun)
    guard reader.lexicon.kinds(text.tokens.words[noun]).isEmpty, range.count > 5,
      text.tags[noun] == .noun
    else { return false }
    let bytes = text.article.text[range.indices]
    return ["er", "or", "ist", "ian", "man", "woman", "ee"].contains {
      bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// The words of a description but its noun.
  func content(of range: Range<Int>, but noun: Int) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for token in range where token != noun {
      switch text.tags[token] {
      case .noun, .propn, .adj: words.insert(reader.lexicon.singular(text.tokens.words[token]))
      default: break
      }
    }
    return words
  }

  /// The fuller description that introduced whom "the official" points back to, outside of other
  /// attributions: "A statement from a senior official of the port".
  func introduction(of noun: Int, _ phrase: SourcePhrase) -> SourcePhrase? {
    let word = reader.lexicon.singular(text.tokens.words[noun])
    let isPlural = isPluralForm(noun)
    let first = max(0, text.sentence(ofToken: noun) - 8)
    var token = phrase.range.lowerBound - 1
    while token > text.sentences[first].lowerBound {
      defer { token -= 1 }
      guard text.tags[token] == .noun,
        reader.lexicon.singular(text.tokens.words[token]) == word,
        isPluralForm(token) == isPlural,
        token + 1 >= text.tokens.count || text.tags[token + 1] != .noun
      else { continue }
      var start = token
      while start > 0, modifies(start - 1) { start -= 1 }
      let hasArticle = start > 0 && FixedWords.a.contains(text.tokens.words[start - 1])
      guard start < token || hasArticle else { continue }
      let sentence = text.sentences[text.sentence(ofToken: token)]
      var end = token + 1
      if end < sentence.upperBound, text.tags[end] == .adp { end = complement(from: end, sentence) }
      return SourcePhrase(
        (hasArticle ? start - 1 : start)..<end, of: text, names: names, lexicon: reader.lexicon,
        pronouns: reader.pronouns)
    }
    return nil
  }

  private func modifies(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .adj, .noun, .propn, .num: true
    case .part: text.tokens.shapes[token].contains(.joined)
    default: text.tokens.words[token] == FixedWords.hyphen
    }
  }

  /// Just past the words that a preposition joins to a noun.
  private func complement(from preposition: Int, _ sentence: Range<Int>) -> Int {
    var end = preposition + 1
    while end < sentence.upperBound, modifies(end) || text.tags[end] == .det { end += 1 }
    return end > preposition + 1 ? end : preposition
  }

  /// The names that "the two countries", "both companies", "the two leaders" stand for: the last two
  /// that "and" joins.
  private func pair(called noun: Int, _ phrase: SourcePhrase, isPerson: Bool) -> Voice? {
    let kinds = reader.descriptions.kinds(reader.lexicon.singular(text.tokens.words[noun]))
    guard kinds.contains(.joint), phrase.isDefinite || phrase.count != nil,
      phrase.description.count <= 2
    else { return nil }
    if let count = phrase.count, !Self.two.contains(text.tokens.words[count.lowerBound]) {
      return nil
    }
    // "The companies", "the ministers": only right behind the pair; "both sides" anywhere.
    let reach = phrase.count == nil ? 3 : 25
    let sentence = text.sentence(ofToken: noun)
    for number in (0..<names.mention(atOrAfter: phrase.range.lowerBound)).reversed()
    where number > 0 {
      let second = names.mentions[number]
      if sentence - text.sentence(ofToken: second.tokens.lowerBound) > reach { return nil }
      let first = names.mentions[number - 1]
      guard first.entity != second.entity, (first.kind == .person) == isPerson,
        (second.kind == .person) == isPerson, isJoined(first, second),
        isPerson
          || isState(first) != kinds.contains(.body) && isState(second) != kinds.contains(.body)
      else { continue }
      return joint(first.entity, second.entity, words: phrase.range)
    }
    return isPerson && kinds.contains(.ruler) && phrase.count != nil
      ? rulers(before: phrase.range) : nil
  }

  /// The two who rule and were named last: "both leaders".
  private func rulers(before range: Range<Int>) -> Voice? {
    var found: [Int] = []
    let sentence = text.sentence(ofToken: range.lowerBound)
    for mention in names.mentions[..<names.mention(atOrAfter: range.lowerBound)].reversed()
    where mention.kind == .person && !found.contains(mention.entity) {
      if sentence - text.sentence(ofToken: mention.tokens.lowerBound) > 6 { return nil }
      guard
        names.entities[mention.entity].titles.contains(where: {
          reader.descriptions.kinds($0).contains(.ruler) || $0 == Self.minister
        })
      else { continue }
      found.append(mention.entity)
      if found.count == 2 { return joint(found[1], found[0], words: range) }
    }
    return nil
  }

  private static let minister = WordHash.of("minister")

  /// The two named bodies that "and" joins in the sentence of `token` or the one before: "Alba and Ostria
  /// lead the group. They said".
  func pairNamed(before token: Int, words: Range<Int>, within reach: Int) -> Voice? {
    let sentence = text.sentence(ofToken: token)
    for number in (0..<names.mention(atOrAfter: token)).reversed() where number > 0 {
      let second = names.mentions[number]
      if sentence - text.sentence(ofToken: second.tokens.lowerBound) > reach { return nil }
      let first = names.mentions[number - 1]
      guard first.entity != second.entity, (first.kind == .person) == (second.kind == .person),
        isJoined(first, second)
      else { continue }
      return joint(first.entity, second.entity, words: words)
    }
    return nil
  }

  /// Two who speak together.
  private func joint(_ first: Int, _ second: Int, words: Range<Int>) -> Voice {
    let isPerson = names.entities[first].kind == .person
    let name = name(ofEntity: first) + " and " + name(ofEntity: second)
    return Voice(
      type: isPerson ? .named : .organization, speaker: .known(name: name),
      link: ChainLink(
        name: name, kind: isPerson ? .person : .organization, words: text.span(words)),
      isPlural: true)
  }

  private func isState(_ mention: NameMention) -> Bool {
    parties.mention(at: mention.tokens.upperBound - 1).flatMap { parties.kind(of: $0.party) }
      == .state
  }

  private static let two = Set(["two", "both"].map { WordHash.of($0) })

  /// Whether nothing but "and", an article and titles stands between two names.
  private func isJoined(_ first: NameMention, _ second: NameMention) -> Bool {
    let between = first.tokens.upperBound..<second.tokens.lowerBound
    guard between.count <= 6, between.first.map({ text.tokens.words[$0] == FixedWords.and }) == true
    else { return false }
    return between.dropFirst().allSatisfy {
      text.tags[$0] == .det || text.tags[$0] == .adj || text.tags[$0] == .noun
        || second.title.contains($0)
    }
  }
}
