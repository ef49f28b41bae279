internal import Language
internal import Parties

/// Settles what each name names, with the evidence of the whole text.
struct NameTyping {
  private let parties: ArticleParties
  private let text: AnnotatedText
  private let lexicon: NameLexicon

  /// The words that stand right before nouns as names of persons seldom do ("Alba investors").
  private var modifiers: Set<UInt64> = []

  init(_ parties: ArticleParties, lexicon: NameLexicon, mentions: [NameMention]) {
    self.parties = parties
    text = parties.text
    self.lexicon = lexicon
    for mention in mentions where mention.tokens.count == 1 && mention.title.isEmpty {
      let end = mention.tokens.upperBound
      guard end < text.tokens.count, text.tags[end] == .noun,
        text.relations[end - 1] == .compound, Int(text.heads[end - 1]) == end,
        lexicon.kinds(text.tokens.words[end]).contains(.plural)
      else { continue }
      modifiers.insert(text.tokens.words[mention.tokens.lowerBound])
    }
  }

  /// Returns `mentions` with kind and gender settled.
  func settled(_ mentions: [NameMention]) -> [NameMention] {
    var mentions = mentions
    var persons: Set<UInt64> = []
    var others: Set<UInt64> = []
    for index in mentions.indices where mentions[index].kind != .outlet {
      let mention = mentions[index]
      let last = text.tokens.words[lexicon.surname(of: mention.tokens, in: text)]
      if mention.kind == .person || isPerson(mention) {
        mentions[index].kind = .person
        persons.insert(last)
        // "Wang Yi" is "Wang" later.
        let first = mention.tokens.lowerBound
        if mention.tokens.count > 1 {
          persons.insert(text.tokens.words[first])
        }
      } else if isBody(mention) {
        others.insert(last)
      }
    }
    for index in mentions.indices where mentions[index].kind == .organization {
      let mention = mentions[index]
      let last = text.tokens.words[mention.tokens.upperBound - 1]
      if persons.contains(last), !others.contains(last),
        parties.mention(at: mention.tokens.lowerBound).map({ $0.use == .unknown }) ?? true
          || !kinds(mention.tokens.lowerBound).contains(.givenName),
        mention.tokens.count == 1
          || Self.particles.contains(text.tokens.words[mention.tokens.lowerBound])
      {
        mentions[index].kind = .person
      }
    }
    for index in mentions.indices where mentions[index].kind == .person {
      mentions[index].gender = gender(mentions[index])
    }
    return mentions
  }

  private static let particles = Set(
    ["al", "el", "von", "van", "de", "di", "da", "bin", "del", "la", "le"].map {
      WordHash.of($0)
    })

  private func kinds(_ index: Int) -> WordKinds { lexicon.kinds(text.tokens.words[index]) }

  /// What the words around the name tell.
  private func isPerson(_ mention: NameMention) -> Bool {
    if isBody(mention) { return false }
    if let known = parties.mention(at: mention.tokens.upperBound - 1),
      known.tokens.lowerBound >= mention.tokens.lowerBound
    {
      if known.isPerson || known.use == .person { return true }
      if known.use != .unknown { return false }
    }
    let start = mention.tokens.lowerBound
    let end = mention.tokens.upperBound
    // "spokesman Ek", "analyst Ek Om": a title in small letters right before the name.
    if start > 0 {
      let before = kinds(start - 1)
      if before.contains(.title)
        || before.contains(.person) && !before.contains(.plural)
          && text.tags[start - 1] == .noun && mention.tokens.count > 1
      {
        return true
      }
    }
    if isNamedOffice(mention) { return true }
    guard end + 1 < text.tokens.count else { return false }
    if isTakenUp(mention) { return true }
    // "Ek Om, a senior official", "Ek Om, 54," "Ek Om, who".
    if text.tokens.words[end] == FixedWords.comma {
      let next = end + 1
      let word = text.tokens.words[next]
      if word == FixedWords.who { return true }
      if mention.tokens.count > 1, text.tokens.shapes[next].contains(.digit),
        text.tokens.ends[next] - text.tokens.starts[next] <= 2
      {
        return true
      }
      if mention.tokens.count > 1 {
        var index = next
        while index < min(next + 8, text.tokens.count), isNounPhrase(index) {
          let kind = kinds(index)
          if kind.contains(.title) || kind.contains(.person), text.tags[index] != .propn {
            return true
          }
          index += 1
        }
      }
    }
    return text.tokens.words[end] == FixedWords.who
  }

  /// "The union's chief negotiator, Peter Om, said": a name behind a title and a comma.
  private func isNamedOffice(_ mention: NameMention) -> Bool {
    var index = mention.tokens.lowerBound - 1
    guard mention.tokens.count > 1, index > 0, text.tokens.words[index] == FixedWords.comma else {
      return false
    }
    let end = mention.tokens.upperBound
    guard end < text.tokens.count,
      text.tags[end] == .punct || text.tags[end] == .verb || text.tags[end] == .aux
    else { return false }
    let first = max(0, index - 7)
    index -= 1
    while index >= first, text.tags[index] != .verb, text.tags[index] != .punct {
      let kind = kinds(index)
      if kind.contains(.title), text.tags[index] == .noun || text.tags[index] == .propn {
        return true
      }
      index -= 1
    }
    return false
  }

  /// "Ek said ... He added": a name without article that a pronoun for a person takes up.
  private func isTakenUp(_ mention: NameMention) -> Bool {
    let start = mention.tokens.lowerBound
    let end = mention.tokens.upperBound
    guard mention.tokens.count == 1, !modifiers.contains(text.tokens.words[start]) else {
      return false
    }
    if start > 0, text.tags[start - 1] == .det || text.tags[start - 1] == .adp { return false }
    guard text.tags[end] == .verb || text.tags[end] == .aux else { return false }
    for index in end..<min(end + 40, text.tokens.count) {
      if Self.persons.contains(text.tokens.words[index]) { return true }
      if text.tags[index] == .propn { return false }
    }
    return false
  }

  private static let persons = Set(["he", "she", "his", "her"].map { WordHash.of($0) })

  private func isNounPhrase(_ index: Int) -> Bool {
    switch text.tags[index] {
    case .det, .adj, .noun, .propn, .part, .num: true
    default: text.tokens.words[index] == FixedWords.hyphen
    }
  }

  /// Whether the name is one of a body, whatever stands around it.
  private func isBody(_ mention: NameMention) -> Bool {
    let last = mention.tokens.upperBound - 1
    if let known = parties.mention(at: last), known.use == .name || known.use == .seat,
      known.tokens == mention.tokens
    {
      return true
    }
    if kinds(last).contains(.organization) { return true }
    if text.tokens.shapes[last].contains(.allCapitals), mention.tokens.count == 1 { return true }
    return mention.tokens.contains {
      !text.tokens.shapes[$0].contains(.capitalized) && text.tags[$0] == .adp
    }
  }

  /// The gender that title, given name or the words behind the name show.
  private func gender(_ mention: NameMention) -> Gender? {
    for index in mention.title.reversed() {
      let kind = kinds(index)
      guard kind.contains(.title) else { continue }
      if kind.contains(.woman) { return .woman }
      if kind.contains(.man) { return .man }
    }
    let before = mention.title.lowerBound - 1
    if before >= 0, mention.title.isEmpty {
      let kind = kinds(before)
      if kind.contains(.title) || kind.contains(.person) {
        if kind.contains(.woman) { return .woman }
        if kind.contains(.man) { return .man }
      }
    }
    guard mention.tokens.count > 1 else { return nil }
    let first = kinds(mention.tokens.lowerBound)
    guard first.contains(.givenName) else { return nil }
    return first.contains(.woman) ? .woman : first.contains(.man) ? .man : nil
  }
}
