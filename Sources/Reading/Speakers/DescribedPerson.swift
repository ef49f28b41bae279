internal import Language
package import Parties

/// Finds the person with a name whom a title or description means ("the Iranian leader").
///
/// Every person whom the text names gets a score: for the noun and the other words of the
/// description that the text puts beside the name, for the side, and for how near and how often the
/// person is named. A description that fits nobody well stays one.
package struct DescribedPerson {
  private let text: AnnotatedText
  private let names: EntityTable
  private let parties: ArticleParties
  private let lexicon: NameLexicon
  private let words: DescriptionWords
  /// The sides that stand in the titles of each entity.
  private var sides: [Set<PartyName>]
  /// The number of the first mention of each entity.
  private var firsts: [Int]

  /// Prepares to look in the text of `parties`.
  package init(
    parties: ArticleParties, names: EntityTable, lexicon: NameLexicon, words: DescriptionWords
  ) {
    text = parties.text
    self.names = names
    self.parties = parties
    self.lexicon = lexicon
    self.words = words
    sides = [Set<PartyName>](repeating: [], count: names.entities.count)
    firsts = [Int](repeating: -1, count: names.entities.count)
    for (number, mention) in names.mentions.enumerated() where firsts[mention.entity] < 0 {
      firsts[mention.entity] = number
    }
    for mention in names.mentions where mention.kind == .person {
      var first = mention.title.lowerBound
      // "The Russian foreign minister, Ek Om", "Israel's president Ek Om".
      while first > 0, mention.title.lowerBound - first < 5, leadsTo(first - 1) { first -= 1 }
      for token in first..<mention.title.upperBound {
        if let named = parties.mention(at: token), named.party.index != nil, !named.isPerson {
          sides[mention.entity].insert(named.party)
        }
      }
    }
  }

  private func leadsTo(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .adj, .noun, .propn: true
    case .part: text.tokens.shapes[token].contains(.joined)
    default: text.tokens.words[token] == FixedWords.comma
    }
  }

  /// Returns the entity that `phrase` with the noun `noun` means; `nil` if none fits.
  ///
  /// - Parameters:
  ///   - excluded: Tokens in which names do not count: what the searched person says himself.
  ///   - barred: Persons who cannot be meant.
  ///   - lastSpeaker: The person who spoke last.
  package func resolve(
    _ phrase: SourcePhrase, noun: Int, excluded: [Range<Int>], barred: Set<Int>, lastSpeaker: Int?
  ) -> Int? {
    let query = Query(phrase, noun: noun, in: self)
    let sentence = text.sentence(ofToken: noun)
    let first = text.sentences[max(0, sentence - Self.reachBack)].lowerBound
    let last = text.sentences[min(text.sentences.count - 1, sentence + Self.reachAhead)].upperBound
    let near = names.mention(atOrAfter: first)..<names.mention(atOrAfter: last)
    var places: [Int: Place] = [:]
    for mention in names.mentions[near]
    where mention.kind == .person && !barred.contains(mention.entity) {
      if excluded.contains(where: { $0.contains(mention.tokens.lowerBound) }) { continue }
      let distance = text.sentence(ofToken: mention.tokens.lowerBound) - sentence
      if mention.tokens.upperBound <= noun {
        places[mention.entity, default: Place()].before =
          -0.12 * Float(min(-distance, 20))
          + (Standing(mention.tokens, in: text).isSubject ? 0.3 : 0)
      } else if places[mention.entity]?.ahead == nil {
        places[mention.entity, default: Place()].ahead = -0.7 - 0.25 * Float(distance)
      }
    }
    var best: (entity: Int, score: Float)?
    for (entity, place) in places.sorted(by: { $0.key < $1.key }) {
      var fit = fit(entity, query)
      if fit < -100, isIntroduced(entity, after: query) { fit = 2.6 }
      guard fit > -100, let place = worth(of: place, query, fit: fit) else { continue }
      // "The governor of the Alba region" is not any governor named before.
      let strange = places[entity]?.before == nil ? 0 : strangeNames(query, entity)
      var score =
        fit + place - 1.2 * Float(strange) + 0.1 * Float(min(names.entities[entity].count, 8))
      if entity == lastSpeaker { score += 0.5 }
      if score > best?.score ?? Self.threshold { best = (entity, score) }
    }
    return best?.entity
  }

  private static let threshold: Float = 2

  /// Whether the text names a person first right behind a description, and as if he were known:
  /// without a word of who he is ("A spokesman said no. 'Never,' Ek Om said"), or as who made "the
  /// remarks".
  private func isIntroduced(_ entity: Int, after query: Query) -> Bool {
    let first = names.mentions[firsts[entity]]
    guard first.tokens.lowerBound > query.noun, first.tokens.count > 1,
      text.sentence(ofToken: first.tokens.lowerBound) - text.sentence(ofToken: query.noun) <= 3
    else { return false }
    if let gender = query.gender, let own = first.gender, gender != own { return false }
    let by = first.whole.lowerBound - 1
    if by > 0, text.tokens.words[by] == FixedWords.by, text.tags[by - 1] == .noun,
      words.kinds(lexicon.singular(text.tokens.words[by - 1])).contains(.words)
    {
      return true
    }
    return names.entities[entity].titles.isEmpty && Standing(first.tokens, in: text).isSubject
  }

  /// What a description says.
  private struct Query {
    let noun: Int
    let word: UInt64
    let kinds: DescriptionWords.Kinds
    let gender: Gender?
    let isDefinite: Bool
    /// The words before the noun, and behind it.
    var before: [Int] = []
    var behind: [Int] = []

    init(_ phrase: SourcePhrase, noun: Int, in search: DescribedPerson) {
      self.noun = noun
      let text = search.text
      word = text.tokens.words[noun]
      kinds = search.words.kinds(word)
      let kind = search.lexicon.kinds(word)
      gender = kind.contains(.man) ? .man : kind.contains(.woman) ? .woman : nil
      isDefinite = phrase.isDefinite
      for token in phrase.range.lowerBound..<phrase.description.upperBound where token != noun {
        switch text.tags[token] {
        case .noun, .adj, .propn:
          if token < noun { before.append(token) } else { behind.append(token) }
        default: break
        }
      }
    }
  }

  /// How well what the text says of a person fits the words; -1000 if he cannot be meant.
  private func fit(_ entity: Int, _ query: Query) -> Float {
    let person = names.entities[entity]
    if let gender = query.gender, let own = person.gender, gender != own { return -1000 }
    var known = sides[entity]
    if let side = parties.mention(at: person.name.upperBound - 1)?.party, side.index != nil {
      known.insert(side)
    }
    var score: Float
    var mayLoosely = false
    // One whom nothing but the side shows to rule must be of the side that is named.
    var needsSide = false
    if person.titles.contains(query.word) {
      score = 3
    } else if query.kinds.contains(.any) {
      score = 0.5
    } else if query.kinds.contains(.ruler), person.titles.contains(where: rules) {
      score = 1.3
      mayLoosely = true
    } else if query.kinds.contains(.ruler), !known.isEmpty {
      score = 0.5
      mayLoosely = true
      needsSide = true
    } else {
      return -1000
    }
    for token in query.before where words.kinds(text.tokens.words[token]).contains(.apart) {
      if !person.titles.contains(text.tokens.words[token]) { return -1000 }
    }
    for token in query.before + query.behind {
      let isBefore = token < query.noun
      if let named = parties.mention(at: token), named.party.index != nil, !named.isPerson {
        if known.contains(named.party) || person.titles.contains(text.tokens.words[token]) {
          score += 2
          needsSide = false
        } else {
          score -= isBefore ? (known.isEmpty ? 1 : 4) : (known.isEmpty ? 0.5 : 1)
        }
      } else if person.titles.contains(text.tokens.words[token]) {
        score += isBefore ? 2 : 1
      } else if words.kinds(text.tokens.words[token]).contains(.rank) {
        continue
      } else if isBefore {
        // "The embattled leader", but not "the opposition leader".
        score -=
          text.tags[token] == .adj && query.kinds.contains(.ruler)
          ? 0.3 : query.kinds.contains(.any) || mayLoosely ? 3 : 1.2
      } else {
        score -= 0.3
      }
    }
    return needsSide ? -1000 : score
  }

  /// How many names behind the noun the text does not put beside the person.
  private func strangeNames(_ query: Query, _ entity: Int) -> Int {
    query.behind.count {
      text.tags[$0] == .propn && parties.mention(at: $0).map { $0.use == .unknown } ?? true
        && !names.entities[entity].titles.contains(text.tokens.words[$0])
    }
  }

  /// Whether a title is one of those who rule.
  private func rules(_ word: UInt64) -> Bool {
    words.kinds(word).contains(.ruler) || word == Self.minister
  }

  private static let minister = WordHash.of("minister")

  /// Where a person is named, as a score: before the description, and behind it.
  private struct Place {
    var before: Float?
    var ahead: Float?
  }

  /// What the place of the person's names adds; `nil` if they stand where they cannot be meant.
  private func worth(of place: Place, _ query: Query, fit: Float) -> Float? {
    if query.isDefinite, let before = place.before { return before }
    // A person who is described first and named later: "A spokesman said ... The spokesman, Ek Om".
    guard place.before == nil, let ahead = place.ahead, fit >= (ahead > -1.8 ? 1.7 : 2.4),
      query.isDefinite && !query.before.isEmpty || !query.kinds.contains(.common) || fit >= 3.5
    else { return nil }
    return ahead
  }

  /// How many sentences before a description its person may be named last.
  private static let reachBack = 300
  /// How many sentences behind a description its name may follow.
  private static let reachAhead = 8
}
