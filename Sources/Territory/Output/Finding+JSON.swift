public import JSONBytes
internal import ParleyModel

extension Finding {
  /// Writes the finding as `parley/territory/finding/1`; values in per cent or square kilometres, as
  /// `unit` says.
  public func write(to json: inout JSONOutput) {
    func number(_ json: inout JSONOutput, _ value: Double?) {
      if let value { json.number((value * 1e6).rounded() / 1e6) } else { json.raw("null") }
    }
    func range(_ json: inout JSONOutput, _ range: ClosedRange<Double>?) {
      guard let range else { return json.raw("null") }
      json.raw("[")
      number(&json, range.lowerBound)
      json.raw(",")
      number(&json, range.upperBound)
      json.raw("]")
    }
    json.raw(#"{"schema":"parley/territory/finding/1","claim":"#)
    json.string(claim.text)
    json.raw(#","holder":"#)
    json.string(holder)
    json.raw(#","ground":"#)
    json.string(ground)
    json.raw(#","asked":"#)
    json.string(asked.description)
    json.raw(#","result":"#)
    json.string(result.rawValue)
    json.raw(#","reason":"#)
    json.string(reason)
    json.raw(#","unit":"#)
    json.string(unit)
    json.raw(#","claimed":"#)
    number(&json, claim.value)
    json.raw(#","hedge":"#)
    json.string(claim.hedge?.words)
    json.raw(#","accepted":"#)
    range(&json, accepted)
    json.raw(#","computed":"#)
    number(&json, computed)
    json.raw(#","range":"#)
    range(&json, self.range)
    json.raw(#","variants":"#)
    json.array(variants) { json, variant in
      json.raw(#"{"definition":"#)
      json.string(variant.definition)
      json.raw(#","source":"#)
      json.string(variant.mapSource)
      json.raw(#","map":"#)
      json.string(variant.mapDate.description)
      json.raw(#","outline":"#)
      json.string(variant.outline)
      json.raw(#","held_km2":"#)
      number(&json, variant.heldSquareKilometres)
      json.raw(#","whole_km2":"#)
      number(&json, variant.wholeSquareKilometres)
      json.raw(#","value":"#)
      number(&json, variant.value)
      json.raw("}")
    }
    json.raw(#","rows":"#)
    json.array(rows) { $0.holding($1) }
    json.raw("}")
  }
}
