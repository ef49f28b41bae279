internal import Language
internal import ParleyModel
internal import Parties

/// Reads stances from frames: polarity, modality and control, without anything learned.
struct FrameReader {
  let parties: ArticleParties
  let lexicon: FrameLexicon
  let speech: SpeechMap

  /// Returns what the frames make of `clause`; `nil` where they carry no stance.
  func reading(of clause: Clause) -> FrameReading? {
    let mood = Mood(clause, lexicon: lexicon, in: parties.text)
    if clause.kind == .nominal { return noun(clause, mood) }
    if clause.kind == .predicative { return predicative(clause, mood) }
    if let own = ownAct(clause), let reading = verb(own, clause, mood) { return reading }
    if let reading = governed(clause, mood) { return reading }
    return modal(clause, mood)
  }

  private func ownAct(_ clause: Clause) -> Act? {
    clause.frames.lazy.compactMap { $0.frame.word == .verb ? $0.frame.force.act : nil }.first
  }

  private func verb(_ act: Act, _ clause: Clause, _ mood: Mood) -> FrameReading? {
    if mood.isObliged { return FrameReading(act: .demand, rule: .obligation, holder: .speaker) }
    if mood.isNegated {
      switch act {
      case .accept, .offer:
        return FrameReading(act: .reject, rule: .negatedOwnVerb, holder: .subject)
      case .reject where mood.isFuture:
        return FrameReading(act: .accept, rule: .negatedOwnVerb, holder: .subject)
      default: return nil
      }
    }
    if clause.kind == .nonfinite, let above = governed(clause, mood) { return above }
    return clause.isPassive
      ? FrameReading(act: act, rule: .passive, holder: .agent)
      : FrameReading(act: act, rule: .ownVerb, holder: .subject)
  }

  /// The act of the word above, where it tells what the clause's doer does or is asked to do.
  private func governed(_ clause: Clause, _ mood: Mood) -> FrameReading? {
    guard let above = clause.governors.first else { return nil }
    switch above.relation {
    case .xcomp, .ccomp, .acl, .advcl, .conj: break
    default: return nil
    }
    let isNegated = Mood.isNegated(above.token, lexicon: lexicon, parties)
    for match in above.frames {
      guard let act = match.frame.force.act else { continue }
      let control = match.frame.control
      if above.relation == .xcomp || above.relation == .ccomp || above.relation == .acl {
        if control == .object {
          return FrameReading(act: .demand, rule: .governedByObject, holder: .governor)
        }
        if isNegated {
          return act == .offer || act == .accept
            ? FrameReading(act: .reject, rule: .governedBySubject, holder: .governor) : nil
        }
        return FrameReading(act: act, rule: .governedBySubject, holder: .governor)
      }
    }
    return nil
  }

  /// Modality under a verb of saying, or in the article's own voice.
  private func modal(_ clause: Clause, _ mood: Mood) -> FrameReading? {
    let isSaid = speech.stretch(at: clause.head) != nil
    if mood.isObliged {
      return isSaid ? FrameReading(act: .demand, rule: .obligation, holder: .speaker) : nil
    }
    let forces = clause.frames.map(\.frame.force)
    if mood.isFuture {
      if mood.isNegated {
        return FrameReading(act: .reject, rule: .negatedUndertaking, holder: .subject)
      }
      if forces.contains(.harm), !forces.contains(.good) {
        return FrameReading(act: .threaten, rule: .harm, holder: .subject)
      }
      return FrameReading(act: .offer, rule: .undertaking, holder: .subject)
    }
    if isSaid, clause.subject == nil, clause.kind == .finite, clause.auxiliaries.isEmpty,
      parties.text.relations[clause.head] == .root
    {
      return FrameReading(act: .demand, rule: .imperative, holder: .speaker)
    }
    return nil
  }

  private func predicative(_ clause: Clause, _ mood: Mood) -> FrameReading? {
    for match in clause.frames {
      if match.frame.force == .must {
        return FrameReading(act: .demand, rule: .judgement, holder: .speaker)
      }
      guard let act = match.frame.force.act else { continue }
      let isJudgement = match.frame.control == .content
      let rule: FrameReading.Rule = isJudgement ? .judgement : .adjective
      let holder: FrameReading.Holder = isJudgement ? .speaker : .subject
      if mood.isNegated {
        return act == .offer || act == .accept
          ? FrameReading(act: .reject, rule: rule, holder: holder) : nil
      }
      return FrameReading(act: act, rule: rule, holder: holder)
    }
    if mood.isObliged { return FrameReading(act: .demand, rule: .obligation, holder: .speaker) }
    return nil
  }

  private func noun(_ clause: Clause, _ mood: Mood) -> FrameReading? {
    guard let act = clause.frames.lazy.compactMap({ $0.frame.force.act }).first else { return nil }
    return FrameReading(act: act, rule: .noun, holder: .possessor)
  }
}
