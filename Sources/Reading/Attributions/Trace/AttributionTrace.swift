package import Language
public import ParleyModel

/// Why attributions were read as they were: what each token looked like to the labeler, and which
/// candidates stood against each other. For people who improve the reader.
public struct AttributionTrace: Sendable {
  /// What the labeler made of one token.
  public struct Token: Sendable {
    /// The label: "source", "cue" or "content", with "+" where a part begins; "-" outside.
    public let label: String
    /// What the token does as a cue ("say", "demand"); `nil` if it is none.
    public let cue: String?
    /// By how much the token, looked at by itself, is rather content than anything else; a
    /// logarithm of odds, negative where it is not.
    public let contentMargin: Double
  }

  /// One candidate for the content or the source of an attribution.
  public struct Candidate: Sendable {
    /// The words; empty for "no source".
    public let words: [ByteRange]
    /// Where the candidate comes from ("linked", "clause", "subject").
    public let origin: String
    /// The weight of the candidate; the largest one is taken.
    public let weight: Double
  }

  /// One cue, with what could be said and who could say it.
  public struct Event: Sendable {
    /// The words of the cue.
    public let cue: ByteRange
    /// The candidates for the content, the one that was taken first.
    public let contents: [Candidate]
    /// The candidates for the source, the one that was taken first.
    public let sources: [Candidate]
    /// How likely it is an attribution, as a logarithm of odds.
    public let odds: Double
    /// Whether it was told: its odds are high enough.
    public let isTold: Bool
  }

  /// The tokens of the article, in order.
  public let tokens: [Token]
  /// The cues that could attribute something, in order.
  public let events: [Event]
}

extension AttributionReader {
  /// Returns why the attributions of `text` are read as they are.
  package func trace(_ text: AnnotatedText) -> AttributionTrace {
    let view = RoleView(text, lexicon: lexicon)
    let labels = labeler.label(view)
    let event = EventView(view, labels: labels)
    let tokens = labels.labels.indices.map { index in
      let label = labels.labels[index]
      let role = label.role.map { String(describing: $0) + (label.begins ? "+" : "") }
      return AttributionTrace.Token(
        label: role ?? "-", cue: view.cues[index] == .none ? nil : "\(view.cues[index])",
        contentMargin: Double(labels.contentMargins[index]) / 4)
    }
    let events = AttributionLinker.all(view, labels: labels.labels).compactMap { spans in
      settler.settle(spans, event).map { settled -> AttributionTrace.Event in
        let odds = Double(eventRanker.odds(EventFeatures.of(settled, event)))
        return AttributionTrace.Event(
          cue: text.span(spans.cue[0]), contents: settler.contents(spans, event),
          sources: settler.sources(settled, event), odds: odds,
          isTold: odds > Double(Self.leastOdds))
      }
    }
    return AttributionTrace(tokens: tokens, events: events)
  }
}

extension EventSettler {
  /// The candidates for the content of `spans`, the best one first.
  fileprivate func contents(
    _ spans: LinkedSpans, _ event: EventView
  ) -> [AttributionTrace.Candidate] {
    let choice = ContentCandidates(event, spans)
    let rows = zip(choice.candidates, choice.features).map { candidate, features in
      AttributionTrace.Candidate(
        words: candidate.tokens.map(event.text.span), origin: "\(candidate.origin)",
        weight: Double(contents.odds(features)))
    }
    return rows.sorted { $0.weight > $1.weight }
  }

  /// The candidates for the source of `spans`, the best one first.
  fileprivate func sources(
    _ spans: LinkedSpans, _ event: EventView
  ) -> [AttributionTrace.Candidate] {
    let choice = SourceCandidates(event, spans)
    let rows = zip(choice.candidates, choice.features).map { candidate, features in
      AttributionTrace.Candidate(
        words: candidate.tokens.map { [event.text.span($0)] } ?? [], origin: "\(candidate.origin)",
        weight: Double(sources.odds(features)))
    }
    return rows.sorted { $0.weight > $1.weight }
  }
}
