public import JSONBytes
public import ParleyModel

/// Writes readings in the form `parley/reading/1`.
///
/// All keys are always there, but for `readers` and `assist`, which are there only where a language
/// model took part; what the text does not state is `null`. Spans are pairs of
/// Unicode-scalar offsets into `article.text`, the end exclusive.
public enum ReadingWriter {
  /// The name of the form.
  public static let schema = "parley/reading/1"

  /// Appends `reading` to `output` as one object without line breaks.
  ///
  /// - Complexity: O(n) in the length of the article.
  public static func write(_ reading: ArticleReading, to output: inout JSONOutput) {
    let article = reading.article
    let spans = SpanOutput(index: ScalarIndex(article.text))
    output.reserve(article.text.count + article.text.count / 2 + 1024)
    output.raw("{\"schema\":\"parley/reading/1\",\"id\":")
    output.string(article.id.rawValue)
    output.raw(",\"article\":{\"title\":")
    output.string(article.title)
    output.raw(",\"outlet\":")
    output.string(article.outlet)
    output.raw(",\"published\":")
    output.string(article.published?.description)
    output.raw(",\"language\":")
    output.string(article.language)
    output.raw(",\"text\":")
    output.string(utf8: article.text)
    output.raw(",\"boilerplate\":")
    spans.write(article.boilerplate, to: &output)
    output.raw("},\"attributions\":")
    output.array(reading.attributions) { write($1, in: article, spans, to: &$0) }
    output.raw(",\"positions\":")
    output.array(reading.positions) { write($1, spans, to: &$0) }
    output.raw(",\"figures\":")
    output.array(reading.figures) { write($1, spans, to: &$0) }
    output.raw(",\"changes\":")
    output.array(reading.changes) { write($1, spans, to: &$0) }
    if let assistance = reading.assistance { write(assistance, spans, to: &output) }
    output.raw("}")
  }

  private static func write(
    _ attribution: Attribution, in article: Article, _ spans: SpanOutput,
    to output: inout JSONOutput
  ) {
    output.raw("{\"source\":")
    spans.write(attribution.source, to: &output)
    output.raw(",\"cue\":")
    spans.write(attribution.cue, to: &output)
    output.raw(",\"content\":")
    spans.write(attribution.content, to: &output)
    output.raw(",\"kind\":")
    output.string(attribution.kind.rawValue)
    output.raw(",\"sourceType\":")
    output.string(attribution.sourceType.rawValue)
    output.raw(",\"speaker\":")
    write(attribution.speaker, to: &output)
    output.raw(",\"chain\":")
    output.array(attribution.chain) { output, link in
      output.raw("{\"name\":")
      output.string(link.name)
      output.raw(",\"type\":")
      output.string(link.kind.rawValue)
      output.raw(",\"words\":")
      spans.write(link.words, to: &output)
      output.raw("}")
    }
    output.raw(",\"unnamed\":")
    if let unnamed = attribution.unnamed {
      output.raw("{\"count\":")
      output.string(unnamed.count.map(article.words))
      output.raw(",\"closeness\":")
      output.string(unnamed.closeness.map(article.words))
      output.raw(",\"why\":")
      output.string(unnamed.why.map(article.words))
      output.raw("}")
    } else {
      output.raw("null")
    }
    output.raw(",\"parent\":")
    output.integer(attribution.parent)
    output.raw("}")
  }

  private static func write(_ speaker: Speaker, to output: inout JSONOutput) {
    output.raw("{\"name\":")
    output.string(speaker.name)
    if case .unresolved(let reason) = speaker {
      output.raw(",\"unresolved\":true,\"reason\":")
      output.string(reason)
    } else {
      output.raw(",\"unresolved\":false,\"reason\":null")
    }
    output.raw("}")
  }

  private static func write(
    _ position: Position, _ spans: SpanOutput, to output: inout JSONOutput
  ) {
    output.raw("{\"holder\":")
    output.string(position.holder)
    output.raw(",\"act\":")
    output.string(position.act.rawValue)
    output.raw(",\"issue\":")
    output.string(position.issue.rawValue)
    output.raw(",\"addressee\":")
    output.string(position.addressee)
    output.raw(",\"places\":")
    spans.write(position.places, to: &output)
    output.raw(",\"condition\":")
    spans.write(position.condition, to: &output)
    output.raw(",\"asOf\":")
    output.string(position.asOf)
    output.raw(",\"status\":")
    output.string(position.status.rawValue)
    output.raw(",\"evidence\":")
    spans.write(position.evidence, to: &output)
    output.raw(",\"attribution\":")
    output.integer(position.attribution)
    output.raw(",\"confidence\":")
    output.number(position.confidence)
    write(position.readers, to: &output)
    output.raw("}")
  }

  private static func write(_ figure: Figure, _ spans: SpanOutput, to output: inout JSONOutput) {
    output.raw("{\"value\":")
    switch figure.value {
    case .exact(let value): output.number(value)
    case .range(let low, let high):
      output.array([low, high]) { $0.number($1) }
    }
    output.raw(",\"unit\":")
    output.string(figure.unit)
    output.raw(",\"hedge\":")
    spans.write(figure.hedge, to: &output)
    output.raw(",\"quantity\":")
    output.string(figure.quantity)
    output.raw(",\"holder\":")
    output.string(figure.holder)
    output.raw(",\"of\":")
    spans.write(figure.of, to: &output)
    output.raw(",\"asOf\":")
    output.string(figure.asOf)
    output.raw(",\"evidence\":")
    spans.write(figure.evidence, to: &output)
    output.raw(",\"attribution\":")
    output.integer(figure.attribution)
    write(figure.readers, to: &output)
    output.raw("}")
  }

  private static func write(_ change: Change, _ spans: SpanOutput, to output: inout JSONOutput) {
    output.raw("{\"holder\":")
    output.string(change.holder)
    output.raw(",\"issue\":")
    output.string(change.issue.rawValue)
    output.raw(",\"direction\":")
    output.string(change.direction.rawValue)
    output.raw(",\"from\":")
    output.integer(change.from)
    output.raw(",\"to\":")
    output.integer(change.to)
    output.raw(",\"evidence\":")
    spans.write(change.evidence, to: &output)
    output.raw("}")
  }
}
