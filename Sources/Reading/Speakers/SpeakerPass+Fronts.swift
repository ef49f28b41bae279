internal import Language
internal import ParleyModel

extension SpeakerPass {
  /// The words of a source without what the label took in before it: "In Oslo, Ek", "Earlier on
  /// Monday, the ministry", "the plan that many doubt, the mayor".
  func withoutFront(_ source: Range<Int>, in index: Int) -> Range<Int> {
    var source = source
    // "[sources had] told".
    while source.count > 1, text.tags[source.upperBound - 1] == .aux,
      !text.tokens.shapes[source.upperBound - 1].contains(.capitalized)
    {
      source = source.lowerBound..<source.upperBound - 1
    }
    guard let cue = spans[index].cue.first, source.upperBound <= cue.lowerBound, source.count > 1
    else { return source }
    let sentence = text.sentences[text.sentence(ofToken: source.lowerBound)]
    if let comma = source.first(where: { text.tokens.words[$0] == FixedWords.comma }),
      comma + 1 < source.upperBound,
      opensAside(source.lowerBound, in: sentence),
      case let rest = comma + 1..<source.upperBound,
      rest.contains(where: { isNominalHead($0) })
    {
      return rest
    }
    // "According to [Alba News, Ek] said".
    let according = source.lowerBound - 2
    if according >= 0, text.tokens.words[according] == FixedWords.according,
      let comma = source.first(where: { text.tokens.words[$0] == FixedWords.comma }),
      comma + 1 < source.upperBound, !spans[index].cue.contains(where: { $0.contains(according) })
    {
      return comma + 1..<source.upperBound
    }
    if let last = nameBehindClause(source) { return last }
    guard let subject = subjectToken(of: cue, in: sentence), source.contains(subject) else {
      return source
    }
    let phrase = phrase(around: subject, in: sentence)
    let before = phrase.lowerBound - 1
    guard before > source.lowerBound, text.tags[before] != .cconj else {
      return source
    }
    let isParted = text.tokens.words[before] == FixedWords.comma
    // "Ek, the mayor," and "the mayor, Ek," stay whole.
    let hasVerb = (source.lowerBound..<before).contains {
      text.tags[$0] == .verb || text.tags[$0] == .aux
    }
    let opensClause =
      text.tags[before] == .sconj || Self.subordinate.contains(text.tokens.words[before])
    guard hasVerb && (isParted || opensClause) else { return source }
    return phrase.lowerBound..<source.upperBound
  }

  /// Whether a source only tells of a time: "last week", "on Monday".
  func isTime(_ source: Range<Int>) -> Bool {
    var hasNoun = false
    // "The 46-year-old", "July's poll".
    if source.contains(where: { text.tokens.shapes[$0].contains(.joined) }) { return false }
    for token in source where isNominalHead(token) {
      let kind = reader.lexicon.kinds(text.tokens.words[token])
      // "The Times" is none.
      guard
        kind.contains(.noName)
          || kind.contains(.time) && !text.tokens.shapes[token].contains(.capitalized)
      else { return false }
      hasNoun = true
    }
    return hasNoun
  }

  /// Who speaks where the label took words of a clause that stands between him and the cue: "Ek, who had
  /// met the mayor, said".
  func beforeAside(_ source: Range<Int>, in index: Int) -> Range<Int>? {
    guard let cue = spans[index].cue.first, source.upperBound <= cue.lowerBound,
      case let closing = cue.lowerBound - 1, closing > 0, isMark(closing)
    else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    guard sentence.count <= 200 else { return nil }
    for opening in sentence.lowerBound..<max(sentence.lowerBound, min(source.lowerBound, closing))
    where isMark(opening) && opening > sentence.lowerBound {
      let first = text.tokens.words[opening + 1]
      guard first == FixedWords.who || first == FixedWords.which || first == Self.whose,
        isNominalHead(opening - 1)
      else { continue }
      if source.count == 1, text.tags[source.lowerBound] == .pron { return nil }
      if let subject = subjectToken(of: cue, in: sentence), subject < opening {
        return phrase(around: subject, in: sentence).lowerBound..<opening
      }
      return phrase(around: opening - 1, in: sentence)
    }
    return nil
  }

  private func isMark(_ token: Int) -> Bool {
    text.tokens.words[token] == FixedWords.comma || Self.dashes.contains(text.tokens.words[token])
  }

  private static let subordinate = Set(
    ["as", "after", "when", "while", "before", "because"].map { WordHash.of($0) })
  private static let whose = WordHash.of("whose")
  private static let dashes = Set(["-", "–", "—"].map { WordHash.of($0) })

  /// The subject right before the cue, where the label is further off: "Ek hopes the deal, which many say
  /// is bad", "The ministry had asked for more, another source said".
  func nearSubject(than source: Range<Int>, in index: Int) -> Range<Int>? {
    guard let cue = spans[index].cue.first,
      source.upperBound < cue.lowerBound
        || source.lowerBound > cue.upperBound
    else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    guard sentence.contains(source.lowerBound), let subject = subjectToken(of: cue, in: sentence),
      isNominalHead(subject),
      reader.lexicon.kinds(text.tokens.words[subject]).isDisjoint(with: .noName),
      reader.pronouns.pronoun(text.tokens.words[subject]) != nil || text.tags[subject] != .pron
    else { return nil }
    let phrase = phrase(around: subject, in: sentence)
    guard phrase.upperBound == cue.lowerBound, !phrase.overlaps(source) else { return nil }
    if source.lowerBound >= cue.upperBound { return phrase }
    let before = phrase.lowerBound - 1
    guard before > source.upperBound,
      text.tokens.words[before] == FixedWords.which || text.tokens.words[before] == FixedWords.that
    else { return nil }
    return phrase
  }

  /// The name at the end of a source, behind a comma and words with a verb of their own: "[the doubts many
  /// have about the plan, Ek]".
  private func nameBehindClause(_ source: Range<Int>) -> Range<Int>? {
    let mention = Int(names.titledMentionAt[source.upperBound - 1])
    guard mention >= 0, case let name = names.mentions[mention].whole,
      names.mentions[mention].tokens.upperBound == source.upperBound,
      name.lowerBound - 1 > source.lowerBound,
      text.tokens.words[name.lowerBound - 1] == FixedWords.comma,
      case let front = source.lowerBound..<name.lowerBound - 1,
      front.contains(where: { text.tags[$0] == .aux || isFinite($0) }),
      !front.contains(where: {
        text.tokens.words[$0] == FixedWords.who || text.tokens.words[$0] == FixedWords.which
      })
    else { return nil }
    return name
  }

  /// Whether the token is a verb with a subject.
  private func isFinite(_ token: Int) -> Bool {
    text.tags[token] == .verb
      && text.dependents.of(token).contains { text.relations[Int($0)] == .nsubj }
  }

  /// Whether a source begins with words that belong to the clause and name nobody.
  private func opensAside(_ token: Int, in sentence: Range<Int>) -> Bool {
    switch text.tags[token] {
    case .adp, .adv, .sconj:
      // "Out-going mayor", "Over 20 lawmakers".
      return token + 1 < sentence.upperBound
        && !text.tokens.shapes[token + 1].contains(.joined) && text.tags[token + 1] != .num
    case .verb
    where token + 1 < sentence.upperBound
      && text.tokens.words[token + 1] == FixedWords.comma:
      return true
    default: return reader.lexicon.kinds(text.tokens.words[token]).contains(.noName)
    }
  }

  private func isNominalHead(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .noun, .propn, .pron: true
    default: false
    }
  }

  /// The subject that the cue's verb has in its sentence.
  private func subjectToken(of cue: Range<Int>, in sentence: Range<Int>) -> Int? {
    guard let verb = cue.first(where: { text.tags[$0] == .verb }) else { return nil }
    return text.dependents.of(verb).map(Int.init).last {
      text.relations[$0] == .nsubj && $0 < verb
    }
  }

  /// The persons whom a pronoun cannot mean because the same sentence names them where they cannot be
  /// one with its subject: in what the subject says ("he said Ek would go"), or in a phrase in front
  /// ("In a swipe at Ek, he said").
  func disjoint(from token: Int, in index: Int) -> Set<Int> {
    var found: Set<Int> = []
    // What stands before the cue may be more than what is said.
    for part in spans[index].content
    where part.lowerBound > token || attributions[index].kind == .direct {
      found.formUnion(persons(in: part))
    }
    let sentence = text.sentences[text.sentence(ofToken: token)]
    let front = sentence.lowerBound..<token
    guard front.count > 1, front.count < 60, let first = front.first,
      text.tokens.words[token - 1] == FixedWords.comma,
      text.tags[first] == .adp || text.tags[first] == .verb,
      !front.contains(where: {
        text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass || text.tags[$0] == .aux
      })
    else { return found }
    found.formUnion(persons(in: front))
    return found
  }

  /// The persons whom words name other than to say whose something is, or what it is called.
  private func persons(in part: Range<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for mention in names.mentions[names.mention(atOrAfter: part.lowerBound)...] {
      guard mention.tokens.upperBound <= part.upperBound else { break }
      guard mention.kind == .person else { continue }
      let next = mention.tokens.upperBound
      if next < text.tokens.count, text.tags[next] == .noun,
        !text.tokens.shapes[next].contains(.joined)
      {
        continue
      }
      found.insert(mention.entity)
    }
    return found
  }
}
