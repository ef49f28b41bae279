internal import Language
internal import ParleyModel
internal import Parties
internal import Reading

/// Compares whose stance a model says it is with what the grammar says, and with what Parley's own
/// reader thinks of it.
struct SidesCheck {
  let article: ReadArticle

  /// What the comparison comes to.
  enum Verdict: Hashable {
    /// Nothing speaks against the holder.
    case open
    /// Parley's own reader thinks that it is more likely the stance of another party.
    case disputed(other: String)
    /// It is the stance of another party.
    case contradicted(other: String)
  }

  /// How many times likelier another party must be, for a dispute.
  private static let disputing = 3.0
  /// The same, for a contradiction where the other party stands where holders stand.
  private static let contradicting = 2.0
  private static let contradictingAlone = 12.0

  /// Judges whether the stance of `evidence` is that of `holder` against `addressee` (`nil`: nobody), or
  /// rather the other way round.
  func verdict(
    holder: String, addressee: String?, act: Act, in evidence: ByteRange
  ) -> Verdict {
    let tokens = article.tokens(in: evidence)
    let clauses = article.context.clauses
    let inside = clauses.indices.filter { tokens.contains(clauses[$0].head) }
    func rank(_ index: Int) -> (Int, Int) { (isSame(act, index) ? 0 : 1, depth(of: index)) }
    guard let clause = inside.min(by: { rank($0) < rank($1) }) else { return .open }
    if isSame(act, clause), let other = contradiction(of: holder, clause: clause, in: tokens) {
      return .contradicted(other: other)
    }
    // Whoever accepts often does so together with the other side.
    guard act != .accept else { return .open }
    let chances = article.holderChances(ofClause: clause)
    let own = chances.filter { $0.candidate.party.name == holder }
    let others = chances.filter { chance in
      let name = chance.candidate.party.name
      return name != holder && (addressee.map { $0 == name } ?? true)
        && chance.candidate.party.index != nil && chance.candidate.joint.count <= 1
    }
    guard let other = others.max(by: { $0.chance < $1.chance }) else { return .open }
    let name = other.candidate.party.name
    let chance = own.reduce(0) { $0 + $1.chance }
    // Where the model names no other side, the other party must be beyond doubt.
    let least = addressee == nil ? Self.contradictingAlone : Self.contradicting
    if isSame(act, clause), !own.isEmpty, other.chance >= least * chance,
      addressee != nil || other.candidate.isCertain,
      other.candidate.standsLikeHolder, own.allSatisfy({ $0.candidate.isOfLists }),
      !own.contains(where: \.candidate.standsLikeHolder)
    {
      return .contradicted(other: name)
    }
    return addressee != nil && other.chance >= Self.disputing * chance
      ? .disputed(other: name) : .open
  }

  /// Whether Parley's own rules read this act from a clause.
  private func isSame(_ act: Act, _ clause: Int) -> Bool {
    article.context.readings[clause]?.act == act
  }

  /// Returns who holds the stance of `evidence` where its grammar leaves no doubt that `holder` was taken
  /// for the other side; `nil` where they may mean `holder`.
  ///
  /// Looked at is the clause that carries the evidence, if Parley's own rules read the same act from
  /// it. Both parties must be of the lists, and one of these must hold: another one is by name the
  /// subject of the verb of the act and `holder` comes after the verb ("Moscow urged Kyiv to leave"); it
  /// stands behind a passive ("Kyiv's offer was rejected by Moscow"); the noun of the act is another
  /// one's ("Moscow's demand that Kyiv leave"); another one says what `holder` must do.
  private func contradiction(
    of holder: String, clause index: Int, in tokens: Range<Int>
  ) -> String? {
    let context = article.context
    guard let reading = context.readings[index],
      let wanted = context.parties.mentions.first(where: { $0.party.name == holder })?.party,
      wanted.index != nil
    else { return nil }
    let clause = context.clauses[index]
    if reading.act == .accept, reading.rule != .ownVerb || !isOwner(wanted, in: tokens) {
      return nil
    }
    if reading.rule == .noun, follows(wanted, clause.head, tokens) {
      return owner(of: clause.head, in: tokens)
    }
    let role: HolderCandidate.Role
    switch (reading.rule, clause.governors.first) {
    case (.ownVerb, _) where follows(wanted, clause.head, tokens),
      (.adjective, _) where follows(wanted, clause.head, tokens):
      role = .subject
    case (.governedByObject, let verb?) where follows(wanted, verb.token, tokens),
      (.governedBySubject, let verb?) where follows(wanted, verb.token, tokens):
      role = .governor
    case (.passive, _): role = .agent
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

  /// Whether `party` is named in `tokens` as whose something is ("Kyiv's offer").
  private func isOwner(_ party: PartyName, in tokens: Range<Int>) -> Bool {
    article.context.parties.mentions.contains {
      let last = $0.tokens.upperBound - 1
      return $0.party == party && tokens.contains(last)
        && article.context.text.relations[last] == .nmodPoss
    }
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
  /// Whether the party is one of the lists.
  fileprivate var isOfLists: Bool { party.index != nil }

  /// Whether it is where the grammar puts those whose stance is told.
  fileprivate var standsLikeHolder: Bool {
    [.subject, .speaker, .governor, .possessor, .agent].contains(where: has)
  }

  /// Whether the words name a party of the lists, so that nothing had to be guessed.
  fileprivate var isCertain: Bool {
    guard party.index != nil else { return false }
    return switch rule {
    case .name, .modifier, .speaker: true
    case .remembered, .anaphor, .pronoun, .phrase: false
    }
  }
}
