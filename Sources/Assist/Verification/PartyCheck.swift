internal import Language
internal import ParleyModel
internal import Parties
internal import Reading

/// Decides whether a name that a model gave is a party of the article.
struct PartyCheck {
  let article: ReadArticle

  /// Returns the name that readings use for the party: of a party that the lists know, its own; else
  /// the words of the article, near `evidence`; else the name as given, if each of its words stands in
  /// the article or is of a party named there ("Utopian opposition" for "Utopia's two opposition
  /// parties"); `nil` if it is none of these.
  func name(_ given: String, near evidence: ByteRange) -> String? {
    let parties = article.context.parties
    var words = given.split { $0.isWhitespace }.map(String.init)
    for name in [given, words.dropFirst().joined(separator: " ")] {
      let canonical = parties.canonical(name)
      if parties.isKnown(canonical) { return canonical }
      guard words.first?.lowercased() == "the" else { break }
    }
    if words.first?.lowercased() == "the" { words.removeFirst() }
    guard !words.isEmpty, words.count <= 12 else { return nil }
    if let place = article.mention(of: words.joined(separator: " "), near: evidence) {
      return article.article.words(place).split { $0.isWhitespace }.joined(separator: " ")
    }
    let isMadeOfThem = words.allSatisfy { word in
      let party = parties.canonical(word)
      return !article.mentions(of: word).isEmpty
        || parties.mentions.contains { $0.party.name == party }
    }
    return isMadeOfThem ? words.joined(separator: " ") : nil
  }

  /// Returns who holds the stance of `evidence` where its words leave no doubt that `holder` was taken
  /// for the other side; `nil` where they may mean `holder`.
  ///
  /// Looked at is the clause that carries the evidence, if Parley's own rules read the same act from
  /// it. Both parties must be of the lists, and one of these must hold: another one is by name the
  /// subject of the verb of the act and `holder` comes after the verb ("Moscow urged Kyiv to leave");
  /// the noun of the act is another one's ("Moscow's demand that Kyiv leave"); another one says what `holder` must do.
  func contradiction(of holder: String, act: Act, in evidence: ByteRange) -> String? {
    let context = article.context
    let tokens = article.tokens(in: evidence)
    let inside = context.clauses.indices.filter { tokens.contains(context.clauses[$0].head) }
    guard act != .accept, let index = inside.min(by: { depth(of: $0) < depth(of: $1) }),
      let reading = context.readings[index], reading.act == act,
      let wanted = context.parties.mentions.first(where: { $0.party.name == holder })?.party,
      wanted.index != nil
    else { return nil }
    let clause = context.clauses[index]
    if reading.rule == .noun, follows(wanted, clause.head, tokens) {
      return owner(of: clause.head, in: tokens)
    }
    let role: HolderCandidate.Role
    switch (reading.rule, clause.governors.first) {
    case (.ownVerb, _) where follows(wanted, clause.head, tokens): role = .subject
    case (.governedByObject, let verb?) where follows(wanted, verb.token, tokens),
      (.governedBySubject, let verb?) where follows(wanted, verb.token, tokens):
      role = .governor
    case (.obligation, _) where clause.subject.map { isNamed(wanted, at: $0) } == true:
      role = .speaker
    default: return nil
    }
    let place = context.holders(of: index).filter { $0.has(role) }
    guard let first = place.first, place.allSatisfy({ $0.isCertain && $0.party != wanted }) else {
      return nil
    }
    return first.party.name
  }

  /// The party of the lists that stands right before a noun as whose it is ("Kyiv's demand", and
  /// "Kyiv demands" where that was taken for a noun).
  private func owner(of noun: Int, in tokens: Range<Int>) -> String? {
    let mention = article.context.parties.mentions.first {
      let last = $0.tokens.upperBound - 1
      return tokens.contains(last) && last < noun && Int(article.context.text.heads[last]) == noun
    }
    return mention.flatMap { $0.party.index == nil ? nil : $0.party.name }
  }

  /// Whether `party` is named in `tokens` after `verb`, and nowhere before it.
  private func follows(_ party: PartyName, _ verb: Int, _ tokens: Range<Int>) -> Bool {
    let sentence = article.context.text.sentences[article.context.text.sentence(ofToken: verb)]
    let mentions = article.context.parties.mentions.filter {
      $0.party == party && sentence.contains($0.tokens.lowerBound)
    }
    return mentions.contains { tokens.contains($0.tokens.lowerBound) }
      && mentions.allSatisfy { $0.tokens.lowerBound > verb }
  }

  private func isNamed(_ party: PartyName, at token: Int) -> Bool {
    article.context.parties.mention(at: token)?.party == party
  }

  /// How many words stand above the clause in its sentence.
  private func depth(of clause: Int) -> Int {
    var depth = 0
    var token = article.context.clauses[clause].head
    while article.context.text.heads[token] >= 0, depth < 1000 {
      token = Int(article.context.text.heads[token])
      depth += 1
    }
    return depth
  }
}

extension HolderCandidate {
  /// Whether the words name a party of the lists, so that nothing had to be guessed.
  fileprivate var isCertain: Bool {
    guard party.index != nil else { return false }
    return switch rule {
    case .name, .modifier, .speaker: true
    case .remembered, .anaphor, .pronoun, .phrase: false
    }
  }
}
