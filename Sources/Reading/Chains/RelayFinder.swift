internal import Language
package import Parties

/// Finds through whom the words of a source reached the article: "told Reuters", "in an interview
/// with Bild", "was quoted by Interfax", "..., the agency reported", "according to Reuters".
package struct RelayFinder: Sendable {
  private let parties: ArticleParties
  private let text: AnnotatedText
  private let names: EntityTable
  private let lexicon: NameLexicon
  private let relays: RelayLexicon

  /// Prepares to look in the text of `parties`.
  package init(
    _ parties: ArticleParties, names: EntityTable, lexicon: NameLexicon, relays: RelayLexicon
  ) {
    self.parties = parties
    text = parties.text
    self.names = names
    self.lexicon = lexicon
    self.relays = relays
  }

  /// Returns the links between the article and the source of `attribution`, outermost first.
  package func links(of attribution: AttributedTokens) -> [Relay] {
    guard let anchor = (attribution.cue + attribution.source).first else { return [] }
    let sentence = text.sentences[text.sentence(ofToken: anchor.lowerBound)]
    var found: [Relay] = []
    for outlet in outlets(in: sentence) {
      guard let isOuter = relation(of: outlet, to: attribution, in: sentence) else { continue }
      found.append(
        Relay(name: outlet.name, words: outlet.words, isOuter: isOuter, isBody: outlet.isBody))
    }
    return found.filter(\.isOuter) + found.filter { !$0.isOuter }
  }

  /// The outlets and bodies that a sentence names, in order; a body that only says whose an outlet
  /// is ("Russia's state news agency") is not among them.
  private func outlets(in sentence: Range<Int>) -> [Outlet] {
    var found: [Outlet] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard let outlet = outlet(at: index, in: sentence) else {
        index += 1
        continue
      }
      if !outlet.isBody {
        while let last = found.last, last.words.upperBound > outlet.words.lowerBound {
          found.removeLast()
        }
      }
      found.append(outlet)
      index = max(outlet.words.upperBound, index + 1)
    }
    return found
  }

  private struct Outlet {
    let name: Relay.Name
    /// The whole noun phrase.
    let words: Range<Int>
    /// Whether it is a body or person rather than an outlet.
    var isBody = false
  }

  /// The outlet whose noun phrase ends with the name or noun at `index`.
  private func outlet(at index: Int, in sentence: Range<Int>) -> Outlet? {
    let mention = Int(names.mentionAt[index])
    if mention >= 0 {
      let tokens = names.mentions[mention].tokens
      guard names.mentions[mention].kind == .outlet else {
        return isFollowedByNews(tokens.upperBound, in: sentence)
          ? nil : Outlet(name: .mention(mention), words: tokens, isBody: true)
      }
      var end = tokens.upperBound
      // "the Fars news agency", "Bild newspaper".
      while end < sentence.upperBound, text.tags[end] == .noun, end - tokens.upperBound < 2,
        lexicon.kinds(text.tokens.words[end]).contains(.outlet)
          || Self.newsWords.contains(text.tokens.words[end])
      {
        end += 1
      }
      return Outlet(name: .mention(mention), words: phraseStart(tokens.lowerBound, sentence)..<end)
    }
    // "state television", "Russian news agencies", "local media".
    let kind = lexicon.kinds(text.tokens.words[index])
    guard text.tags[index] == .noun, !kind.isDisjoint(with: .outlet) || isNewsAgency(index),
      kind.isDisjoint(with: [.document, .person, .title]),
      index + 1 >= sentence.upperBound || text.tags[index + 1] != .noun,
      index + 1 >= sentence.upperBound || text.tags[index + 1] != .propn
        || names.mentionAt[index + 1] >= 0
    else { return nil }
    let start = phraseStart(index, sentence)
    var first = start
    if text.tags[first] == .det { first += 1 }
    // "In an interview broadcast on Monday" names no outlet.
    guard !(first..<index).contains(where: { relays.kind(text.tokens.words[$0]) == .venue }) else {
      return nil
    }
    // "The BBC's evening programme".
    if let known = (first..<index).first(where: { isOutlet($0) }) {
      return Outlet(name: .mention(Int(names.mentionAt[known])), words: start..<index + 1)
    }
    // "The news channel Alba 24", "the state news agency, TASS".
    if let named = apposed(behind: index, in: sentence) {
      return Outlet(
        name: .mention(named), words: start..<names.mentions[named].tokens.upperBound)
    }
    // "the Tromsø Dagblad newspaper": an outlet that no list knows.
    let named = index > start ? Int(names.mentionAt[index - 1]) : -1
    if named >= 0, names.mentions[named].kind != .person {
      return Outlet(name: .mention(named), words: start..<index + 1)
    }
    if first < index { return Outlet(name: .words(first..<index + 1), words: start..<index + 1) }
    // "Told the newspaper": the outlet named before.
    guard first > start, text.tokens.words[start] == FixedWords.the,
      relays.kind(text.tokens.words[index]) != .crowd,
      let known = names.mentions.lastIndex(where: {
        $0.kind == .outlet && $0.tokens.upperBound <= start
      })
    else { return nil }
    return Outlet(name: .mention(known), words: start..<index + 1)
  }

  private func isOutlet(_ token: Int) -> Bool {
    let mention = Int(names.mentionAt[token])
    return mention >= 0 && names.mentions[mention].kind == .outlet
  }

  /// The name that stands right behind an outlet's noun, or behind a comma as an outlet of the
  /// lists.
  private func apposed(behind noun: Int, in sentence: Range<Int>) -> Int? {
    var next = noun + 1
    guard next < sentence.upperBound else { return nil }
    let isParted = text.tokens.words[next] == FixedWords.comma
    if isParted { next += 1 }
    if next < sentence.upperBound, text.tokens.words[next] == FixedWords.the { next += 1 }
    guard next < sentence.upperBound else { return nil }
    let mention = Int(names.mentionAt[next])
    guard mention >= 0, names.mentions[mention].tokens.lowerBound == next,
      names.mentions[mention].title.isEmpty
    else { return nil }
    switch names.mentions[mention].kind {
    case .outlet: return mention
    case .organization: return isParted ? nil : mention
    case .person: return nil
    }
  }

  /// Whether the name is part of a phrase that ends with an outlet's noun.
  private func isFollowedByNews(_ index: Int, in sentence: Range<Int>) -> Bool {
    guard index < sentence.upperBound, text.tags[index] == .noun else { return false }
    return lexicon.kinds(text.tokens.words[index]).contains(.outlet)
      || Self.newsWords.contains(text.tokens.words[index])
  }

  private static let newsWords = Set(
    ["news", "agency", "network", "television", "service", "state"].map { WordHash.of($0) })
  private static let news = WordHash.of("news")

  private func isNewsAgency(_ index: Int) -> Bool {
    index > 0 && text.tokens.words[index - 1] == Self.news
      && lexicon.kinds(text.tokens.words[index]).contains(.organization)
  }

  private func phraseStart(_ index: Int, _ sentence: Range<Int>) -> Int {
    var start = index
    while start > sentence.lowerBound {
      let before = start - 1
      switch text.tags[before] {
      case .det, .adj, .noun, .propn, .num: break
      case .part: if !text.tokens.shapes[before].contains(.joined) { return start }
      default:
        if text.tokens.words[before] != FixedWords.hyphen { return start }
      }
      if relays.kind(text.tokens.words[before]) != nil, text.tags[before] != .noun { return start }
      start = before
      if text.tags[before] == .det { return start }
    }
    return start
  }

  /// Whether `outlet` passes on what is attributed, and if so, whether from outside; `nil` if it has
  /// another part in the sentence.
  private func relation(
    of outlet: Outlet, to attribution: AttributedTokens, in sentence: Range<Int>
  ) -> Bool? {
    let start = outlet.words.lowerBound
    let end = outlet.words.upperBound
    let isInContent = attribution.content.contains { $0.contains(start) }
    let isSource = attribution.source.contains { $0.lowerBound >= start && $0.lowerBound < end }
    if isSource { return nil }
    if outlet.isBody {
      if isUnknownOutlet(outlet, in: sentence), !isInContent { return false }
      return passesOn(outlet.words, attribution, isInContent, sentence) ? true : nil
    }
    // "..., Reuters reported", "Reuters reported that ...".
    if end < sentence.upperBound, isReport(end, in: sentence), !isInContent || isLast(end, sentence)
    {
      return true
    }
    guard start > sentence.lowerBound else { return nil }
    let before = start - 1
    if isInContent, !isLast(end, sentence) { return nil }
    let word = text.tokens.words[before]
    // "..., according to Reuters".
    if word == FixedWords.to, before > sentence.lowerBound,
      text.tokens.words[before - 1] == FixedWords.according
    {
      return attribution.cue.contains { $0.contains(before) } ? nil : true
    }
    if isInContent { return nil }
    if relays.kind(word) == .told { return false }
    guard text.tags[before] == .adp || text.tags[before] == .part || text.tags[before] == .sconj
    else { return nil }
    var index = before - 1
    let limit = max(sentence.lowerBound, before - 10)
    while index >= limit {
      switch relays.kind(text.tokens.words[index]) {
      case .told, .venue: return word == FixedWords.of ? nil : false
      case .release, .cite, .report:
        return word == FixedWords.by || Self.carriers.contains(word) ? true : nil
      case .crowd, nil: index -= 1
      }
    }
    return nil
  }

  /// "Told Alba Hoy that": a name that no list knows, of what is no body that listens.
  private func isUnknownOutlet(_ outlet: Outlet, in sentence: Range<Int>) -> Bool {
    guard case .mention(let mention) = outlet.name,
      names.mentions[mention].kind == .organization, outlet.words.count > 1,
      outlet.words.lowerBound > sentence.lowerBound,
      parties.mention(at: outlet.words.upperBound - 1)?.party.index == nil
    else { return false }
    var before = outlet.words.lowerBound - 1
    if text.tags[before] == .det, before > sentence.lowerBound { before -= 1 }
    let next = outlet.words.upperBound
    return relays.kind(text.tokens.words[before]) == .told
      && lexicon.kinds(text.tokens.words[next - 1]).isDisjoint(with: .organization)
      && (next >= sentence.upperBound || text.tags[next] != .noun && text.tags[next] != .propn)
  }

  private static let carriers = Set(["on", "in"].map { WordHash.of($0) })

  /// Whether the verb at `index` says that the outlet before it reports.
  private func isReport(_ index: Int, in sentence: Range<Int>) -> Bool {
    var verb = index
    while verb < sentence.upperBound, text.tags[verb] == .aux || text.tags[verb] == .adv {
      verb += 1
    }
    guard verb < sentence.upperBound else { return false }
    let word = text.tokens.words[verb]
    return text.tags[verb] == .verb
      && (relays.kind(word) == .report || relays.kind(word) == .cite || Self.said.contains(word))
  }

  private static let said = Set(["said", "says", "saying"].map { WordHash.of($0) })

  /// Whether nothing but a few words without a verb of their own follows token `index`.
  private func isLast(_ index: Int, _ sentence: Range<Int>) -> Bool {
    sentence.upperBound - index <= 6
  }

  /// Whether a body or person that is no outlet passes on what somebody else is said to say: "...,
  /// according to the ministry", "in remarks released by the ministry".
  private func passesOn(
    _ name: Range<Int>, _ attribution: AttributedTokens, _ isInContent: Bool,
    _ sentence: Range<Int>
  ) -> Bool {
    guard !attribution.source.isEmpty else { return false }
    var before = name.lowerBound - 1
    let mention = Int(names.mentionAt[name.lowerBound])
    if mention >= 0 { before = names.mentions[mention].whole.lowerBound - 1 }
    while before > sentence.lowerBound, Self.modifies(text.tags[before]),
      relays.kind(text.tokens.words[before]) == nil
    {
      before -= 1
    }
    guard before > sentence.lowerBound else { return false }
    let word = text.tokens.words[before]
    if word == FixedWords.to, text.tokens.words[before - 1] == FixedWords.according {
      return !attribution.cue.contains { $0.contains(before) }
    }
    if isInContent { return false }
    return word == FixedWords.by && relays.kind(text.tokens.words[before - 1]) == .release
  }

  private static func modifies(_ tag: Tag) -> Bool {
    tag == .det || tag == .adj || tag == .noun || tag == .part || tag == .propn
  }

  /// Whom an outlet cites: the words behind "citing", or between "quoted" and "as saying".
  ///
  /// - Parameter source: the words that name the outlet.
  package func cited(by source: Range<Int>, in attribution: AttributedTokens) -> Range<Int>? {
    let sentence = text.sentences[text.sentence(ofToken: source.lowerBound)]
    for index in source.lowerBound..<sentence.upperBound
    where relays.kind(text.tokens.words[index]) == .cite {
      let start = index + 1
      guard start < sentence.upperBound, text.tokens.words[start] != FixedWords.by,
        text.tokens.words[start] != Self.asWord
      else { return nil }
      var end = start
      while end < sentence.upperBound {
        let word = text.tokens.words[end]
        if word == FixedWords.comma || word == Self.asWord || word == FixedWords.that
          || text.tokens.shapes[end].contains(.quote) || text.tags[end] == .verb
          || text.tokens.shapes[end].contains(.punctuation) && word != FixedWords.hyphen
            && !text.tokens.shapes[end].contains(.joined)
        {
          break
        }
        if text.word(end) == "." { break }
        end += 1
      }
      return end > start ? start..<end : nil
    }
    return nil
  }

  private static let asWord = WordHash.of("as")

  /// The verb before "by" and the outlet `source`: "was quoted by Alba News as saying".
  package func quoting(_ source: Range<Int>) -> Int? {
    let sentence = text.sentences[text.sentence(ofToken: source.lowerBound)]
    let by = phraseStart(source.lowerBound, sentence) - 1
    guard by > sentence.lowerBound, text.tokens.words[by] == FixedWords.by,
      relays.kind(text.tokens.words[by - 1]) == .cite
    else { return nil }
    return by - 1
  }

  /// Whether the words say where they were said: "in a speech", "in an e-mail", "wrote".
  package func hasVenue(_ attribution: AttributedTokens) -> Bool {
    guard let cue = attribution.cue.last else { return false }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    return (cue.lowerBound..<min(cue.upperBound + 6, sentence.upperBound)).contains { index in
      guard relays.kind(text.tokens.words[index]) == .venue,
        !attribution.content.contains(where: { $0.contains(index) })
      else { return false }
      return text.tags[index] == .noun || Self.wrote.contains(text.tokens.words[index])
    }
  }

  private static let wrote = Set(["wrote", "writing", "tweeted", "posted"].map { WordHash.of($0) })

  /// Whether a verb is about what the words stand in: "in comments that were released".
  private func holdsWords(_ verb: Int, since cue: Int) -> Bool {
    (cue..<verb).contains { index in
      relays.kind(text.tokens.words[index]) == .venue && text.tags[index] == .noun
        && (max(cue, index - 3)..<index).contains { text.tokens.words[$0] == Self.within }
    }
  }

  private static let within = WordHash.of("in")

  /// The name of the body that made the words public in "a recording made public by Oslo"; `nil` where
  /// the sentence names none.
  package func releaser(of attribution: AttributedTokens) -> Int? {
    guard let cue = attribution.cue.first else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: cue.lowerBound)]
    for index in cue.lowerBound..<sentence.upperBound
    where relays.kind(text.tokens.words[index]) == .release && index + 1 < sentence.upperBound
      && text.tokens.words[index + 1] == FixedWords.by
      && holdsWords(index, since: cue.lowerBound)
    {
      for next in index + 2..<min(index + 6, sentence.upperBound) {
        let mention = Int(names.titledMentionAt[next])
        if mention >= 0 { return names.mentions[mention].kind == .outlet ? nil : mention }
      }
    }
    return nil
  }
}
