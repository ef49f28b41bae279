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
    output.raw(",\"evidence\":")
    output.evidence(article: article, range, words: words)
    output.raw(",\"chain\":")
    output.chain(chain)
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
