internal import Language
internal import ParleyModel

extension SpeakerPass {
  /// The voice of an attribution whose words name no source: the subject of its cue where the text
  /// has one elsewhere, the speaker of the quotation it goes on with, or nobody.
  mutating func voiceWithoutSource(_ index: Int) -> Voice {
    if let subject = subject(of: index) ?? wordsBeforeCue(of: index),
      let phrase = SourcePhrase(
        subject, of: text, names: names, lexicon: reader.lexicon, pronouns: reader.pronouns)
    {
      return voice(of: phrase, in: index)
    }
    if attributions[index].kind != .indirect, let last = history.last, let voice = voices[last],
      sentences[index] - sentences[last] <= 2
    {
      return voice
    }
    return .unresolved(.unnamed, "the text does not say who says this")
  }

  /// The words from the start of the sentence, or of the clause, to the cue, if they have no verb:
  /// "The three sources close to the talks said ...".
  private func wordsBeforeCue(of index: Int) -> Range<Int>? {
    guard let cue = spans[index].cue.first, text.tags[cue.lowerBound] == .verb else { return nil }
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
        let isPassive = text.relations[token] == .nsubjPass
        if isPassive, !quotes(cue) { return nil }
        if text.relations[token] == .nsubj || isPassive,
          !attributions[index].content.contains(where: {
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

  /// "Was quoted as saying": the subject of the passive is who speaks.
  private func quotes(_ cue: Range<Int>) -> Bool {
    cue.contains { text.tokens.words[$0] == Self.saying || text.tokens.words[$0] == Self.quoted }
  }

  private static let saying = WordHash.of("saying")
  private static let quoted = WordHash.of("quoted")
  private static let reportedly = Set(
    ["reportedly", "allegedly", "apparently", "supposedly", "alleged", "purportedly"].map {
      WordHash.of($0)
    })

  /// Whether the cue tells that somebody says it and not who: "reportedly", "is believed to".
  func namesNoSource(_ index: Int) -> Bool {
    guard let cue = spans[index].cue.first, let source = spans[index].source.first else {
      return false
    }
    if cue.contains(where: { Self.reportedly.contains(text.tokens.words[$0]) }) { return true }
    guard !quotes(cue) else { return false }
    let before = source.lowerBound - 1
    if before >= 0, text.tags[before] == .adp { return false }
    if source.contains(where: { text.tokens.words[$0] == FixedWords.by }) { return false }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    for verb in cue where text.tags[verb] == .verb {
      if sentence.contains(where: {
        Int(text.heads[$0]) == verb && text.relations[$0] == .auxPass
      }) {
        return true
      }
    }
    return false
  }

  private func phrase(around head: Int, in sentence: Range<Int>) -> Range<Int> {
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
