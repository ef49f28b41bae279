internal import Language

/// The spans that may be the source of an attribution, with their features.
package struct SourceCandidates {
  /// Where a candidate comes from.
  enum Origin: UInt64 {
    case none, linked, labelled, subject, sharedSubject, controller, modified, possessor, agent
    case object
  }

  /// A candidate; no tokens where the attribution has no source.
  package struct Candidate {
    let origin: Origin
    package let tokens: Range<Int>?
  }

  private let event: EventView
  private let cue: Range<Int>
  private let content: [Range<Int>]
  private let head: Int
  package let candidates: [Candidate]

  /// Collects the candidates for the attribution `spans`.
  package init(_ event: EventView, _ spans: LinkedSpans) {
    self.event = event
    cue = spans.cue[0]
    content = spans.content
    head = event.head(spans.cue[0])
    var found = [Candidate(origin: .none, tokens: nil)]
    if let source = spans.source.first { found.append(Candidate(origin: .linked, tokens: source)) }
    let sentence = Int(event.view.sentences[cue.lowerBound])
    for source in event.sources where source != spans.source.first {
      let other = Int(event.view.sentences[source.lowerBound])
      if other == sentence || other == sentence - 1 && event.view.paragraphStart[sentence] <= other
      {
        found.append(Candidate(origin: .labelled, tokens: source))
      }
    }
    found += Self.fromTree(event, head: head, cue: spans.cue[0])
    candidates = found
  }

  /// The subject of the cue, or who stands in its place.
  private static func fromTree(_ event: EventView, head: Int, cue: Range<Int>) -> [Candidate] {
    var found: [Candidate] = []
    func add(_ origin: Origin, _ token: Int) {
      var range = event.text.dependents.reach(token)
      if range.overlaps(cue) || range.count > 40 { range = token..<token + 1 }
      found.append(Candidate(origin: origin, tokens: range))
    }
    func subject(_ verb: Int) -> Int? {
      event.children(verb).first {
        let relation = event.text.relations[$0]
        return relation == .nsubj || relation == .nsubjPass || relation == .csubj
      }
    }
    for child in event.children(head) where !cue.contains(child) {
      switch event.text.relations[child] {
      case .nsubj, .nsubjPass, .csubj: add(.subject, child)
      case .nmodPoss: add(.possessor, child)
      case .obl
      where event.children(child).contains(where: {
        event.text.relations[$0] == .case && event.text.tokens.words[$0] == by
      }):
        add(.agent, child)
      case .obl, .nmod, .obj: add(.object, child)
      default: break
      }
    }
    var verb = head
    for _ in 0..<4 {
      let above = Int(event.text.heads[verb])
      guard above >= 0 else { break }
      switch event.text.relations[verb] {
      case .conj:
        if let subject = subject(above) { add(.sharedSubject, subject) }
      case .xcomp, .advcl, .ccomp, .parataxis:
        if let subject = subject(above) { add(.controller, subject) }
      case .acl, .aclRelcl, .nmod, .appos, .case: add(.modified, above)
      default: break
      }
      verb = above
    }
    return found
  }

  private static let by = WordHash.of("by")

  /// The features of each candidate.
  package var features: [[UInt32]] { candidates.map(features) }

  private func features(_ candidate: Candidate) -> [UInt32] {
    let text = event.text
    let words = text.features
    let origin = candidate.origin.rawValue
    let kind = UInt64(event.view.cues[head].rawValue)
    let bits = situation
    var result = [
      FeatureHash.of(600, origin), FeatureHash.of(601, origin, kind),
      FeatureHash.of(602, origin, bits), FeatureHash.of(603, origin, words.words[head]),
      FeatureHash.of(604, origin, bits, kind), FeatureHash.of(605, origin, words.classes[head]),
    ]
    guard let tokens = candidate.tokens else { return result }
    let top = event.top(tokens)
    let tag = UInt64(text.tags[top].rawValue)
    let relation = UInt64(text.relations[top].rawValue)
    let before: UInt64 = tokens.lowerBound < cue.lowerBound ? 1 : 0
    let gap = min(
      12, max(0, max(tokens.lowerBound, cue.lowerBound) - min(tokens.upperBound, cue.upperBound)))
    let distance = UInt64(gap < 4 ? gap : 3 + gap / 3)
    let isMarked: UInt64 =
      event.labels.labels[top].role == .source
      ? 2 : tokens.contains { event.labels.labels[$0].role == .source } ? 1 : 0
    let inside: UInt64 = content.contains { $0.overlaps(tokens) } ? 1 : 0
    let between = cuesBetween(tokens)
    let same: UInt64 =
      event.view.sentences[tokens.lowerBound] == event.view.sentences[cue.lowerBound] ? 1 : 0
    let onCue: UInt64 = Int(text.heads[top]) == head ? 1 : 0
    let nearContent = contentBetween(tokens)
    let quoted = UInt64(event.view.marks.states[top].rawValue)
    let place = before | distance << 1 | same << 5
    result += [
      FeatureHash.of(610, origin | isMarked << 4 | inside << 6),
      FeatureHash.of(611, origin | isMarked << 4, relation | onCue << 6),
      FeatureHash.of(612, origin, tag, isMarked), FeatureHash.of(613, place, isMarked),
      FeatureHash.of(614, place, between | nearContent << 3, isMarked),
      FeatureHash.of(615, origin, place), FeatureHash.of(616, isMarked, words.words[top]),
      FeatureHash.of(617, words.classes[top], isMarked), FeatureHash.of(618, kind, relation, onCue),
      FeatureHash.of(619, origin, quoted, isMarked), FeatureHash.of(620, inside, same, between),
      FeatureHash.of(621, origin | isMarked << 4 | inside << 6, between | before << 3, bits),
      FeatureHash.of(622, words.words[tokens.lowerBound], isMarked),
      FeatureHash.of(623, UInt64(min(tokens.count, 8)), origin),
      FeatureHash.of(624, kind | before << 5, relation | onCue << 6, isMarked),
    ]
    return result
  }

  /// What speaks for or against there being a source at all, as bits.
  private var situation: UInt64 {
    let children = event.children(head)
    let relations = children.map { event.text.relations[$0] }
    var bits: UInt64 = 0
    if relations.contains(.auxPass) || relations.contains(.nsubjPass) { bits |= 1 }
    if relations.contains(.nsubj) { bits |= 2 }
    if relations.contains(.expl) { bits |= 4 }
    if event.sources.contains(where: { event.sentence(head).overlaps($0) }) { bits |= 8 }
    if event.text.tags[head] == .verb { bits |= 16 }
    if event.text.relations[head] == .aclRelcl { bits |= 32 }
    return bits
  }

  private func cuesBetween(_ tokens: Range<Int>) -> UInt64 {
    let low = min(tokens.upperBound, cue.upperBound)
    let high = max(tokens.lowerBound, cue.lowerBound)
    guard low < high else { return 0 }
    return UInt64(min(3, (low..<high).count { event.labels.labels[$0] == .cueBegin }))
  }

  private func contentBetween(_ tokens: Range<Int>) -> UInt64 {
    let low = min(tokens.upperBound, cue.upperBound)
    let high = max(tokens.lowerBound, cue.lowerBound)
    guard low < high else { return 0 }
    return (low..<high).contains { event.labels.labels[$0].role == .content } ? 1 : 0
  }
}
