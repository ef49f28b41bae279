public import JSONBytes
public import ParleyModel

extension ReadingWriter {
  /// Writes the key `assist` with a comma before it.
  static func write(
    _ assistance: Assistance, _ spans: SpanOutput, to output: inout JSONOutput
  ) {
    output.raw(",\"assist\":{\"model\":")
    output.string(assistance.model)
    output.raw(",\"prompt\":")
    output.string(assistance.prompt)
    output.raw(",\"settings\":")
    write(assistance.settings, to: &output)
    output.raw(",\"requests\":")
    output.integer(assistance.requests)
    output.raw(",\"answers\":")
    output.integer(assistance.answers)
    output.raw(",\"positions\":")
    write(assistance.positions, to: &output)
    output.raw(",\"figures\":")
    write(assistance.figures, to: &output)
    output.raw(",\"dropped\":")
    write(assistance.dropped, to: &output)
    output.raw(",\"findings\":")
    output.array(assistance.findings) { output, finding in
      output.raw("{\"kind\":")
      output.string(finding.kind.rawValue)
      output.raw(",\"evidence\":")
      spans.write(finding.evidence, to: &output)
      output.raw(",\"assisted\":")
      output.string(finding.assisted)
      output.raw(",\"builtIn\":")
      output.string(finding.builtIn)
      output.raw("}")
    }
    output.raw("}")
  }

  /// Writes how a model was asked.
  public static func write(_ settings: Assistance.Settings, to output: inout JSONOutput) {
    output.raw("{\"window\":")
    output.integer(settings.window)
    output.raw(",\"answerTokens\":")
    output.integer(settings.answerTokens)
    output.raw(",\"format\":")
    output.string(settings.format)
    output.raw("}")
  }

  /// Writes what was not taken of answers, as a list of reasons with their counts.
  public static func write(_ dropped: [Assistance.Dropped], to output: inout JSONOutput) {
    output.array(dropped) { output, dropped in
      output.raw("{\"reason\":")
      output.string(dropped.reason)
      output.raw(",\"count\":")
      output.integer(dropped.count)
      output.raw("}")
    }
  }

  private static func write(_ count: Assistance.Count, to output: inout JSONOutput) {
    output.raw("{\"proposed\":")
    output.integer(count.proposed)
    output.raw(",\"accepted\":")
    output.integer(count.accepted)
    output.raw("}")
  }

  /// Writes the key `readers` with a comma before it; nothing where only one reader was at work.
  static func write(_ readers: [ReaderKind], to output: inout JSONOutput) {
    guard !readers.isEmpty else { return }
    output.raw(",\"readers\":")
    output.array(readers) { $0.string($1.rawValue) }
  }
}
