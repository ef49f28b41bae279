internal import Language
internal import ParleyModel
internal import Parties

extension SpeakerPass {
  /// The voice that a pronoun stands for.
  mutating func voice(of pronoun: Pronoun, at token: Int, in index: Int) -> Voice {
    let voice = single(pronoun, at: token, in: index)
    // "She and Ek said".
    guard pronoun == .man || pronoun == .woman, voice.type == .named, let name = voice.speaker.name,
      token + 2 < text.tokens.count, text.tokens.words[token + 1] == FixedWords.and,
      case let other = Int(names.titledMentionAt[token + 2]), other >= 0,
      names.mentions[other].kind == .person
    else { return voice }
    var joint = voice
    let both = name + " and " + self.name(ofMention: other)
    joint.speaker = .known(name: both)
    joint.link?.name = both
    joint.entity = nil
    joint.isPlural = true
    return joint
  }

  private mutating func single(_ pronoun: Pronoun, at token: Int, in index: Int) -> Voice {
    switch pronoun {
    case .man: return person(.man, at: token, in: index)
    case .woman: return person(.woman, at: token, in: index)
    case .own: return own(at: token, in: index)
    case .thing:
      return thing(token, in: index)
        ?? .unresolved(.organization, "no body is named nearby that '\(text.word(token))' could be")
    case .several:
      return recent(token, index) { $0.isPlural } ?? single(token, index)
        ?? pairNamed(before: token, words: token..<token + 1, within: 1)
        ?? recent(token, index) { $0.type == .organization }
        ?? .unresolved(.unnamed, "nobody is named nearby whom '\(text.word(token))' could mean")
    }
  }

  private mutating func person(_ gender: Gender, at token: Int, in index: Int) -> Voice {
    if let voice = unnamedBefore(token, gender, in: index) { return voice }
    var query = PersonResolver.Query(token: token, gender: gender)
    query.excluded = spans[index].content
    query.lastSpeaker = lastSpeaker(before: index)
    query.barred = disjoint(from: token, in: index)
    let open = persons.resolve(query)
    var barred: Int?
    if let releaser = finder.releaser(of: spans[index]) {
      barred = releaser
      query.barred.formUnion(names.entities.indices.filter { !isSpokenFor($0, by: releaser) })
    }
    let word = text.word(token)
    guard let entity = barred == nil ? open : persons.resolve(query) else {
      if let open, let barred {
        return .unresolved(
          .named,
          "the words were made public by \(plain(names.mentions[barred].tokens)), which does not "
            + "speak for \(name(ofEntity: open)), the person named last whom '\(word)' could mean")
      }
      return .unresolved(.named, "nobody is named nearby whom '\(word)' could mean")
    }
    if let side = rival(of: entity, gender, at: token, in: index) {
      return .unresolved(
        .named,
        "whom '\(word)' means is not named: the paragraph before is about \(side) and does not speak "
          + "of \(name(ofEntity: entity)), the person named last whom '\(word)' could mean")
    }
    persons.learn(entity, gender)
    return person(entity, words: token..<token + 1)
  }

  /// The unnamed source that spoke last, where nobody with a name comes between: "A commander said
  /// ... he added".
  private func unnamedBefore(_ token: Int, _ gender: Gender, in index: Int) -> Voice? {
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      guard let voice = voices[earlier], voice.type == .named || voice.type == .unnamed else {
        continue
      }
      guard voice.type == .unnamed, !voice.isPlural, voice.link != nil, let noun = voice.noun,
        sentences[index] - sentences[earlier] <= 3, let source = spans[earlier].source.first
      else { return nil }
      let kind = reader.lexicon.kinds(noun)
      guard !kind.isDisjoint(with: [.person, .title]),
        !kind.contains(gender == .man ? .woman : .man)
      else { return nil }
      let hidden = spans[earlier].content + spans[index].content
      // Whom the words before speak of may speak himself: "..., Ek said".
      func speaks(_ mention: NameMention) -> Bool {
        let next = mention.tokens.upperBound
        return next < text.tokens.count && text.tags[next] == .verb
          && reader.isSpeech(next, in: text)
      }
      let between =
        names.mention(
          atOrAfter: source.upperBound)..<max(
          names.mention(atOrAfter: source.upperBound), names.mention(atOrAfter: token))
      let isParted = names.mentions[between].contains { mention in
        mention.kind == .person && mention.gender != other(gender)
          && (speaks(mention) || !hidden.contains { $0.contains(mention.tokens.lowerBound) })
      }
      return isParted ? nil : renewed(voice, words: token..<token + 1)
    }
    return nil
  }

  private func other(_ gender: Gender) -> Gender { gender == .man ? .woman : .man }

  /// The side that the paragraph before a quotation is about, where it is not the side of `entity`
  /// and the paragraph does not speak of him: the sentence that named the speaker was lost.
  private func rival(
    of entity: Int, _ gender: Gender, at token: Int, in index: Int
  ) -> String? {
    guard attributions[index].kind != .indirect else { return nil }
    let sentence = text.sentence(ofToken: token)
    guard let paragraph = text.paragraphs.firstIndex(where: { $0.contains(sentence) }),
      paragraph > 0, text.paragraphs[paragraph].lowerBound == sentence,
      let side = parties.mention(at: names.entities[entity].name.upperBound - 1)?.party,
      side.index != nil
    else { return nil }
    let before = text.paragraphs[paragraph - 1]
    let tokens =
      text.sentences[before.lowerBound]
      .lowerBound..<text.sentences[before.upperBound - 1].upperBound
    for token in tokens {
      if names.entity(at: token) == entity { return nil }
      if let pronoun = reader.pronouns.pronoun(text.tokens.words[token]),
        pronoun == (gender == .man ? .man : .woman)
      {
        return nil
      }
      if names.mentionAt[token] >= 0, names.mentions[Int(names.mentionAt[token])].kind == .person {
        return nil
      }
    }
    for token in text.sentences[before.upperBound - 1] {
      guard let mention = parties.mention(at: token), !mention.isPerson, mention.party != side,
        mention.use == .name || mention.use == .seat, mention.party.index != nil,
        Standing(mention.tokens, in: text).isSubject
      else { continue }
      return mention.party.name
    }
    return nil
  }

  /// Whether a body may publish the words of a person: both belong to one side, or the text says
  /// that they belong together.
  private func isSpokenFor(_ entity: Int, by releaser: Int) -> Bool {
    let mention = names.mentions[releaser]
    if mention.entity == entity { return true }
    let last = names.entities[entity].name.upperBound - 1
    if let side = parties.mention(at: last)?.party,
      let other = parties.mention(at: mention.tokens.upperBound - 1)?.party, side == other
    {
      return true
    }
    return mention.tokens.contains {
      text.tokens.shapes[$0].contains(.capitalized)
        && names.entities[entity].titles.contains(text.tokens.words[$0])
    }
  }

  func lastSpeaker(before index: Int) -> (entity: Int, sentence: Int)? {
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      if let entity = voices[earlier]?.entity, names.entities[entity].kind == .person {
        return (entity, sentences[earlier])
      }
    }
    return nil
  }

  /// The latest voice within three sentences that `fits`, as the pronoun's own.
  private func recent(_ token: Int, _ index: Int, _ fits: (Voice) -> Bool) -> Voice? {
    for earlier in history.reversed() where sentences[earlier] <= sentences[index] {
      if sentences[index] - sentences[earlier] > 3 { return nil }
      guard let voice = voices[earlier], voice.link != nil, fits(voice) else { continue }
      return renewed(voice, words: token..<token + 1)
    }
    return nil
  }

  /// The one source without a name that spoke right before: "A source told Reuters ... they said".
  private func single(_ token: Int, _ index: Int) -> Voice? {
    guard let last = history.last(where: { sentences[$0] <= sentences[index] }),
      let voice = voices[last], voice.type == .unnamed, voice.link != nil, !voice.isPlural,
      sentences[index] - lastSentences[last] <= 2
    else { return nil }
    return renewed(voice, words: token..<token + 1)
  }

  /// The voice of an earlier attribution, for one whose words are `words`.
  func renewed(_ voice: Voice, words: Range<Int>) -> Voice {
    var voice = voice
    voice.link?.words = text.span(words)
    return voice
  }

  /// What "it" means: the body or text that spoke, or a body that is named, the nearer and the more
  /// prominent the better.
  private mutating func thing(_ token: Int, in index: Int) -> Voice? {
    let sentence = text.sentence(ofToken: token)
    if token == text.sentences[sentence].lowerBound,
      let opener = openingBody(of: sentence - 1, in: index)
    {
      return renewed(opener, words: token..<token + 1)
    }
    if let voice = recent(
      token, index, { !$0.isPlural && ($0.type == .organization || $0.type == .document) })
    {
      return voice
    }
    var best: (entity: Int, score: Float)?
    for number in (0..<names.mention(atOrAfter: token)).reversed()
    where names.mentions[number].kind != .person && !persons.isQuoted[number] {
      let mention = names.mentions[number]
      let distance = sentence - text.sentence(ofToken: mention.tokens.lowerBound)
      if distance > 4 { break }
      if let known = parties.mention(at: mention.tokens.lowerBound),
        known.use == .adjective || known.use == .people || parties.isPlace(known)
      {
        continue
      }
      guard !spans[index].content.contains(where: { $0.contains(mention.tokens.lowerBound) })
      else { continue }
      let standing = Standing(mention.tokens, in: text)
      var score = 2 - 0.8 * Float(distance)
      if standing.isSubject { score += 1.8 }
      score += 0.15 * Float(min(names.entities[mention.entity].count, 6))
      if score > best?.score ?? 0 { best = (mention.entity, score) }
    }
    return best.map { body($0.entity, words: token..<token + 1) }
  }

  /// The body that opens a sentence as its subject, where nobody speaks in it: "The network showed
  /// pictures of the square. It said".
  private mutating func openingBody(of sentence: Int, in index: Int) -> Voice? {
    guard sentence >= 0, !history.suffix(12).contains(where: { sentences[$0] == sentence }) else {
      return nil
    }
    let range = text.sentences[sentence]
    for token in range.prefix(8) {
      let mention = Int(names.mentionAt[token])
      let end = mention >= 0 ? names.mentions[mention].tokens.upperBound : token + 1
      if mention >= 0, names.mentions[mention].tokens.lowerBound != token { return nil }
      let isSubject =
        (token..<end).contains { text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass }
        || end < range.upperBound && text.tags[end] == .noun && text.relations[end] == .nsubj
      if isSubject {
        let last = end < range.upperBound && text.tags[end] == .noun ? end + 1 : end
        guard
          let phrase = SourcePhrase(
            range.lowerBound..<last, of: text, names: names, lexicon: reader.lexicon,
            pronouns: reader.pronouns)
        else { return nil }
        switch phrase.head {
        case .name(let mention) where names.mentions[mention].kind != .person:
          if let known = parties.mention(at: token), known.use == .adjective || known.use == .people
          {
            return nil
          }
        case .noun(_, let kind) where kind.contains(.organization) && !phrase.isPlural: break
        default: return nil
        }
        let voice = voice(of: phrase, in: index)
        return voice.type == .organization && !voice.isPlural ? voice : nil
      }
      if mention < 0, !isNominal(token) { return nil }
    }
    return nil
  }

  /// "I", "we": the speaker of the words around.
  private func own(at token: Int, in index: Int) -> Voice {
    if let parent = parents[index], let voice = voices[parent] {
      var voice = voice
      voice.link?.words = text.span(token..<token + 1)
      return voice
    }
    for earlier in history.reversed() {
      guard let voice = voices[earlier] else { continue }
      if spans[earlier].content.contains(where: { $0.contains(token) }) { return voice }
    }
    if let last = history.last, sentences[index] - sentences[last] <= 1, let voice = voices[last],
      attributions[index].kind != .indirect || attributions[last].kind == .direct
    {
      return voice
    }
    return .unresolved(.named, "'\(text.word(token))' stands in words whose speaker is not known")
  }

  /// "Who", "which": whom the words right before name.
  mutating func relative(_ token: Int, in index: Int) -> Voice {
    let sentence = text.sentences[text.sentence(ofToken: token)]
    let end = endBefore(token, sentence)
    let head = documentHead(before: end, in: sentence)
    var start = head.map { $0 + 1 } ?? end
    while start > sentence.lowerBound {
      let before = start - 1
      let mention = Int(names.titledMentionAt[before])
      if mention >= 0 {
        start = min(names.mentions[mention].whole.lowerBound, before)
        continue
      }
      guard isNominal(before) else { break }
      start = before
      if text.tags[before] == .det { break }
    }
    guard start < end,
      let phrase = SourcePhrase(
        start..<end, of: text, names: names, lexicon: reader.lexicon, pronouns: reader.pronouns)
    else {
      return .unresolved(.unnamed, "'\(text.word(token))' follows no name or description")
    }
    if case .relative = phrase.head {
      return .unresolved(.unnamed, "'\(text.word(token))' follows no name or description")
    }
    return voice(of: phrase, in: index)
  }

  /// Where the words end that "which" takes up: no day says anything in "a letter on Monday which".
  private func endBefore(_ token: Int, _ sentence: Range<Int>) -> Int {
    var end = token
    while end > sentence.lowerBound + 1,
      reader.lexicon.kinds(text.tokens.words[end - 1]).contains(.noName)
        || text.tags[end - 1] == .adp || text.tags[end - 1] == .num || text.tags[end - 1] == .punct
    {
      end -= 1
    }
    return end
  }

  /// The noun for a text at the head of the phrase that ends before `end`: "a poll of voters in the
  /// north, which".
  private func documentHead(before end: Int, in sentence: Range<Int>) -> Int? {
    var token = end - 1
    var hasPreposition = false
    while token > sentence.lowerBound, end - token < 16 {
      switch text.tags[token] {
      case .adp: hasPreposition = true
      case .noun:
        if reader.lexicon.kinds(text.tokens.words[token]).contains(.document) {
          return hasPreposition && text.tags[token + 1] == .adp ? token : nil
        }
      case .det, .adj, .propn, .num, .part, .cconj: break
      case .punct: if text.tokens.words[token] != FixedWords.hyphen { return nil }
      default: return nil
      }
      token -= 1
    }
    return nil
  }

  private func isNominal(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .det, .adj, .noun, .propn, .num, .part: true
    default: text.tokens.words[token] == FixedWords.hyphen
    }
  }
}
