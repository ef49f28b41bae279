public import JSONBytes
internal import ParleyModel

extension Movement {
  /// Appends the movement as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"kind\":")
    output.string(kind.rawValue)
    output.raw(",\"party\":")
    output.string(party)
    output.raw(",\"issue\":")
    output.string(issue.rawValue)
    output.raw(",\"day\":")
    output.string(day?.description)
    output.raw(",\"ground\":")
    output.string(ground.rawValue)
    output.raw(",\"why\":")
    output.string(why)
    output.raw(",\"before\":")
    if let before { before.write(to: &output) } else { output.raw("null") }
    output.raw(",\"after\":")
    if let after { after.write(to: &output) } else { output.raw("null") }
    output.raw(",\"told\":")
    if let told {
      output.raw("{\"article\":")
      output.string(told.article)
      output.raw(",\"known\":")
      output.string(told.knownOn.description)
      output.raw(",\"start\":")
      output.integer(told.range.lowerBound)
      output.raw(",\"end\":")
      output.integer(told.range.upperBound)
      output.raw(",\"words\":")
      output.string(told.words)
      output.raw(",\"copies\":")
      output.array(told.copies) { $0.string($1) }
      output.raw("}")
    } else {
      output.raw("null")
    }
    output.raw("}")
  }
}
