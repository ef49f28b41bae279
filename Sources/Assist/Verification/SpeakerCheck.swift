internal import ParleyModel
internal import Parties
internal import Reading

/// Finds on whose word a stance stands, by Parley's own reader, and compares it with what a model says.
struct SpeakerCheck {
  let article: ReadArticle

  /// An attribution that carries some evidence.
  struct Carrier {
    /// The index of the attribution.
    let index: Int
    /// Whether its content holds all of the evidence; else the evidence holds its cue too.
    let isWhole: Bool
  }

  /// Returns the innermost attribution whose content holds `evidence`; else the one with its cue inside
  /// the evidence ("warned that it would leave") whose content fills most of it.
  func carrier(of evidence: ByteRange) -> Carrier? {
    let attributions = article.reading.attributions
    func length(_ index: Int) -> Int { attributions[index].content.reduce(0) { $0 + $1.count } }
    let holding = attributions.indices.filter { index in
      attributions[index].content.contains { $0.contains(evidence) }
    }
    if let index = holding.min(by: { length($0) < length($1) }) {
      return Carrier(index: index, isWhole: true)
    }
    let crossing = attributions.indices.filter { index in
      let shared = attributions[index].content.reduce(0) { sum, content in
        sum
          + max(
            0,
            min(content.upperBound, evidence.upperBound)
              - max(content.lowerBound, evidence.lowerBound))
      }
      return shared * 2 > evidence.count
        && attributions[index].cue.allSatisfy { evidence.contains($0) || $0.overlaps(evidence) }
    }
    return crossing.min { length($0) < length($1) }.map { Carrier(index: $0, isWhole: false) }
  }

  /// Returns what the two readers see differently about who says `evidence`; `nil` where they agree.
  func finding(_ source: String?, _ carrier: Carrier?, evidence: ByteRange) -> Assistance.Finding? {
    switch (source, carrier) {
    case (nil, nil): return nil
    // The verb that carries the act stands in the evidence: then no source is asked for.
    case (nil, let carrier?) where !carrier.isWhole: return nil
    case (nil, let carrier?):
      guard let words = words(of: carrier) else { return nil }
      return finding(evidence, nil, words)
    case (let source?, nil): return finding(evidence, source, nil)
    case (let source?, let carrier?):
      return agrees(source, carrier, evidence)
        ? nil : finding(evidence, source, words(of: carrier))
    }
  }

  private func finding(
    _ evidence: ByteRange, _ assisted: String?, _ builtIn: String?
  ) -> Assistance.Finding {
    Assistance.Finding(
      kind: .speaker, evidence: evidence, assisted: assisted.map { String($0.prefix(200)) },
      builtIn: builtIn)
  }

  /// The words for the source of an attribution, else its speaker; `nil` for the article itself.
  private func words(of carrier: Carrier) -> String? {
    let attribution = article.reading.attributions[carrier.index]
    if let first = attribution.source.first { return article.article.words(first) }
    return attribution.speaker.name
  }

  /// Whether `source` names the source of the attribution, of one around it, or the same party.
  private func agrees(_ source: String, _ carrier: Carrier, _ evidence: ByteRange) -> Bool {
    let attributions = article.reading.attributions
    let place = article.range(of: source, near: evidence)
    let parties = article.context.parties
    let side = parties.party(ofSpeaker: source)?.name ?? parties.canonical(source)
    var index: Int? = carrier.index
    var steps = 0
    while let current = index, steps < attributions.count {
      let attribution = attributions[current]
      if let place, attribution.source.contains(where: { $0.overlaps(place) }) { return true }
      if let name = attribution.speaker.name,
        (parties.party(ofSpeaker: name)?.name ?? parties.canonical(name)) == side
      {
        return true
      }
      index = attribution.parent
      steps += 1
    }
    return false
  }
}
