internal import Language
internal import ParleyModel

/// What the words beside a name say about the side that a person speaks for.
extension ArticleParties {
  /// Returns the side of the person named at `name`: from the words before ("State Department
  /// spokesman John Kirby"), else from the words after ("Ann Lee, head of the dockers' union,").
  func side(ofPersonAt name: Range<Int>) -> PartyName? {
    let sentence = text.sentences[text.sentence(ofToken: name.lowerBound)]
    switch roleBefore(name, sentence) {
    case .side(let party): return party
    case .self: return nil
    case .none: break
    }
    if case .side(let party) = roleAfter(name, sentence) { return party }
    return nil
  }

  private enum Role {
    /// Speaks for this side.
    case side(PartyName)
    /// Speaks for himself.
    case `self`
    /// Nothing is said.
    case none
  }

  private func roleBefore(_ name: Range<Int>, _ sentence: Range<Int>) -> Role {
    var token = name.lowerBound - 1
    // "a spokesman for the alliance, Omar Said": step over the comma of an apposition.
    var role: Int?
    var isFormer = false
    var parties: [PartyName] = []
    let limit = max(sentence.lowerBound, name.lowerBound - 9)
    while token >= limit {
      let kind = kinds(token)
      if let mention = mention(at: token) {
        if mention.isPerson { break }
        if mention.use == .place {
          token = mention.tokens.lowerBound - 1
          continue
        }
        parties.insert(mention.party, at: 0)
        token = mention.tokens.lowerBound - 1
        continue
      }
      if kind.contains(.former) { isFormer = true }
      if !kind.isDisjoint(with: .role), role == nil, isNominal(token) { role = token }
      switch text.tags[token] {
      case .noun, .adj, .propn, .num, .part: token -= 1
      case .punct where text.word(token) == "-" || text.word(token) == "–": token -= 1
      default:
        token = -1
      }
    }
    guard let role, !isFormer else { return isFormer ? .self : .none }
    if kinds(role).contains(.apart) { return .self }
    if let party = parties.first { return .side(party) }
    return kinds(role).contains(.office)
      ? (earlierSide(before: role).map { .side($0) } ?? .none) : .none
  }

  private func roleAfter(_ name: Range<Int>, _ sentence: Range<Int>) -> Role {
    var token = name.upperBound
    guard token + 1 < sentence.upperBound, text.word(token) == "," else { return .none }
    token += 1
    var role: Int?
    let limit = min(sentence.upperBound, token + 16)
    var sawOf = false
    while token < limit {
      let kind = kinds(token)
      if let mention = mention(at: token) {
        if mention.use == .place {
          token = mention.tokens.upperBound
          continue
        }
        if role == nil || sawOf {
          if mention.isPerson { return .none }
          // "Oxfam's head of policy", "head of Oxfam": the name counts once a role is near.
          if role != nil || hasRole(after: mention.tokens.upperBound, limit: limit) {
            if let role, kinds(role).contains(.apart) { return .self }
            return .side(mention.party)
          }
          return .none
        }
        token = mention.tokens.upperBound
        continue
      }
      if kind.contains(.former) { return .self }
      if role == nil, !kind.isDisjoint(with: .role), isNominal(token) {
        if kind.contains(.apart) { return .self }
        role = token
      } else if role != nil, text.tags[token] == .adp {
        sawOf = true
      } else if text.tags[token] == .verb || text.word(token) == "," {
        return .none
      }
      token += 1
    }
    return .none
  }

  private func hasRole(after token: Int, limit: Int) -> Bool {
    (token..<max(token, limit)).prefix(6).contains {
      !kinds($0).isDisjoint(with: [.office, .post]) && isNominal($0)
    }
  }

  private func isNominal(_ token: Int) -> Bool {
    text.tags[token] == .noun || text.tags[token] == .propn || text.tags[token] == .adj
  }

  /// The state named last before `token`, in this sentence or the two before it.
  private func earlierSide(before token: Int) -> PartyName? {
    let sentence = text.sentence(ofToken: token)
    let start = text.sentences[max(0, sentence - 2)].lowerBound
    var best: PartyName?
    var position = token - 1
    while position >= start {
      if let mention = mention(at: position), let index = mention.party.index,
        catalogue.parties[index].kind == .state
      {
        best = mention.party
        break
      }
      position -= 1
    }
    return best
  }
}

extension ArticleParties {
  /// Returns the side of the speaker `name`, a full name or a body as an attribution gives it;
  /// `nil` where the article names nobody so.
  public func party(ofSpeaker name: String) -> PartyName? {
    let wanted = FoldedWords(name: name).pieces
    guard let last = wanted.last else { return nil }
    for mention in mentions where mention.tokens.count <= wanted.count + 2 {
      let first = Int(folded.firsts[mention.tokens.lowerBound])
      let end = Int(folded.firsts[mention.tokens.upperBound])
      guard first < end, folded.pieces[end - 1] == last else { continue }
      let pieces = folded.pieces[first..<end]
      if pieces.elementsEqual(wanted) || wanted.suffix(pieces.count).elementsEqual(pieces) {
        return mention.party
      }
    }
    return nil
  }
}
