public import JSONBytes
internal import ParleyModel

extension PartyRegister {
  /// Appends the register as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"schema\":\"parley/parties/1\",\"parties\":")
    output.array(entries) { $1.write(to: &$0) }
    output.raw(",\"unknown\":")
    output.array(unknown) { output, speaker in
      output.raw("{\"name\":")
      output.string(speaker.name)
      output.raw(",\"type\":")
      output.string(speaker.kind.rawValue)
      output.raw(",\"times\":")
      output.integer(speaker.times)
      output.raw(",\"articles\":")
      output.array(speaker.articles) { $0.string($1) }
      output.raw("}")
    }
    output.raw("}")
  }
}

extension PartyRegister.Entry {
  /// Appends the party as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"name\":")
    output.string(party.name)
    output.raw(",\"kind\":")
    output.string(party.kind)
    output.raw(",\"wikidata\":")
    output.string(party.wikidata)
    output.raw(",\"note\":")
    output.string(party.note)
    output.raw(",\"shipped\":")
    output.boolean(isShipped)
    output.raw(",\"stances\":")
    output.integer(stances)
    output.raw(",\"articles\":")
    output.integer(articles)
    output.raw(",\"names\":")
    output.array(aliases) { $1.write(to: &$0) }
    output.raw(",\"shippedNames\":")
    output.array(shippedNames) { $0.string($1) }
    output.raw("}")
  }
}

extension PartyAlias {
  /// Appends the name as one JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{\"number\":")
    output.integer(Int(number))
    output.raw(",\"name\":")
    output.string(name)
    output.raw(",\"kind\":")
    output.string(kind.rawValue)
    output.raw(",\"since\":")
    output.string(since)
    output.raw(",\"until\":")
    output.string(until)
    output.raw(",\"by\":")
    output.string(by)
    output.raw(",\"at\":")
    output.string(at.description)
    output.raw("}")
  }
}
