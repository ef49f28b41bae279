package import DataFiles
package import Language
package import ParleyModel

/// Finds who says what in annotated text: labels tokens, links the spans through the cue, and
/// settles the content and the source of each attribution among likely candidates.
package struct AttributionReader: Sendable {
  /// The words that attribute.
  package let lexicon: CueLexicon
  let labeler: RoleLabeler
  let settler: EventSettler
  let eventRanker: CandidateRanker

  /// Maps the model and loads the lexicon.
  package init(_ data: DataFolder) throws(DataError) {
    lexicon = try CueLexicon(data)
    let file = try ModelFile(path: data.path + "/models/attributions.parley")
    labeler = try RoleLabeler(file)
    settler = try EventSettler(file)
    eventRanker = try file.load("events", CandidateRanker.init)
  }

  /// Returns the attributions of `text` in the order of the text; who speaks is not resolved yet.
  package func read(_ text: AnnotatedText) -> [Attribution] {
    let view = RoleView(text, lexicon: lexicon)
    let labels = labeler.label(view)
    let event = EventView(view, labels: labels)
    let labelled = LabelledSpeech(event).attributions()
    let behind = ReportBehind(event)
    var found = labelled
    for spans in AttributionLinker.all(view, labels: labels.labels) {
      guard let settled = settler.settle(spans, event),
        eventRanker.odds(EventFeatures.of(settled, event)) > Self.leastOdds,
        !labelled.contains(where: { Self.isSame($0, settled) })
      else { continue }
      found.append(behind.mended(settled))
    }
    found += MissedReports(event).reports(besides: found)
    found.sort { ($0.first, $0.content[0].lowerBound) < ($1.first, $1.content[0].lowerBound) }
    return found.map { spans in
      Attribution(
        source: spans.source.map(text.span), cue: spans.cue.map(text.span),
        content: spans.content.map(text.span), kind: kind(spans.content, view))
    }
  }

  /// What an attribution must reach to be told, as a logarithm of odds: to tell it is worth while
  /// even if it is somewhat more likely wrong than right. Chosen on the development articles of
  /// PolNeAR, and so that few of the statements in negotiation articles are missed.
  static let leastOdds: Float = -1.2

  /// Whether two attributions share half of what the shorter one says, or a cue.
  private static func isSame(_ a: LinkedSpans, _ b: LinkedSpans) -> Bool {
    if a.cue[0].overlaps(b.cue[0]) { return true }
    let shared = a.content.reduce(0) { sum, range in
      sum + b.content.reduce(0) { $0 + range.clamped(to: $1).count }
    }
    let shorter = min(
      a.content.reduce(0) { $0 + $1.count }, b.content.reduce(0) { $0 + $1.count })
    return shared * 2 >= shorter
  }

  /// Whether all, some or none of the words of `content` stand in quotation marks.
  private func kind(_ content: [Range<Int>], _ view: RoleView) -> Attribution.Kind {
    var words = 0
    var quoted = 0
    for index in content.joined() where !view.text.tokens.shapes[index].contains(.punctuation) {
      words += 1
      if view.marks.states[index] != .outside { quoted += 1 }
    }
    return quoted == 0 ? .indirect : quoted == words ? .direct : .mixed
  }
}
