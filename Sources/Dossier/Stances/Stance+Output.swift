public import JSONBytes
internal import ParleyModel

extension Stance {
  /// Appends the stance as one JSON object. Offsets are bytes of the article's UTF-8 text.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"id\":")
    output.string(id)
    output.raw(",\"holder\":")
    output.string(holder)
    output.raw(",\"act\":")
    output.string(act.rawValue)
    output.raw(",\"issue\":")
    output.string(issue.rawValue)
    output.raw(",\"addressee\":")
    output.string(addressee)
    output.raw(",\"places\":")
    output.array(places) { $0.string($1) }
    output.raw(",\"condition\":")
    output.string(condition)
    output.raw(",\"asOf\":")
    output.string(asOf)
    output.raw(",\"said\":")
    output.string(said?.description)
    output.raw(",\"known\":")
    output.string(knownOn.description)
    output.raw(",\"received\":")
    output.string(received.description)
    output.raw(",\"status\":")
    output.string(status.rawValue)
    output.raw(",\"confidence\":")
    output.number(confidence)
    output.raw(",\"evidence\":{\"article\":")
    output.string(article)
    output.raw(",\"start\":")
    output.integer(range.lowerBound)
    output.raw(",\"end\":")
    output.integer(range.upperBound)
    output.raw(",\"words\":")
    output.string(words)
    output.raw("},\"chain\":")
    output.array(chain) { output, link in
      output.raw("{\"name\":")
      output.string(link.name)
      output.raw(",\"type\":")
      output.string(link.kind.rawValue)
      output.raw("}")
    }
    output.raw(",\"speaker\":")
    output.string(speaker)
    output.raw(",\"unresolved\":")
    output.string(unresolved)
    output.raw(",\"outlet\":")
    output.string(outlet)
    output.raw(",\"review\":")
    if let review {
      output.raw("{\"verdict\":")
      output.string(review.verdict.rawValue)
      output.raw(",\"by\":")
      output.string(review.by)
      output.raw(",\"at\":")
      output.string(review.at.description)
      output.raw(",\"reason\":")
      output.string(review.reason)
      output.raw(",\"number\":")
      output.integer(Int(review.number))
      output.raw("}")
    } else {
      output.raw("null")
    }
    output.raw("}")
  }
}

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
      output.raw("}")
    } else {
      output.raw("null")
    }
    output.raw("}")
  }
}
