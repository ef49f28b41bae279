internal import Language

extension ArticleParties {
  private static let firstPerson = hashes(["i", "we", "us", "our", "my", "me", "ours"])
  private static let singular = hashes(["he", "she", "him", "her", "his", "hers"])
  private static let plural = hashes(["they", "them", "their", "both", "theirs"])
  private static let neuter = hashes(["it", "its"])
  private static let relative = hashes(["who", "which", "that", "whom", "whose"])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { WordHash.of($0) })
  }

  /// Returns the parties that the pronoun `token` stands for.
  func pronoun(_ token: Int, in speech: Speech) -> Resolution? {
    let word = text.tokens.words[token]
    if Self.firstPerson.contains(word) {
      return speech.speakers.isEmpty ? nil : Resolution(speech.speakers, .speaker)
    }
    if Self.relative.contains(word) { return antecedent(ofRelative: token, in: speech) }
    if Self.singular.contains(word) {
      // In reported words "he" is the speaker more often than not.
      if !speech.speakers.isEmpty { return Resolution(speech.speakers, .pronoun) }
      return nearest(before: token, isPerson: true).map { Resolution([$0], .pronoun) }
    }
    if Self.neuter.contains(word) || Self.plural.contains(word) {
      if !speech.speakers.isEmpty, Self.neuter.contains(word) {
        return Resolution(speech.speakers, .pronoun)
      }
      return nearestSubject(before: token, in: speech)
    }
    return nil
  }

  private func antecedent(ofRelative token: Int, in speech: Speech) -> Resolution? {
    var head = Int(text.heads[token])
    var steps = 0
    while head >= 0, steps < 6 {
      if text.relations[head] == .aclRelcl || text.relations[head] == .acl {
        let noun = Int(text.heads[head])
        return noun >= 0 && noun < token ? resolve(noun, in: speech) : nil
      }
      head = Int(text.heads[head])
      steps += 1
    }
    return nil
  }

  /// The person named last before `token`; a subject of the sentence before wins over others.
  private func nearest(before token: Int, isPerson: Bool) -> PartyName? {
    var best: (score: Int, party: PartyName)?
    let sentence = text.sentence(ofToken: token)
    for number in mentions.indices.reversed() {
      let mention = mentions[number]
      guard mention.tokens.upperBound <= token, mention.isPerson == isPerson else { continue }
      let distance = sentence - text.sentence(ofToken: mention.tokens.lowerBound)
      guard distance <= 4 else { break }
      let score = (isSubject(mention.tokens) ? 3 : 0) - 2 * distance
      if best.map({ score > $0.score }) ?? true { best = (score, mention.party) }
    }
    return best?.party
  }

  /// The subject nearest before `token` in this sentence or the two before it.
  private func nearestSubject(before token: Int, in speech: Speech) -> Resolution? {
    let sentence = text.sentence(ofToken: token)
    let start = text.sentences[max(0, sentence - 2)].lowerBound
    var position = token - 1
    while position >= start {
      if text.relations[position] == .nsubj || text.relations[position] == .nsubjPass,
        text.tags[position] != .pron, !governs(position, token),
        let found = resolve(position, in: speech.unattributed)
      {
        return Resolution(found.parties, .pronoun)
      }
      position -= 1
    }
    return nil
  }

  /// Whether `token` lies below `head`: a noun is not its own possessor's antecedent.
  private func governs(_ head: Int, _ token: Int) -> Bool {
    dependents.reach(head).contains(token)
  }

  private func isSubject(_ tokens: Range<Int>) -> Bool {
    tokens.contains { text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass }
  }

  private static let states = hashes([
    "country", "nation", "kingdom", "republic", "state", "island", "government", "administration",
    "regime", "army", "side", "delegation", "authority",
  ])
  private static let firms = hashes(["company", "firm", "airline", "bank", "maker", "giant"])

  private func endsInGroup(_ mention: Mention) -> Bool {
    !kinds(mention.tokens.upperBound - 1).isDisjoint(with: [.group, .institution])
  }

  private static let unions = hashes(["bloc", "union", "alliance", "commission", "cartel"])

  /// The party that a common noun stands for ("the bloc"): the one of its kind named last.
  func collective(_ token: Int) -> PartyName? {
    let word = text.tokens.words[token]
    for number in mentions.indices.reversed() {
      let mention = mentions[number]
      guard mention.tokens.upperBound <= token, !mention.isPerson || mention.party.index != nil
      else { continue }
      let kind = mention.party.index.map { catalogue.parties[$0].kind }
      let fits: Bool
      if Self.unions.contains(word) {
        fits = kind == .union
      } else if Self.states.contains(word) {
        fits = kind == .state
      } else {
        fits =
          kind != .state && kind != .union && !mention.isPerson && mention.use != .place
          && (kind != nil || Self.firms.contains(word) || endsInGroup(mention))
      }
      if fits { return mention.party }
    }
    return nil
  }
}
