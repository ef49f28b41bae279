internal import Language
internal import Reading

/// The choices of content and source in one labelled article, with what a person marked.
struct ChoiceExamples {
  private(set) var contents: [RankExample] = []
  private(set) var sources: [RankExample] = []

  /// Links the spans of `labels` and compares each attribution with the marked ones.
  ///
  /// - Parameter marks: the spans of each marked attribution by role, as ranges of tokens.
  init(_ view: RoleView, _ labels: RoleLabels, _ marks: [[[Range<Int>]]]) {
    let event = EventView(view, labels: labels)
    for spans in AttributionLinker.all(view, labels: labels.labels) {
      learnContent(event, spans, marks)
      learnSource(event, spans, marks)
    }
  }

  /// The choices whether to tell an attribution (the first candidate) or not (the second).
  static func events(
    _ view: RoleView, _ labels: RoleLabels, _ marks: [[[Range<Int>]]], settler: EventSettler
  ) -> [RankExample] {
    let event = EventView(view, labels: labels)
    return AttributionLinker.all(view, labels: labels.labels).compactMap { linked in
      guard let spans = settler.settle(linked, event) else { return nil }
      let isRight = marks.contains { fits(spans, $0) }
      return RankExample(
        candidates: [EventFeatures.of(spans, event), []], isRight: [isRight, !isRight])
    }
  }

  /// How much two sets of tokens have in common: shared by all.
  private static func overlap(_ a: [Range<Int>], _ b: [Range<Int>]) -> Double {
    let left = Set(a.joined())
    let right = Set(b.joined())
    let all = left.union(right).count
    return all == 0 ? 0 : Double(left.intersection(right).count) / Double(all)
  }

  /// Whether an attribution is right: half of the content, and a token of the source, if any.
  private static func fits(_ spans: LinkedSpans, _ mark: [[Range<Int>]]) -> Bool {
    guard overlap(mark[2], spans.content) >= 0.5 else { return false }
    if mark[0].isEmpty || spans.source.isEmpty { return mark[0].isEmpty && spans.source.isEmpty }
    return mark[0].contains { gold in spans.source.contains { $0.overlaps(gold) } }
  }

  /// The marked attribution to compare with: one that shares the cue, else the one with the most
  /// similar content.
  private static func counterpart(
    _ spans: LinkedSpans, _ marks: [[[Range<Int>]]]
  ) -> [[Range<Int>]]? {
    let cue = spans.cue[0]
    if let same = marks.first(where: { $0[1].contains { $0.overlaps(cue) } }) { return same }
    return marks.max { overlap($0[2], spans.content) < overlap($1[2], spans.content) }
      .flatMap { overlap($0[2], spans.content) >= 0.3 ? $0 : nil }
  }

  private mutating func learnContent(
    _ event: EventView, _ spans: LinkedSpans, _ marks: [[[Range<Int>]]]
  ) {
    guard let gold = Self.counterpart(spans, marks) else { return }
    let choice = ContentCandidates(event, spans)
    let scores = choice.candidates.map { Self.overlap($0.tokens, gold[2]) }
    guard choice.candidates.count > 1, let best = scores.max(), best >= 0.5 else { return }
    contents.append(
      RankExample(candidates: choice.features, isRight: scores.map { $0 >= best - 0.1 }))
  }

  private mutating func learnSource(
    _ event: EventView, _ spans: LinkedSpans, _ marks: [[[Range<Int>]]]
  ) {
    guard
      let gold = marks.max(by: {
        Self.overlap($0[2], spans.content) < Self.overlap($1[2], spans.content)
      }), Self.overlap(gold[2], spans.content) >= 0.5
    else { return }
    let choice = SourceCandidates(event, spans)
    let isRight = choice.candidates.map { candidate in
      candidate.tokens.map { tokens in gold[0].contains { $0.overlaps(tokens) } }
        ?? gold[0].isEmpty
    }
    guard isRight.contains(true), isRight.contains(false) else { return }
    sources.append(RankExample(candidates: choice.features, isRight: isRight))
  }
}
