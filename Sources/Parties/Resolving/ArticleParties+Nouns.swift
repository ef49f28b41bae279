internal import Language
internal import ParleyModel

extension ArticleParties {
  /// Returns the parties that the noun, name or pronoun `token` stands for, those coordinated with
  /// it included; `nil` where the words stand for none.
  public func resolve(_ token: Int, in speech: Speech = Speech()) -> Resolution? {
    var result = resolveAlone(token, in: speech)
    for child in dependents.of(token).map(Int.init)
    where text.relations[child] == .conj && child > token && isNominal(child)
      && (mentionAt[child] < 0 || mentionAt[child] != mentionAt[token])
    {
      guard let more = resolveAlone(child, in: speech) else { continue }
      if result == nil { result = Resolution([], more.rule) }
      for party in more.parties where !(result?.parties.contains(party) ?? true) {
        result?.parties.append(party)
      }
    }
    return result
  }

  private func resolveAlone(_ token: Int, in before: Speech) -> Resolution? {
    guard before.depth < Speech.deepest else { return nil }
    let speech = before.deeper
    if let mention = mention(at: token) { return named(mention) }
    if token + 1 < text.tokens.count, !kinds(token).isDisjoint(with: .role.union(.honorific)),
      let next = mention(at: token + 1), next.isPerson, !kinds(token).contains(.former)
    {
      return named(next)
    }
    switch text.tags[token] {
    case .pron, .det: return pronoun(token, in: speech)
    case .noun, .propn, .adj, .num, .x: return noun(token, in: speech)
    default: return nil
    }
  }

  /// The party of a name, with those that are listed with it: "Japan, Fiji and Oman".
  private func named(_ mention: Mention) -> Resolution? {
    guard mention.use != .place else { return nil }
    var parties = [mention.party]
    guard mention.use != .adjective else { return Resolution(parties, .name) }
    var last = mention
    while let next = listed(after: last) {
      if !parties.contains(next.party) { parties.append(next.party) }
      last = next
    }
    // A comma alone makes no list: "France, Germany" needs its "and".
    let isList = text.tags[last.tokens.lowerBound - 1 < 0 ? 0 : last.tokens.lowerBound - 1]
    if parties.count > 1, !endsList(last), isList != .cconj { parties = [mention.party] }
    return Resolution(parties, .name)
  }

  private func endsList(_ mention: Mention) -> Bool {
    var token = mention.tokens.lowerBound - 1
    while token >= 0, mention.tokens.lowerBound - token < 6 {
      if text.tags[token] == .cconj { return true }
      token -= 1
    }
    return false
  }

  /// The name that follows `mention` after a comma, an "and" or both; its title may stand between.
  private func listed(after mention: Mention) -> Mention? {
    var token = mention.tokens.upperBound
    let sentence = text.sentences[text.sentence(ofToken: mention.tokens.lowerBound)]
    var joint = false
    while token < sentence.upperBound, token - mention.tokens.upperBound < 7 {
      if let next = self.mention(at: token) {
        guard joint else { return nil }
        // "Obama and Cuban President Castro": the adjective belongs to the title.
        if next.use == .adjective {
          token = next.tokens.upperBound
          continue
        }
        return next.use == .place || next.use == .seat && isPlace(next) ? nil : next
      }
      switch text.tags[token] {
      case .cconj: joint = text.word(token) == "and" || text.word(token) == "&"
      case .punct where text.word(token) == ",": joint = true
      case .det where joint: break
      case .noun, .propn, .adj:
        guard joint, !kinds(token).isDisjoint(with: .role.union(.honorific).union(.descriptor))
        else { return nil }
      default: return nil
      }
      if text.tags[token] == .cconj, !joint { return nil }
      token += 1
    }
    return nil
  }

  private func isNominal(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .noun, .propn, .pron, .adj: true
    default: false
    }
  }

  private func noun(_ token: Int, in speech: Speech) -> Resolution? {
    let kind = kinds(token)
    if isBoth(token) {
      return Resolution(Array(byFrequency.filter { $0.index != nil }.prefix(2)), .anaphor)
    }
    let person = dependents.of(token).map(Int.init).first { child in
      (text.relations[child] == .appos || text.relations[child] == .flat
        || text.relations[child] == .compound)
        && child > token
        && (mention(at: child)?.isPerson == true || mentionAt[token + 1] == mentionAt[child])
    }
    if let person, let mention = mention(at: person), kind.isDisjoint(with: .former) {
      return Resolution([mention.party], .name)
    }
    let owners = modifiers(of: token)
    if isDefinite(token) || isBare(token), let party = namesake(token) {
      return Resolution([party], .anaphor)
    }
    if !kind.isDisjoint(with: [.group, .apart]), kind.isDisjoint(with: [.office, .institution]) {
      if !owners.isEmpty || hasModifier(token) { return Resolution([phrase(token)], .phrase) }
      if kind.contains(.collective), let party = collective(token) {
        return Resolution([party], .anaphor)
      }
      return Resolution([phrase(token)], .phrase)
    }
    if !owners.isEmpty { return Resolution(owners, .modifier) }
    if let pronoun = possessor(token), let owner = resolveAlone(pronoun, in: speech) {
      return Resolution(owner.parties, .modifier)
    }
    if kind.contains(.collective), let party = collective(token) {
      return Resolution([party], .anaphor)
    }
    if !kind.isDisjoint(with: [.office, .institution]),
      let party = remembered(text.tokens.words[token], before: token)
    {
      return Resolution([party], .remembered)
    }
    return nil
  }

  /// Returns the parties to whom the noun `token` belongs ("Moscow's demand", "the demand of the
  /// union", "its demand"); `nil` where the text names none.
  public func owners(of token: Int, in speech: Speech = Speech()) -> Resolution? {
    let owners = modifiers(of: token)
    if !owners.isEmpty { return Resolution(owners, .modifier) }
    if let owner = dependents.of(token).map(Int.init).first(where: {
      text.relations[$0] == .nmodPoss && $0 < token
    }) {
      return resolve(owner, in: speech)
    }
    return nil
  }

  private func isDefinite(_ token: Int) -> Bool {
    token > 0 && (text.tags[token - 1] == .det || text.relations[token - 1] == .nmodPoss)
      && text.heads[token - 1] == Int32(token)
  }

  /// The party named before whose name has the word `token` in it: "the union" after "National
  /// Education Union".
  private func namesake(_ token: Int) -> PartyName? {
    guard !kinds(token).isDisjoint(with: [.collective, .institution, .group]) else { return nil }
    let word = text.tokens.words[token]
    let spelling = text.word(token).lowercased()
    return mentions.last { mention in
      guard mention.tokens.upperBound <= token, !mention.isPerson else { return false }
      if mention.tokens.count > 1
        && mention.tokens.contains(where: { text.tokens.words[$0] == word })
      {
        return true
      }
      return mention.party.index != nil && mention.party.name.lowercased().contains(spelling)
    }?.party
  }

  /// Whether nothing narrows the plural noun `token`: "Rebels said no."
  private func isBare(_ token: Int) -> Bool {
    kinds(token).contains(.group) && !hasModifier(token) && !isDefinite(token)
  }

  private func isBoth(_ token: Int) -> Bool {
    for start in max(0, token - 2)...token {
      let first = Int(folded.firsts[start])
      let end = Int(folded.firsts[token + 1])
      if first < end, let match = catalogue.words.both.match(folded, at: first, within: end),
        first + match.count == end
      {
        return true
      }
    }
    return false
  }

  private func possessor(_ token: Int) -> Int? {
    dependents.of(token).map(Int.init).first {
      text.relations[$0] == .nmodPoss && text.tags[$0] == .pron && $0 < token
    }
  }

  private func hasModifier(_ token: Int) -> Bool {
    token > 0 && (text.tags[token - 1] == .adj || text.tags[token - 1] == .noun)
      && text.heads[token - 1] == Int32(token)
  }

  /// The parties that the words beside the noun `token` name: those before it ("Russian and
  /// Ukrainian negotiators", "Oxfam's head"), else those after it ("ministers from Iran").
  func modifiers(of token: Int) -> [PartyName] {
    var position = token - 1
    var groups: [[PartyName]] = []
    var joins = false
    let start = max(0, token - 8)
    while position >= start {
      if let mention = mention(at: position) {
        if mention.use == .place { break }
        if joins, !groups.isEmpty {
          groups[groups.count - 1].insert(mention.party, at: 0)
        } else {
          groups.append([mention.party])
        }
        joins = false
        position = mention.tokens.lowerBound - 1
        continue
      }
      switch text.tags[position] {
      case .noun, .adj, .propn, .num, .part, .x: break
      case .cconj where !groups.isEmpty: joins = true
      case .punct where text.word(position) == "," && !groups.isEmpty: joins = true
      case .punct where text.word(position) == "-" || text.word(position) == "’s": break
      default: position = -1
      }
      if position >= 0, text.tags[position] == .noun, joins { break }
      position -= 1
    }
    // Of stacked names the first owns the rest: "Iran's UN ambassador".
    if let first = groups.last { return first }
    for child in dependents.of(token).map(Int.init)
    where child > token && (text.relations[child] == .nmod || text.relations[child] == .nmodPoss) {
      guard let mention = mention(at: child), !mention.isPerson, mention.use != .place,
        ownsByPreposition(child)
      else {
        continue
      }
      var parties = named(mention)?.parties ?? [mention.party]
      for other in dependents.of(child).map(Int.init) where text.relations[other] == .conj {
        if let more = self.mention(at: other), !parties.contains(more.party) {
          parties.append(more.party)
        }
      }
      return parties
    }
    return []
  }

  private func ownsByPreposition(_ token: Int) -> Bool {
    dependents.of(token).map(Int.init).contains { child in
      text.relations[child] == .case
        && ["of", "from", "for", "in", "at"].contains(text.word(child))
    }
  }

  /// The noun with the words that narrow it, as the name of a group ("Israeli reservists").
  private func phrase(_ token: Int) -> PartyName {
    var start = token
    let first = text.sentences[text.sentence(ofToken: token)].lowerBound
    while start > first, token - start < 5 {
      let before = start - 1
      let isPart =
        text.tags[before] == .adj || text.tags[before] == .noun || text.tags[before] == .propn
      guard isPart, mention(at: before)?.isPerson != true,
        kinds(before).isDisjoint(with: [.former, .vague])
      else { break }
      start = before
    }
    return PartyName(name: text.article.words(text.span(start..<token + 1)))
  }
}
