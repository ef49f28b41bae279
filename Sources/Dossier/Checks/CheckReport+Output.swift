public import JSONBytes
internal import ParleyModel
internal import Territory

extension CheckReport {
  /// Appends the report as one JSON object, `parley/check/1`. Offsets are bytes of the articles'
  /// UTF-8 texts.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"schema\":\"parley/check/1\",\"view\":")
    view.write(to: &output)
    output.raw(",\"articles\":")
    output.integer(articles)
    output.raw(",\"origins\":")
    output.integer(origins)
    output.raw(",\"open\":")
    output.integer(findings.count(where: \.isOpen))
    output.raw(",\"findings\":")
    output.array(findings) { $1.write(to: &$0) }
    output.raw("}")
  }
}

extension CheckFinding {
  /// Appends the finding as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"id\":")
    output.string(id)
    output.raw(",\"kind\":")
    output.string(kind.rawValue)
    output.raw(",\"severity\":")
    output.string(severity.rawValue)
    output.raw(",\"summary\":")
    output.string(summary)
    output.raw(",\"reason\":")
    output.string(reason)
    output.raw(",\"settle\":")
    output.string(settle)
    output.raw(",\"evidence\":")
    output.array(evidence) { $1.write(to: &$0) }
    output.raw(",\"ground\":")
    if let ground { ground.write(to: &output) } else { output.raw("null") }
    output.raw(",\"acknowledged\":")
    if let acknowledgement {
      output.raw("{\"reason\":")
      output.string(acknowledgement.reason)
      output.raw(",\"by\":")
      output.string(acknowledgement.by)
      output.raw(",\"at\":")
      output.string(acknowledgement.at.description)
      output.raw("}")
    } else {
      output.raw("null")
    }
    output.raw("}")
  }
}

extension CheckFinding.Evidence {
  func write(to output: inout JSONOutput) {
    output.raw("{\"article\":")
    output.string(article)
    output.raw(",\"outlet\":")
    output.string(outlet)
    output.raw(",\"published\":")
    output.string(published?.description)
    output.raw(",\"start\":")
    if let range { output.integer(range.lowerBound) } else { output.raw("null") }
    output.raw(",\"end\":")
    if let range { output.integer(range.upperBound) } else { output.raw("null") }
    output.raw(",\"words\":")
    output.string(words)
    output.raw(",\"note\":")
    output.string(note)
    output.raw("}")
  }
}
