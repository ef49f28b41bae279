package import DataFiles
package import Language

/// Settles the content and the source of attributions, each by a ranker of candidates.
package struct EventSettler: Sendable {
  let contents: CandidateRanker
  let sources: CandidateRanker

  /// Takes the rankers from a model file.
  package init(_ file: ModelFile) throws(DataError) {
    contents = try file.load("contents", CandidateRanker.init)
    sources = try file.load("sources", CandidateRanker.init)
  }

  /// Returns `spans` with the best content and, given that, the best source; `nil` where nothing can
  /// be the content.
  package func settle(_ spans: LinkedSpans, _ event: EventView) -> LinkedSpans? {
    var settled = spans
    let contents = ContentCandidates(event, spans)
    guard !contents.candidates.isEmpty else { return nil }
    settled.content = contents.candidates[self.contents.best(contents.features)].tokens
    if let object = event.objectOfPreposition(spans.cue[0]) {
      settled.source = [object]
      return settled
    }
    let sources = SourceCandidates(event, settled)
    settled.source =
      sources.candidates[self.sources.best(sources.features)].tokens.map { [$0] } ?? []
    return settled
  }
}
