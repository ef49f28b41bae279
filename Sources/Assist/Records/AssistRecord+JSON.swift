internal import JSONBytes
internal import ParleyModel
internal import ReadingFormat

extension AssistRecord {
  /// The record as one line without its end, in the form `parley/assist/1`. `parley assist apply` takes
  /// it as an answer.
  public var line: [UInt8] {
    var output = JSONOutput()
    output.raw("{\"schema\":\"parley/assist/1\",\"custom_id\":")
    output.string(customID)
    output.raw(",\"article\":")
    output.string(article.rawValue)
    output.raw(",\"model\":")
    output.string(model)
    output.raw(",\"prompt\":")
    output.string(prompt)
    output.raw(",\"settings\":")
    ReadingWriter.write(settings, to: &output)
    output.raw(",\"request\":")
    output.json(request)
    output.raw(",\"response\":{\"status_code\":200,\"body\":")
    writeAnswer(to: &output)
    output.raw("},\"fault\":")
    output.string(judged.fault?.rawValue)
    output.raw(",\"verification\":")
    if let verification = judged.verification {
      output.raw("{\"positions\":")
      Self.write(verification.positionVerdicts, to: &output)
      output.raw(",\"figures\":")
      Self.write(verification.figureVerdicts, to: &output)
      output.raw(",\"dropped\":")
      ReadingWriter.write(DropReason.counts(verification.drops), to: &output)
      output.raw("}}")
    } else {
      output.raw("null}")
    }
    return output.bytes
  }

  /// Writes the answer: as it came where it is JSON, on one line; else as a string.
  private func writeAnswer(to output: inout JSONOutput) {
    do throws(JSONError) {
      var json = JSONScanner(answer)
      try json.skipValue()
      try json.end()
      // Line ends stand only between the parts of JSON, never inside strings.
      output.json(answer.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    } catch {
      output.string(utf8: answer)
    }
  }

  /// Writes what became of each item of the answer, in its order.
  private static func write(_ verdicts: [DropReason?], to output: inout JSONOutput) {
    output.array(verdicts) { output, verdict in output.string(verdict?.rawValue ?? "accepted") }
  }
}
