internal import Language
internal import Parties

/// What tells which candidate holds the stance of a clause.
struct HolderFeatures {
  private let context: ArticleContext
  private var text: AnnotatedText { context.text }

  init(_ context: ArticleContext) { self.context = context }

  /// Returns the features of each of `candidates` for the clause with this index.
  func features(_ index: Int, _ candidates: [HolderCandidate]) -> [FeatureList] {
    let clause = context.clauses[index]
    let reading = context.readings[index]
    let subject = clause.subject.map { UInt64(text.tags[$0].rawValue) + 1 } ?? 0
    let above = clause.governors.first
    let shape = UInt64(clause.kind.rawValue) | (clause.isPassive ? 8 : 0)
    let mood = Mood(clause, lexicon: context.lexicon, in: text)
    let modality: UInt64 =
      (mood.isObliged ? 1 : 0) | (mood.isFuture ? 2 : 0)
      | (mood.isNegated ? 4 : 0)
    let said: UInt64 = context.speech.stretch(at: clause.head) == nil ? 0 : 1
    let forces = clause.frames.reduce(UInt64(0)) { $0 | 1 << UInt64($1.frame.force.rawValue) }
    let aboveForces = above?.frames.reduce(UInt64(0)) { $0 | 1 << UInt64($1.frame.force.rawValue) }
    let base = context.lexicon.base(of: text.tokens.words[clause.head])
    return candidates.enumerated().map { rank, candidate in
      var list = FeatureList()
      let roles = UInt64(candidate.roles)
      let rule = reading.map { UInt64($0.rule.rawValue) * 8 + UInt64($0.holder.rawValue) + 1 } ?? 0
      list.add("roles", roles)
      list.add("roles rule", roles, rule)
      list.add("roles shape", roles, shape, said)
      list.add("first", UInt64(min(rank, 6)))
      for role in HolderCandidate.Role.allCases where candidate.has(role) {
        let number = UInt64(role.rawValue)
        list.add("role", number)
        list.add("role shape", number, shape, said)
        list.add("role rule", number, rule)
        list.add("role rule said", number, rule, said)
        list.add("role modality", number, modality, said)
        list.add("role modality force", number, modality, forces)
        list.add("role force", number, forces)
        list.add("role head", number, base)
        list.add("role subject", number, subject, UInt64(clause.isSubjectInherited ? 1 : 0))
        list.add("role above", number, aboveForces ?? 0, UInt64(above?.relation.rawValue ?? 99))
        list.add("role how", number, UInt64(candidate.rule.rawValue))
      }
      list.add("how", UInt64(candidate.rule.rawValue))
      list.add("known", candidate.party.index == nil ? 0 : 1)
      list.add("known rule", candidate.party.index == nil ? 0 : 1, rule)
      let often = context.parties.frequent.firstIndex(of: candidate.party) ?? 9
      list.add("often", UInt64(often))
      list.add("often how", UInt64(often), UInt64(candidate.rule.rawValue))
      list.add("joint", UInt64(min(3, candidate.joint.count)))
      return list
    }
  }
}
