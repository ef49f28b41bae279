internal import Language
internal import ParleyModel

extension SpeakerPass {
  /// The voice of an attribution whose words name no source: the subject of its cue where the text
  /// has one elsewhere, the speaker of the quotation it goes on with, or nobody.
  mutating func voiceWithoutSource(_ index: Int) -> Voice {
    if isHearsay(index) { return .unresolved(.unnamed, "the text does not say who says this") }
    if let voice = reported(index) { return voice }
    if let subject = wordsBehindCue(of: index) ?? subject(of: index) ?? wordsBeforeCue(of: index)
      ?? wordsBeforeClause(of: index),
      let phrase = SourcePhrase(
        subject, of: text, names: names, lexicon: reader.lexicon, pronouns: reader.pronouns)
    {
      return voice(of: phrase, in: index)
    }
    // "Hopes of a 'fair' deal", "reports that ..." go on with nobody's words.
    let isOwnCue =
      spans[index].cue.first.map { text.tags[$0.lowerBound] == .noun || isPassive($0) } ?? false
    if attributions[index].kind == .direct || attributions[index].kind == .mixed && !isOwnCue,
      let last = history.last, let voice = voices[last],
      sentences[index] - lastSentences[last] <= 2
    {
      return voice
    }
    return .unresolved(.unnamed, "the text does not say who says this")
  }

  /// The name or title right behind the cue, where the sentence ends or a comma parts it: "insisted Mr
  /// Ek, ".
  private func wordsBehindCue(of index: Int) -> Range<Int>? {
    guard let cue = spans[index].cue.first, text.tags[cue.upperBound - 1] == .verb,
      reader.isSpeech(cue.upperBound - 1, in: text)
    else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    var end = cue.upperBound
    // What is said may go on behind, and then takes all of it in.
    let content = spans[index].content.filter { !$0.contains(cue.lowerBound) }
    while end < sentence.upperBound, end - cue.upperBound < 8,
      !content.contains(where: { $0.contains(end) }), text.tags[end] != .punct
    {
      switch text.tags[end] {
      case .det, .adj, .noun, .propn, .part: end += 1
      default: return nil
      }
    }
    let isParted = end >= sentence.upperBound || text.tags[end] == .punct
    guard isParted, end > cue.upperBound, case let mention = Int(names.titledMentionAt[end - 1]),
      mention >= 0, names.mentions[mention].kind == .person
    else { return nil }
    return cue.upperBound..<end
  }

  /// The words from the start of the sentence, or of the clause, to the cue, if they have no verb:
  /// "The two diplomats at the talks said ...".
  private func wordsBeforeCue(of index: Int) -> Range<Int>? {
    guard let cue = spans[index].cue.first,
      text.tags[cue.lowerBound] == .verb || text.tags[cue.lowerBound] == .aux && !isPassive(cue)
    else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    var start = cue.lowerBound
    while start > sentence.lowerBound, cue.lowerBound - start < 14,
      !spans[index].content.contains(where: { $0.contains(start - 1) })
    {
      switch text.tags[start - 1] {
      case .noun, .propn, .adj, .adp, .det, .num, .pron, .adv, .part: start -= 1
      default:
        if text.tokens.words[start - 1] == FixedWords.hyphen { start -= 1; continue }
        let isClause = text.tags[start - 1] == .punct || text.tags[start - 1] == .cconj
        return isClause && start < cue.lowerBound ? start..<cue.lowerBound : nil
      }
    }
    return start < cue.lowerBound ? start..<cue.lowerBound : nil
  }

  /// Who says what only the outlet behind "according to" stands for: "..., he said, according to
  /// Alba News".
  private mutating func reported(_ index: Int) -> Voice? {
    guard let cue = spans[index].cue.first,
      text.tokens.words[cue.lowerBound] == FixedWords.according,
      let outlet = cue.first(where: { names.mentionAt[$0] >= 0 }).map({ Int(names.mentionAt[$0]) }),
      let end = spans[index].content.last(where: { $0.upperBound <= cue.lowerBound })?.upperBound,
      let subject = speechBetween(end..<cue.lowerBound),
      let phrase = SourcePhrase(
        subject, of: text, names: names, lexicon: reader.lexicon, pronouns: reader.pronouns)
    else { return nil }
    var voice = voice(of: phrase, in: index)
    let name = name(ofMention: outlet)
    voice.relays = [
      ChainLink(
        name: name, kind: .outlet, words: text.span(names.mentions[outlet].tokens))
    ]
    return voice
  }

  /// The subject of "X said" or "said X" between the commas of `range`.
  private func speechBetween(_ range: Range<Int>) -> Range<Int>? {
    let words = range.drop { text.tags[$0] == .punct }
    guard let first = words.first, words.count <= 14,
      let verb = words.first(where: { text.tags[$0] == .verb && reader.isSpeech($0, in: text) })
    else { return nil }
    if verb > first { return first..<verb }
    let end = words.dropFirst().first { text.tags[$0] == .punct } ?? range.upperBound
    return end > verb + 1 ? verb + 1..<end : nil
  }

  /// The words before a clause between commas that ends right before the cue: "Ek, who had left the
  /// room, said ...".
  private func wordsBeforeClause(of index: Int) -> Range<Int>? {
    guard let cue = spans[index].cue.first, cue.lowerBound > 1,
      text.tags[cue.lowerBound] == .verb || text.tags[cue.lowerBound] == .aux,
      text.tokens.words[cue.lowerBound - 1] == FixedWords.comma
    else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    var comma = cue.lowerBound - 2
    while comma > sentence.lowerBound, text.tokens.words[comma] != FixedWords.comma { comma -= 1 }
    guard comma > sentence.lowerBound,
      text.tags[comma - 1] == .propn || text.tags[comma - 1] == .noun
    else { return nil }
    return phrase(around: comma - 1, in: sentence)
  }

  /// The noun phrase that is the subject of the cue: "He left and said ...".
  private func subject(of index: Int) -> Range<Int>? {
    guard let cue = spans[index].cue.first else { return nil }
    var verb = cue.lowerBound
    for token in cue where text.tags[token] == .verb {
      verb = token
      break
    }
    let sentence = text.sentences[text.sentence(ofToken: verb)]
    for _ in 0..<4 {
      for token in sentence where Int(text.heads[token]) == verb {
        let isPassive = text.relations[token] == .nsubjPass && self.isPassive(cue)
        if isPassive, !quotes(cue) { return nil }
        if text.relations[token] == .nsubj || text.relations[token] == .nsubjPass,
          quotes(cue)
            || !attributions[index].content.contains(where: {
              $0.contains(Int(text.tokens.starts[token]))
            })
        {
          return phrase(around: token, in: sentence)
        }
      }
      switch text.relations[verb] {
      case .conj, .xcomp, .advcl, .ccomp, .parataxis: break
      default: return nil
      }
      guard text.heads[verb] >= 0 else { return nil }
      verb = Int(text.heads[verb])
    }
    return nil
  }

  /// Whether a cue is in the passive: a form of "be" and a verb that is no progressive.
  private func isPassive(_ cue: Range<Int>) -> Bool {
    guard cue.contains(where: { reader.hearsay.kind(text.tokens.words[$0]) == .be }),
      let verb = cue.last(where: { text.tags[$0] == .verb })
    else { return false }
    return !text.word(verb).hasSuffix("ing")
  }

  /// "Was quoted as saying": the subject of the passive is who speaks.
  private func quotes(_ cue: Range<Int>) -> Bool {
    cue.contains { text.tokens.words[$0] == Self.saying || text.tokens.words[$0] == Self.quoted }
  }

  private static let saying = WordHash.of("saying")
  private static let quoted = WordHash.of("quoted")
  /// Whether the cue tells that somebody says it and not who: "reportedly", "is believed to".
  func namesNoSource(_ index: Int) -> Bool {
    guard let cue = spans[index].cue.first, let source = spans[index].source.first else {
      return false
    }
    if isHearsay(index) { return true }
    guard !quotes(cue) else { return false }
    let before = source.lowerBound - 1
    if before >= 0, text.tags[before] == .adp { return false }
    if source.contains(where: { text.tokens.words[$0] == FixedWords.by }) { return false }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    for verb in cue where text.tags[verb] == .verb {
      let isPassive = sentence.contains {
        Int(text.heads[$0]) == verb && text.relations[$0] == .auxPass
          && ($0 >= source.upperBound || source.lowerBound > verb)
          // "She's suggested" is "she has".
          && !text.tokens.shapes[$0].contains(.joined)
      }
      if isPassive { return true }
    }
    return false
  }

  /// Whether the cue is one that tells of no source: an adverb ("reportedly"), or a verb in the
  /// passive without "by" ("is expected to", "was seen as").
  private func isHearsay(_ index: Int) -> Bool {
    guard let cue = spans[index].cue.first, !quotes(cue) else { return false }
    for token in cue {
      switch reader.hearsay.kind(text.tokens.words[token]) {
      case .adverb: return true
      case .verb:
        var before = token - 1
        while before > 0, text.tags[before] == .adv { before -= 1 }
        guard before >= 0, text.tags[before] == .aux,
          reader.hearsay.kind(text.tokens.words[before]) == .be,
          !spans[index].source.contains(where: { $0.lowerBound > token })
        else { continue }
        let next = token + 1
        if next < text.tokens.count, text.tokens.words[next] == FixedWords.by { continue }
        return true
      case .be, nil: continue
      }
    }
    return false
  }

  func phrase(around head: Int, in sentence: Range<Int>) -> Range<Int> {
    var start = head
    while start > sentence.lowerBound {
      let before = start - 1
      let mention = Int(names.titledMentionAt[before])
      let continues =
        mention >= 0 || text.tags[before] == .det || text.tags[before] == .adj
        || text.tags[before] == .noun || text.tags[before] == .num
      guard continues else { break }
      start = before
    }
    let mention = Int(names.mentionAt[head])
    let end = mention >= 0 ? max(head + 1, names.mentions[mention].tokens.upperBound) : head + 1
    return start..<end
  }
}
