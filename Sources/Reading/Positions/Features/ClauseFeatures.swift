internal import Language
internal import Parties

/// What tells whether a clause is a position, and which act it carries.
struct ClauseFeatures {
  private let context: ArticleContext
  private var text: AnnotatedText { context.text }

  init(_ context: ArticleContext) { self.context = context }

  /// Returns the features of the clause with this index.
  func features(_ index: Int, isTracing: Bool = false) -> FeatureList {
    var list = FeatureList(isTracing: isTracing)
    let clause = context.clauses[index]
    let base = context.lexicon.base(of: text.tokens.words[clause.head])
    let subject = subjectKind(clause)
    let mood = moodBits(clause)
    list.add("bias")
    list.add("kind", UInt64(clause.kind.rawValue), UInt64(text.relations[clause.head].rawValue))
    head(clause, base, subject, mood, &list)
    above(clause, base, mood, &list)
    below(clause, base, &list)
    words(clause, &list)
    place(clause, &list)
    rule(context.readings[index], clause, subject, mood, base, &list)
    return list
  }

  private func forces(_ matches: [FrameLexicon.Match]) -> UInt64 {
    matches.reduce(0) { $0 | 1 << UInt64($1.frame.force.rawValue) }
  }

  private func moodBits(_ clause: Clause) -> UInt64 {
    let mood = Mood(clause, lexicon: context.lexicon, in: text)
    return (mood.isNegated ? 1 : 0) | (mood.isObliged ? 2 : 0) | (mood.isFuture ? 4 : 0)
      | (mood.isPossible ? 8 : 0) | (mood.isPerfectPast ? 16 : 0) | (clause.isPassive ? 32 : 0)
  }

  /// 0 none; else what the subject is, in bits: named by whom, known to the lists, the speaker.
  private func subjectKind(_ clause: Clause) -> UInt64 {
    guard let subject = clause.subject else { return 0 }
    let speech = context.speech.speech(at: clause.head)
    var kind: UInt64 = clause.isSubjectInherited ? 64 : 0
    switch text.tags[subject] {
    case .pron: kind |= 1
    case .propn: kind |= 2
    default: kind |= 3
    }
    if let resolution = context.parties.resolve(subject, in: speech),
      let party = resolution.parties.first
    {
      kind |= 4
      if party.index != nil { kind |= 8 }
      if speech.speakers.contains(party) { kind |= 16 }
      if resolution.parties.count > 1 { kind |= 32 }
    }
    return kind
  }

  private func head(
    _ clause: Clause, _ base: UInt64, _ subject: UInt64, _ mood: UInt64, _ list: inout FeatureList
  ) {
    let forces = forces(clause.frames)
    list.add("head", base)
    let likeness = context.classes[clause.head]
    list.add("head class", likeness)
    list.add("head class mood", likeness, mood)
    list.add("head class subject", likeness, subject & 31)
    list.add("head kind", base, UInt64(clause.kind.rawValue))
    list.add("head mood", base, mood)
    list.add("head subject", base, subject & 31)
    list.add("force", forces, UInt64(clause.kind.rawValue))
    list.add("force mood", forces, mood)
    list.add("force subject", forces, subject)
    list.add("force mood subject", forces, mood, subject)
    list.add("mood", mood)
    list.add("mood subject", mood, subject)
    list.add("subject", subject)
    if let token = clause.subject {
      list.add("subject word", text.tokens.words[token])
      list.add("subject word head", text.tokens.words[token], base)
      list.add("subject word mood", text.tokens.words[token], mood)
    }
    for auxiliary in clause.auxiliaries {
      let word = text.tokens.words[auxiliary]
      list.add("aux", word)
      list.add("aux head", word, base)
      list.add("aux subject", word, subject)
      list.add("aux force", word, forces)
    }
    list.add("tense", suffix(clause.head), UInt64(clause.kind.rawValue))
  }

  private func suffix(_ token: Int) -> UInt64 {
    let word = text.word(token)
    return word.hasSuffix("ing") ? 1 : word.hasSuffix("ed") ? 2 : word.hasSuffix("s") ? 3 : 0
  }

  private func above(
    _ clause: Clause, _ base: UInt64, _ mood: UInt64, _ list: inout FeatureList
  ) {
    var path: UInt64 = 0
    for (step, governor) in clause.governors.prefix(3).enumerated() {
      let relation = UInt64(governor.relation.rawValue)
      let forces = forces(governor.frames)
      let word = context.lexicon.base(of: text.tokens.words[governor.token])
      list.add("above", UInt64(step), word)
      list.add("above relation", UInt64(step), word, relation)
      list.add("above force", UInt64(step), forces, relation)
      path = path &* 1_000_003 &+ forces &* 64 &+ relation
      list.add("path", path)
      list.add("path mood", path, mood)
      if step == 0 {
        list.add("above head", word, base)
        list.add("above class", context.classes[governor.token], context.classes[clause.head])
        list.add("above force head", forces, relation, base)
        let isNegated = Mood.isNegated(
          governor.token, lexicon: context.lexicon, context.parties)
        list.add("above negated", isNegated ? 1 : 0, forces, relation)
      }
    }
    if clause.governors.isEmpty { list.add("top") }
  }

  private func below(_ clause: Clause, _ base: UInt64, _ list: inout FeatureList) {
    for child in context.parties.dependents.of(clause.head).map(Int.init)
    where clause.tokens.contains(child) {
      let relation = UInt64(text.relations[child].rawValue)
      switch text.relations[child] {
      case .obj, .xcomp, .ccomp, .obl, .nmod, .iobj, .acl, .nsubjPass, .advcl:
        let word = context.lexicon.base(of: text.tokens.words[child])
        list.add("below", relation, word)
        list.add("below head", relation, word, base)
        list.add("below class", relation, context.classes[child])
        list.add(
          "below class head", relation, context.classes[child], context.classes[clause.head])
        list.add("below force", relation, forces(context.lexicon.frames(at: child, in: text)))
        if context.parties.mention(at: child) != nil { list.add("below party", relation, base) }
        for mark in context.parties.dependents.of(child).map(Int.init)
        where text.relations[mark] == .case || text.relations[mark] == .mark {
          list.add("preposition", text.tokens.words[mark], base)
          list.add("preposition only", text.tokens.words[mark], relation)
        }
      case .mark, .compoundPrt, .advmod, .cc:
        list.add("mark", text.tokens.words[child])
        list.add("mark head", text.tokens.words[child], base)
      default: break
      }
    }
  }

  private func words(_ clause: Clause, _ list: inout FeatureList) {
    let limit = min(clause.tokens.upperBound, clause.tokens.lowerBound + 40)
    for token in clause.tokens.lowerBound..<limit where text.tags[token] != .punct {
      list.add("word", context.stems[token])
      list.add("word class", context.classes[token])
      if token + 1 < limit { list.add("pair", context.stems[token], context.stems[token + 1]) }
    }
    for step in 1...3 {
      let before = clause.tokens.lowerBound - step
      list.add("before", UInt64(step), before >= 0 ? text.tokens.words[before] : 0)
      if step == 1 {
        let after = clause.tokens.upperBound
        list.add("after", after < text.tokens.count ? text.tokens.words[after] : 0)
      }
    }
    let cues = context.taxonomy.matches(context.stems, in: clause.tokens)
    list.add("cues", UInt64(min(4, cues.count)))
    if let best = cues.max(by: { $0.weight < $1.weight }) { list.add("cue", UInt64(best.issue)) }
  }

  private func place(_ clause: Clause, _ list: inout FeatureList) {
    let sentence = text.sentence(ofToken: clause.head)
    let stretch = context.speech.stretch(at: clause.head)
    let quoted: UInt64 = context.speech.isQuoted[clause.head] ? 1 : 0
    list.add("said", stretch == nil ? 0 : 1, quoted)
    if let stretch {
      if let cue = stretch.cue {
        let base = context.lexicon.base(of: text.tokens.words[cue])
        list.add("said cue", base)
        list.add("said cue force", forces(context.lexicon.frames(at: cue, in: text)), quoted)
      }
      list.add(
        "said by", UInt64(stretch.speakers.count), stretch.speakers.first?.index == nil ? 0 : 1)
    }
    list.add("paragraph", UInt64(min(6, context.paragraphs[sentence])))
    list.add("length", UInt64(min(12, clause.tokens.count / 4)))
    list.add("density", UInt64(min(12, context.cueDensity)))
    let range = text.sentences[sentence]
    list.add("ending", text.tokens.words[range.upperBound - 1])
    for token in range where text.relations[token] == .mark && !clause.tokens.contains(token) {
      list.add("sentence mark", text.tokens.words[token])
    }
    let isWhole = clause.tokens.count * 10 >= range.count * 7
    list.add("whole", isWhole ? 1 : 0, UInt64(text.relations[clause.head].rawValue))
  }

  private func rule(
    _ reading: FrameReading?, _ clause: Clause, _ subject: UInt64, _ mood: UInt64, _ base: UInt64,
    _ list: inout FeatureList
  ) {
    guard let reading else {
      list.add("no rule", UInt64(clause.kind.rawValue))
      return
    }
    let act = Frame.Force.allCases.first { $0.act == reading.act }?.rawValue ?? 0
    let rule = UInt64(reading.rule.rawValue)
    list.add("rule", rule, UInt64(act))
    list.add("rule act", UInt64(act))
    list.add("rule subject", rule, UInt64(act), subject)
    list.add("rule head", rule, base)
    let stretch: UInt64 = context.speech.stretch(at: clause.head) == nil ? 0 : 1
    list.add("rule said", rule, UInt64(act), stretch)
    let cues = context.taxonomy.matches(context.stems, in: clause.tokens)
    list.add("rule cues", rule, UInt64(act), UInt64(min(2, cues.count)))
  }
}
