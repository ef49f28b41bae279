internal import Language
internal import Parties

/// Finds the clauses of a text that may state a stance.
struct ClauseFinder {
  let parties: ArticleParties
  let lexicon: FrameLexicon
  private var text: AnnotatedText { parties.text }
  private var dependents: Dependents { parties.dependents }

  init(_ parties: ArticleParties, lexicon: FrameLexicon) {
    self.parties = parties
    self.lexicon = lexicon
  }

  /// Returns the clauses, in the order of their heads.
  func clauses() -> [Clause] {
    var clauses: [Clause] = []
    for token in 0..<text.tokens.count {
      guard let kind = kind(token) else { continue }
      let frames = lexicon.frames(at: token, in: text)
      if kind == .nominal, !frames.contains(where: { $0.frame.force.act != nil }) { continue }
      let tokens = span(token, kind)
      guard tokens.count >= 2 else { continue }
      let (subject, isInherited) = subject(of: token, kind)
      clauses.append(
        Clause(
          head: token, kind: kind, tokens: tokens, subject: subject,
          isSubjectInherited: isInherited, isPassive: isPassive(token), frames: frames,
          governors: governors(of: token), auxiliaries: auxiliaries(of: token)))
    }
    return clauses
  }

  private func kind(_ token: Int) -> Clause.Kind? {
    let relation = text.relations[token]
    switch text.tags[token] {
    case .verb, .aux:
      switch relation {
      case .aux, .auxPass, .cop, .amod, .compound, .case, .mark, .fixed, .det: return nil
      case .xcomp, .acl, .advcl: return isFinite(token) ? .finite : .nonfinite
      default: return text.tags[token] == .aux && relation != .root ? nil : .finite
      }
    case .adj, .noun, .propn, .adv, .pron:
      if children(token).contains(where: { text.relations[$0] == .cop }) { return .predicative }
      if text.tags[token] == .adj, relation == .xcomp || relation == .root || relation == .conj,
        children(token).contains(where: { text.relations[$0] == .xcomp })
      {
        return .predicative
      }
      return text.tags[token] == .noun && relation != .compound ? .nominal : nil
    default: return nil
    }
  }

  private func children(_ token: Int) -> some Collection<Int> {
    dependents.of(token).lazy.map { Int($0) }
  }

  private func isFinite(_ token: Int) -> Bool {
    children(token).contains {
      text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass
    }
  }

  private func isPassive(_ token: Int) -> Bool {
    children(token).contains {
      text.relations[$0] == .auxPass || text.relations[$0] == .nsubjPass
    }
  }

  private func auxiliaries(of token: Int) -> [Int] {
    children(token).filter { child in
      switch text.relations[child] {
      case .aux, .auxPass, .cop: true
      case .advmod, .det, .cc, .discourse, .dep:
        lexicon.frames(at: child, in: text).contains { $0.frame.word == .adverb }
      case .mark: text.tags[child] == .part
      default: text.tags[child] == .part
      }
    }
  }

  /// The subject of `token`, or the one that it takes over from the clause above.
  private func subject(of token: Int, _ kind: Clause.Kind) -> (Int?, Bool) {
    if let own = ownSubject(token) { return (own, false) }
    if kind == .nominal { return (nil, false) }
    var current = token
    for _ in 0..<4 {
      let head = Int(text.heads[current])
      guard head >= 0 else { return (nil, true) }
      switch text.relations[current] {
      case .acl, .aclRelcl: return (head, true)
      case .xcomp:
        if controlsObject(head), let object = children(head).first(where: { isObject($0) }) {
          return (object, true)
        }
      case .conj, .advcl, .parataxis, .ccomp, .dep: break
      default: return (nil, true)
      }
      if let subject = ownSubject(head) { return (subject, true) }
      current = head
    }
    return (nil, true)
  }

  private func isObject(_ token: Int) -> Bool {
    switch text.relations[token] {
    case .obj, .iobj, .obl: text.tags[token] != .verb
    default: false
    }
  }

  private func controlsObject(_ token: Int) -> Bool {
    let frames = lexicon.frames(at: token, in: text)
    if frames.contains(where: { $0.frame.control == .object }) { return true }
    return !frames.contains { $0.frame.control == .subject }
      && children(token).contains { text.relations[$0] == .obj }
  }

  private func ownSubject(_ token: Int) -> Int? {
    children(token).first {
      text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass
    }
  }

  private func governors(of token: Int) -> [Clause.Governor] {
    var result: [Clause.Governor] = []
    var current = token
    for _ in 0..<6 where result.count < 4 {
      let head = Int(text.heads[current])
      guard head >= 0 else { break }
      result.append(
        Clause.Governor(
          token: head, relation: text.relations[current],
          frames: lexicon.frames(at: head, in: text)))
      current = head
    }
    return result
  }

  /// The reach of `token` without conjuncts and asides to its right, and without the marks around.
  private func span(_ token: Int, _ kind: Clause.Kind) -> Range<Int> {
    let reach = dependents.reach(token)
    var lower = reach.lowerBound
    var upper = reach.upperBound
    for child in children(token) {
      let isClausal = text.tags[child] == .verb || text.tags[child] == .aux
      switch text.relations[child] {
      case .conj where child > token && kind != .nominal:
        upper = min(upper, startOfConjunct(child, after: token))
      case .parataxis, .discourse:
        if child > token {
          upper = min(upper, max(token + 1, dependents.reach(child).lowerBound))
        } else if isClausal {
          lower = max(lower, min(token, dependents.reach(child).upperBound))
        }
      default: break
      }
    }
    while lower < token, isEdge(lower) { lower += 1 }
    while upper > token + 1, text.tags[upper - 1] == .punct || text.tags[upper - 1] == .cconj {
      upper -= 1
    }
    return lower..<max(upper, token + 1)
  }

  private func startOfConjunct(_ child: Int, after token: Int) -> Int {
    let start = max(token + 1, dependents.reach(child).lowerBound)
    return start > token + 1 && text.tags[start - 1] == .cconj ? start - 1 : start
  }

  private func isEdge(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .punct, .cconj, .sconj: true
    default: false
    }
  }
}
