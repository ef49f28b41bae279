internal import Language
internal import ParleyModel

/// The spans that may be the content of an attribution, with their features.
package struct ContentCandidates {
  /// Where a candidate comes from.
  enum Origin: UInt64 {
    case linked, first, longest, toSentenceEnd, toComma, clause, clauseOut, rest, restClean, front
    case both, quotation
  }

  /// A candidate.
  package struct Candidate {
    let origin: Origin
    package let tokens: [Range<Int>]
    /// The relation to the cue of the part of the tree that the candidate is; 63 for others.
    let relation: UInt64
  }

  private let event: EventView
  private let spans: LinkedSpans
  private let head: Int
  package let candidates: [Candidate]

  /// Collects the candidates for the attribution `spans`; the first one is its present content, if
  /// it has any.
  package init(_ event: EventView, _ spans: LinkedSpans) {
    self.event = event
    self.spans = spans
    head = event.head(spans.cue[0])
    var found: [Candidate] = []
    func add(_ origin: Origin, _ ranges: [Range<Int>], relation: UInt64 = 63) {
      let clean = ranges.filter { !$0.isEmpty }
      guard !clean.isEmpty, found.count < 24, !found.contains(where: { $0.tokens == clean }) else {
        return
      }
      found.append(Candidate(origin: origin, tokens: clean, relation: relation))
    }
    let cue = spans.cue[0]
    let sentence = event.sentence(cue.lowerBound)
    let text = event.text
    add(.linked, spans.content)
    if spans.content.count > 1 {
      add(.first, [spans.content[0]])
      if let longest = spans.content.max(by: { $0.count < $1.count }) { add(.longest, [longest]) }
      for part in spans.content.dropFirst() { add(.first, [part]) }
    }
    let end = Self.trimmed(event, sentence.upperBound, down: sentence.lowerBound)
    let taken = [cue] + spans.source
    let after = taken.map(\.upperBound).filter { sentence.contains($0 - 1) }.max() ?? cue.upperBound
    let before =
      taken.map(\.lowerBound).filter { sentence.contains($0) }.min() ?? cue.lowerBound
    for part in spans.content where event.view.marks.states[part.lowerBound] == .outside {
      let own = event.sentence(part.lowerBound)
      let ownEnd = Self.trimmed(event, own.upperBound, down: own.lowerBound)
      if part.lowerBound < ownEnd, part.upperBound <= cue.lowerBound || part.lowerBound >= after {
        add(.toSentenceEnd, [part.lowerBound..<max(ownEnd, part.lowerBound + 1)])
      }
      if let comma = part.dropFirst(2).first(where: { Self.isComma(event, $0) }) {
        add(.toComma, [part.lowerBound..<comma])
      }
    }
    for child in event.children(head) where !cue.contains(child) {
      let relation = text.relations[child]
      guard Self.complements.contains(relation) else { continue }
      let range = event.text.dependents.reach(child)
      let raw = UInt64(relation.rawValue)
      if range.lowerBound >= cue.upperBound || range.upperBound <= cue.lowerBound {
        let stop = Self.trimmed(event, range.upperBound, down: range.lowerBound)
        add(.clause, [range.lowerBound..<stop], relation: raw)
        if stop < end, range.lowerBound >= cue.upperBound {
          add(.clauseOut, [range.lowerBound..<end], relation: raw)
        }
      }
    }
    if after < end {
      add(.rest, [after..<end])
      var start = after
      while start < end, text.tags[start] == .punct, !text.tokens.shapes[start].contains(.quote) {
        start += 1
      }
      add(.restClean, [start..<end])
    }
    var frontEnd = before
    while frontEnd > sentence.lowerBound, Self.isComma(event, frontEnd - 1) { frontEnd -= 1 }
    if frontEnd - sentence.lowerBound > 1 {
      add(.front, [sentence.lowerBound..<frontEnd])
      if frontEnd < before, end - after > 2 {
        let start = Self.isComma(event, after) ? after + 1 : after
        add(.both, [sentence.lowerBound..<frontEnd, start..<max(start, end)])
      }
    }
    for quotation in event.view.marks.quotations where quotation.overlaps(sentence) {
      add(.quotation, [quotation])
    }
    candidates = found
  }

  private static let complements: Set<Relation> = [
    .ccomp, .xcomp, .parataxis, .obj, .advcl, .obl, .acl, .nmod, .dep, .conj, .csubj, .nsubjPass,
  ]

  private static func isComma(_ event: EventView, _ token: Int) -> Bool {
    guard token < event.text.tokens.count else { return false }
    return event.text.article.text[Int(event.text.tokens.starts[token])] == 0x2C
  }

  /// `end` without the punctuation before it that is no closing quotation mark.
  private static func trimmed(_ event: EventView, _ end: Int, down start: Int) -> Int {
    var stop = end
    while stop > start + 1, event.text.tags[stop - 1] == .punct,
      !event.text.tokens.shapes[stop - 1].contains(.quote)
    {
      stop -= 1
    }
    return stop
  }

  /// The features of each candidate.
  package var features: [[UInt32]] {
    let marked = Set(spans.content.joined())
    return candidates.map { features($0, marked) }
  }

  private func features(_ candidate: Candidate, _ marked: Set<Int>) -> [UInt32] {
    let text = event.text
    let words = text.features
    let origin = candidate.origin.rawValue
    let kind = UInt64(event.view.cues[head].rawValue)
    var added = 0
    var addedSum = 0
    var kept = 0
    var length = 0
    var foreign = 0
    for token in candidate.tokens.joined() {
      length += 1
      if marked.contains(token) {
        kept += 1
      } else {
        added += 1
        addedSum += Int(event.labels.contentMargins[token])
      }
      let role = event.labels.labels[token].role
      if role == .cue || role == .source { foreign += 1 }
    }
    var removedSum = 0
    for token in marked where !candidate.tokens.contains(where: { $0.contains(token) }) {
      removedSum += Int(event.labels.contentMargins[token])
    }
    let removed = marked.count - kept
    func bucket(_ sum: Int, _ count: Int) -> UInt64 {
      count == 0 ? 31 : UInt64(max(0, min(20, sum / count / 2 + 10)))
    }
    func size(_ count: Int) -> UInt64 {
      UInt64(count < 4 ? count : count < 8 ? 4 : count < 16 ? 5 : count < 32 ? 6 : 7)
    }
    let gain = bucket(addedSum, added)
    let loss = bucket(removedSum, removed)
    let first = candidate.tokens[0].lowerBound
    let last = candidate.tokens[candidate.tokens.count - 1].upperBound - 1
    let tagFirst = UInt64(text.tags[first].rawValue)
    let tagBefore = first > 0 ? UInt64(text.tags[first - 1].rawValue) : 30
    let tagAfter = last + 1 < text.tags.count ? UInt64(text.tags[last + 1].rawValue) : 30
    let formAfter = last + 1 < text.tags.count ? words.words[last + 1] : 3
    let quotes =
      UInt64(event.view.marks.states[first].rawValue)
      | UInt64(event.view.marks.states[last].rawValue) << 2
    let change = size(added) | size(removed) << 3
    let hasForeign: UInt64 = foreign == 0 ? 0 : foreign < 3 ? 1 : 2
    let ends: UInt64 =
      last + 1 == text.tags.count || event.view.sentences[last] != event.view.sentences[last + 1]
      ? 1 : 0
    return [
      FeatureHash.of(700, origin), FeatureHash.of(701, origin, candidate.relation, kind),
      FeatureHash.of(702, gain, size(added)), FeatureHash.of(703, loss, size(removed)),
      FeatureHash.of(704, gain, loss, change), FeatureHash.of(705, origin, change),
      FeatureHash.of(706, origin, gain, loss), FeatureHash.of(707, tagFirst, tagBefore, origin),
      FeatureHash.of(708, tagAfter, origin, ends), FeatureHash.of(709, formAfter, ends),
      FeatureHash.of(710, quotes, origin), FeatureHash.of(711, hasForeign, origin),
      FeatureHash.of(712, words.words[head], candidate.relation),
      FeatureHash.of(713, words.words[head], origin), FeatureHash.of(714, size(length), origin),
      FeatureHash.of(715, words.words[first], origin), FeatureHash.of(716, hasForeign, change),
      FeatureHash.of(717, quotes, change), FeatureHash.of(718, tagAfter, formAfter, change),
      FeatureHash.of(719, kind, size(length), candidate.relation),
      FeatureHash.of(720, UInt64(candidate.tokens.count), origin),
    ]
  }
}
