internal import Language
internal import ParleyModel

/// Walks over the first noun phrase of a source.
struct NounPhraseWalk {
  let text: AnnotatedText
  let names: EntityTable
  let lexicon: NameLexicon
  let pronouns: PronounLexicon
  /// The first word behind articles and marks.
  private(set) var start: Int?
  /// Just past the phrase.
  private(set) var end = 0
  /// The last nominal word.
  private(set) var last: Int?
  /// The pronoun that the phrase consists of.
  private(set) var pronoun: SourcePhrase.Head?
  private(set) var isDefinite = false
  private(set) var isIndefinite = false
  private(set) var isOther = false
  private(set) var count: Range<Int>?
  private(set) var countIsOne = false
  /// The noun or name whose possession the phrase speaks of.
  private var possessor: Int?
  /// The noun that a compound adjective began with ("state" in "state-run").
  private var beforeCompound: Int?

  init(
    text: AnnotatedText, names: EntityTable, lexicon: NameLexicon, pronouns: PronounLexicon
  ) {
    self.text = text
    self.names = names
    self.lexicon = lexicon
    self.pronouns = pronouns
  }

  mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    end = index
    while index < range.upperBound {
      let word = text.tokens.words[index]
      if last == nil, start == nil || start == index, standsAlone(index, in: range) {
        if let found = pronouns.pronoun(word) {
          pronoun = .pronoun(token: index, found)
        } else if isRelative(word) {
          pronoun = .relative(token: index)
        }
        if pronoun != nil {
          start = index
          end = index + 1
          return
        }
      }
      let mention = Int(names.titledMentionAt[index])
      if mention >= 0, names.mentions[mention].tokens.upperBound <= range.upperBound {
        if start == nil { start = index }
        let stop = names.mentions[mention].tokens.upperBound
        if let behind = compoundEnd(stop, before: range.upperBound) {
          index = behind
          end = index
          continue
        }
        last = stop - 1
        index = stop
        end = index
        continue
      }
      // "The state-run daily": what comes before the hyphen is not the head.
      if let noun = last, let behind = compoundEnd(index, before: range.upperBound),
        text.tags[index + 1] == .verb || text.tags[index + 1] == .adj
      {
        beforeCompound = noun
        last = nil
        index = behind
        end = index
        continue
      }
      guard !isTime(index, before: range.upperBound), step(index) else { break }
      index += 1
      end = index
    }
    if last == nil { last = beforeCompound }
    // "Ek's" alone: the label took only the possessor.
    if last == nil, let possessor, end == range.upperBound || possessor + 2 == end {
      last = possessor
      end = possessor + 1
    }
  }

  /// Whether a time begins behind the phrase: "the poll [last month]", "the minister [today]".
  private func isTime(_ index: Int, before limit: Int) -> Bool {
    guard last != nil else { return false }
    if lexicon.kinds(text.tokens.words[index]).contains(.time) {
      return text.tags[index] != .propn && beforeCompound == nil && index + 1 == limit
        && text.tags[index - 1] != .adj && text.tags[index - 1] != .noun
        || Self.days.contains(text.tokens.words[index])
    }
    return Self.pointers.contains(text.tokens.words[index]) && index + 1 < limit
      && lexicon.kinds(text.tokens.words[index + 1]).contains(.time)
  }

  private static let days = Set(["today", "yesterday", "tomorrow"].map { WordHash.of($0) })
  private static let pointers = Set(
    ["last", "this", "next", "earlier", "late", "early", "each", "every"].map { WordHash.of($0) })

  /// Just past "-backed" and the like behind a name, which then only modifies what follows
  /// ("U.N.-backed panel"); `nil` if nothing of the kind stands there.
  private func compoundEnd(_ hyphen: Int, before limit: Int) -> Int? {
    guard hyphen + 2 < limit, text.tokens.words[hyphen] == FixedWords.hyphen,
      text.tokens.shapes[hyphen].contains(.joined),
      text.tokens.shapes[hyphen + 1].contains(.joined),
      text.tokens.shapes[hyphen + 1].contains(.letter)
    else { return nil }
    switch text.tags[hyphen + 1] {
    case .verb, .adj, .noun, .propn: return hyphen + 2
    default: return nil
    }
  }

  /// Takes one word; `false` ends the phrase.
  private mutating func step(_ index: Int) -> Bool {
    let word = text.tokens.words[index]
    if text.tags[index] == .pron, text.tokens.shapes[index].contains(.allCapitals) {
      // "WHO", "US".
      if start == nil { start = index }
      last = index
      return true
    }
    switch text.tags[index] {
    case .det:
      if last != nil { return false }
      if FixedWords.definite.contains(word) { isDefinite = true }
      if FixedWords.a.contains(word) { isIndefinite = true }
      if word == FixedWords.another {
        isOther = true
        if start == nil { start = index }
      }
      if word == FixedWords.another, stands(alone: index) {
        takeCount(index)
        count = nil
      }
      if Self.amounts.contains(word) { takeCount(index) }
    case .pron:
      if FixedWords.possessive.contains(word) {
        if last != nil { return false }
      } else if last == nil, Self.amounts.contains(word) || Self.others.contains(word) {
        takeCount(index)
      } else if last != nil || !isRelative(word) {
        return false
      }
    case .num:
      if last != nil { return false }
      takeCount(index)
    case .adj, .adv:
      if last != nil, text.tags[index] == .adv { return false }
      if last != nil, !leadsOn(index) {
        // "White House official": a noun that the tagger takes for an adjective.
        guard !lexicon.kinds(word).isDisjoint(with: [.person, .title, .organization]) else {
          return false
        }
        last = index
      }
      if Self.others.contains(word) { isOther = true }
      if Self.amounts.contains(word) {
        takeCount(index)
      } else if start == nil, word != Self.own {
        start = index
      }
    case .noun where last == nil && Self.amounts.contains(word) && !stands(alone: index):
      // "Dozens of residents".
      takeCount(index)
    case .noun, .propn, .x, .intj, .sym:
      if last != nil, lexicon.kinds(word).contains(.noName) { return false }
      if Self.others.contains(word), last == nil { isOther = true }
      if start == nil { start = index }
      last = index
    case .part:
      // A possessor: the head comes behind it.
      guard last != nil, text.tokens.shapes[index].contains(.joined) else { return false }
      possessor = last
      last = nil
      isDefinite = true
    case .verb:
      // "Unnamed officials".
      if last != nil {
        // "EU diplomats": a noun that the tagger takes for a verb.
        guard !lexicon.kinds(word).isDisjoint(with: [.person, .title]) else { return false }
        last = index
      }
      if start == nil { start = index }
    case .punct:
      guard text.tokens.words[index] == FixedWords.hyphen || last == nil else { return false }
    case .cconj:
      // "Both Ek and Om".
      if last != nil || start != nil { return false }
    case .adp
    where index + 1 < text.tokens.count
      && text.tokens.words[index + 1] == FixedWords.hyphen
      && text.tokens.shapes[index + 1].contains(.joined):
      // "Treasury Under-Secretary".
      if start == nil { start = index }
    case .adp, .sconj:
      // "By many of them".
      if last != nil || start != nil { return false }
    default: return false
    }
    return true
  }

  /// Whether an adjective behind a noun is followed by another noun ("state-run").
  private func leadsOn(_ index: Int) -> Bool {
    guard index + 1 < text.tokens.count else { return false }
    return text.tags[index + 1] == .noun || text.tags[index + 1] == .propn
  }

  private func stands(alone index: Int) -> Bool {
    guard index + 1 < text.tokens.count else { return true }
    switch text.tags[index + 1] {
    case .noun, .propn, .adj, .num, .adp: return false
    default: return true
    }
  }

  private mutating func takeCount(_ index: Int) {
    if start == nil { start = index }
    if count == nil { count = index..<index + 1 }
    if text.tokens.words[index] == FixedWords.one || text.tokens.words[index] == FixedWords.another
    {
      countIsOne = true
    }
  }

  private static let own = WordHash.of("own")
  private static let amounts = Set(
    [
      "several", "multiple", "numerous", "dozens", "scores", "both", "few", "many", "some", "most",
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "one",
    ].map { WordHash.of($0) })
  private static let others = Set(
    ["other", "others", "another", "second", "third", "fourth", "different", "separate"].map {
      WordHash.of($0)
    })

  /// Whether the word is the whole phrase and no possessor ("her", but not "her office").
  private func standsAlone(_ index: Int, in range: Range<Int>) -> Bool {
    // "US" and "IT" are no pronouns.
    if text.tokens.shapes[index].contains(.allCapitals) { return false }
    guard index + 1 < range.upperBound else { return true }
    let word = text.tokens.words[index]
    switch text.tags[index + 1] {
    case .det where isRelative(word): return false
    case .noun, .propn, .adj, .num:
      return !FixedWords.possessive.contains(word) && !isRelative(word)
        && text.tags[index] == .pron
    default: return text.tags[index] != .det || range.count == 1
    }
  }

  private func isRelative(_ word: UInt64) -> Bool {
    word == FixedWords.who || word == FixedWords.which || word == FixedWords.that
  }

  /// The person whose name stands behind a title: "the spokesman, Ek Om", "head of the union Ek Om".
  func apposition(behind end: Int, in range: Range<Int>, isIndefinite: Bool) -> Int? {
    var index = end
    var crossedPreposition = false
    while index < range.upperBound {
      let mention = Int(names.titledMentionAt[index])
      if mention >= 0, names.mentions[mention].kind == .person {
        let name = names.mentions[mention].tokens
        guard name.upperBound <= range.upperBound else { return nil }
        let isPossessor =
          name.upperBound < text.tokens.count && text.tags[name.upperBound] == .part
          && text.tokens.shapes[name.upperBound].contains(.joined)
        var before = names.mentions[mention].title.lowerBound - 1
        // ", former Prime Minister Ek Om,".
        while before > end, text.tags[before] == .adj { before -= 1 }
        let followsComma = before >= 0 && text.tokens.words[before] == FixedWords.comma
        let followsNoun =
          before >= 0 && (text.tags[before] == .noun || text.tags[before] == .propn)
          || before >= 0 && text.tokens.words[before] == FixedWords.closing
        // "Secretary of the NUT Dr Ek Om": a body's name that was taken for part of the title.
        let followsBody = crossedPreposition && names.mentions[mention].title.count > 1
        if !isPossessor, followsComma || (followsNoun || followsBody) && !isIndefinite {
          return mention
        }
        index = name.upperBound
        continue
      }
      if text.tags[index] == .adp { crossedPreposition = true }
      if text.tokens.words[index] == FixedWords.who { return nil }
      if text.tags[index] == .verb, !crossedPreposition { return nil }
      index += 1
    }
    return nil
  }

  /// The names that "and" joins to the first one, with those that commas part before it.
  func joinedNames(from end: Int, in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var index = end
    while index + 1 < range.upperBound {
      let word = text.tokens.words[index]
      guard word == FixedWords.and || word == FixedWords.comma else { return [] }
      var next = index + 1
      let isLast = word == FixedWords.and || text.tokens.words[next] == FixedWords.and
      if word == FixedWords.comma, isLast { next += 1 }
      while next < range.upperBound, text.tags[next] == .det || text.tags[next] == .adj,
        names.titledMentionAt[next] < 0
      {
        next += 1
      }
      guard next < range.upperBound, names.titledMentionAt[next] >= 0 else { return [] }
      let mention = Int(names.titledMentionAt[next])
      let stop = names.mentions[mention].tokens.upperBound
      guard stop <= range.upperBound else { return [] }
      if stop < text.tokens.count, text.tags[stop] == .part { return [] }
      found.append(mention)
      if isLast { return found }
      index = stop
    }
    return []
  }

  /// Where the description ends: before a comma, a relative clause, or words about how the source
  /// spoke.
  func descriptionEnd(from start: Int, in range: Range<Int>) -> Int {
    var index = start
    while index < range.upperBound {
      let word = text.tokens.words[index]
      if word == FixedWords.comma, let next = listed(behind: index, in: range) {
        index = next
        continue
      }
      if word == FixedWords.comma || word == FixedWords.who || word == FixedWords.opening
        || text.tags[index] == .sconj || text.tags[index] == .aux
        || isTime(index, before: range.upperBound)
        || text.tokens.shapes[index].contains(.quote)
        || Self.manner.contains(word)
      {
        break
      }
      index += 1
    }
    return min(index, range.upperBound)
  }

  /// Just past the next name of a list of names: "the leaders of Alba, Ostria and Merrow".
  private func listed(behind comma: Int, in range: Range<Int>) -> Int? {
    guard comma > range.lowerBound, names.mentionAt[comma - 1] >= 0 else { return nil }
    var next = comma + 1
    if next < range.upperBound, text.tokens.words[next] == FixedWords.the { next += 1 }
    guard next < range.upperBound, names.mentionAt[next] >= 0,
      case let end = names.mentions[Int(names.mentionAt[next])].tokens.upperBound,
      end + 1 < range.upperBound,
      text.tokens.words[end] == FixedWords.and || text.tokens.words[end] == FixedWords.comma
    else { return nil }
    return end
  }

  private static let manner = Set(
    [
      "speaking", "citing", "cited", "quoted", "requesting", "asking", "insisting", "declining",
      "told", "that", "which", "whom", "—", "–",
    ].map { WordHash.of($0) })
}
