package import DataFiles
package import Language
package import ParleyModel

/// Finds who says what in annotated text: labels tokens, links the spans through the cue, and
/// settles the content and the source of each attribution among likely candidates.
package struct AttributionReader: Sendable {
  private let lexicon: CueLexicon
  private let labeler: RoleLabeler
  private let sourceRanker: CandidateRanker
  private let contentRanker: CandidateRanker

  /// Maps the model and loads the lexicon.
  package init(_ data: DataFolder) throws(DataError) {
    lexicon = try CueLexicon(data)
    let file = try ModelFile(path: data.path + "/models/attributions.parley")
    labeler = try RoleLabeler(file)
    sourceRanker = try file.load("sources", CandidateRanker.init)
    contentRanker = try file.load("contents", CandidateRanker.init)
  }

  /// Returns the attributions of `text` in the order of the text; who speaks is not resolved yet.
  package func read(_ text: AnnotatedText) -> [Attribution] {
    let view = RoleView(text, lexicon: lexicon)
    let labels = labeler.label(view)
    let event = EventView(view, labels: labels, trees: Subtrees(text))
    return AttributionLinker.all(view, labels: labels.labels).map { spans in
      let settled = settle(spans, event)
      return Attribution(
        source: settled.source.map(text.span), cue: settled.cue.map(text.span),
        content: settled.content.map(text.span), kind: kind(settled.content, view))
    }
  }

  private func settle(_ spans: LinkedSpans, _ event: EventView) -> LinkedSpans {
    var settled = spans
    let contents = ContentCandidates(event, spans)
    settled.content = contents.candidates[contentRanker.best(contents.features)].tokens
    let sources = SourceCandidates(event, settled)
    settled.source =
      sources.candidates[sourceRanker.best(sources.features)].tokens.map { [$0] } ?? []
    return settled
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
