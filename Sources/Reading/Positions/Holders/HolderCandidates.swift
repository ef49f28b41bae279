internal import Language
package import Parties

/// A party that may hold the stance of a clause, and where it stands.
package struct HolderCandidate: Sendable {
  /// Where a candidate stands.
  package enum Role: UInt8, Sendable, Hashable, CaseIterable {
    case subject, speaker, governor, agent, possessor, complement, object
    case firstInSentence, nearest, sameSentence, lastSubject, lastSpeaker, frequent
  }

  /// The party.
  package let party: PartyName
  /// Where it stands, as a set of ``Role``.
  private(set) var roles: UInt16
  /// How its best role was resolved.
  package let rule: Resolution.Rule
  /// The other parties that were resolved with it ("Russia and Ukraine").
  package let joint: [PartyName]

  init(_ party: PartyName, _ role: Role, _ resolution: Resolution) {
    self.party = party
    roles = 1 << UInt16(role.rawValue)
    rule = resolution.rule
    joint = resolution.parties
  }

  mutating func add(_ role: Role) { roles |= 1 << UInt16(role.rawValue) }

  /// Whether the party stands in `role`.
  package func has(_ role: Role) -> Bool { roles & 1 << UInt16(role.rawValue) != 0 }
}

/// Gathers the parties that may hold the stance of a clause.
struct HolderFinder {
  let parties: ArticleParties
  let speech: SpeechMap
  private var text: AnnotatedText { parties.text }

  init(_ parties: ArticleParties, speech: SpeechMap) {
    self.parties = parties
    self.speech = speech
  }

  /// Returns the candidates for `clause`, in the order in which their roles are looked at.
  func candidates(for clause: Clause) -> [HolderCandidate] {
    var found: [HolderCandidate] = []
    func add(_ resolution: Resolution?, _ role: HolderCandidate.Role) {
      guard let resolution else { return }
      for party in resolution.parties {
        if let index = found.firstIndex(where: { $0.party == party }) {
          found[index].add(role)
        } else {
          found.append(HolderCandidate(party, role, resolution))
        }
      }
    }
    let said = speech.speech(at: clause.head)
    if let subject = clause.subject { add(parties.resolve(subject, in: said), .subject) }
    if !said.speakers.isEmpty { add(Resolution(said.speakers, .speaker), .speaker) }
    for governor in clause.governors where governor.frames.contains(where: isAct) {
      if let subject = subject(of: governor.token) {
        add(parties.resolve(subject, in: speech.speech(at: subject)), .governor)
      } else if text.tags[governor.token] == .noun {
        let owners = parties.owners(of: governor.token, in: said)
        if let owners { add(owners, .governor) }
      }
    }
    for child in parties.dependents.of(clause.head).map(Int.init) {
      switch text.relations[child] {
      case .obl, .nmod:
        let isAgent = hasCase(child, "by")
        add(parties.resolve(child, in: said), isAgent ? .agent : .complement)
      case .obj, .iobj: add(parties.resolve(child, in: said), .object)
      default: break
      }
    }
    if clause.kind == .nominal { add(parties.owners(of: clause.head, in: said), .possessor) }
    addSurroundings(clause, add)
    return found
  }

  private func addSurroundings(
    _ clause: Clause, _ add: (Resolution?, HolderCandidate.Role) -> Void
  ) {
    let sentence = text.sentence(ofToken: clause.head)
    let range = text.sentences[sentence]
    var first: PartyName?
    var nearest: PartyName?
    for token in range.lowerBound..<clause.head {
      if let mention = parties.mention(at: token), !parties.isPlace(mention) {
        let party = mention.party
        first = first ?? party
        nearest = party
      }
    }
    if let first { add(Resolution([first], .name), .firstInSentence) }
    if let nearest { add(Resolution([nearest], .name), .nearest) }
    for token in range {
      if let mention = parties.mention(at: token), !parties.isPlace(mention) {
        let party = mention.party
        add(Resolution([party], .name), .sameSentence)
      }
    }
    if sentence > 0 {
      let before = text.sentences[sentence - 1]
      if let subject = before.first(where: {
        text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass
      }) {
        add(parties.resolve(subject, in: speech.speech(at: subject)), .lastSubject)
      }
      if let stretch = speech.stretches.last(where: { $0.tokens.upperBound <= range.lowerBound }),
        !stretch.speakers.isEmpty
      {
        add(Resolution(stretch.speakers, .speaker), .lastSpeaker)
      }
    }
    for party in parties.frequent { add(Resolution([party], .name), .frequent) }
  }

  private func isAct(_ match: FrameLexicon.Match) -> Bool { match.frame.force.act != nil }

  private func subject(of token: Int) -> Int? {
    var current = token
    for _ in 0..<3 {
      if let own = parties.dependents.of(current).map(Int.init).first(where: {
        text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass
      }) {
        return own
      }
      let head = Int(text.heads[current])
      guard head >= 0 else { return nil }
      if text.relations[current] == .aclRelcl || text.relations[current] == .acl { return head }
      current = head
    }
    return nil
  }

  private func hasCase(_ token: Int, _ word: String) -> Bool {
    parties.dependents.of(token).map(Int.init).contains {
      text.relations[$0] == .case && text.word($0) == word
    }
  }
}
