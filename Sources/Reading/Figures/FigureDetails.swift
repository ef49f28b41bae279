internal import Language
internal import ParleyModel
internal import Parties
internal import Quantities
internal import Times

/// What the text says about a figure besides number and unit: what is measured, whose, of what, as
/// of when.
struct FigureDetails {
  private let parties: ArticleParties
  private let times: TimeReader
  private var text: AnnotatedText { parties.text }

  init(_ parties: ArticleParties, times: TimeReader) {
    self.parties = parties
    self.times = times
  }

  func figure(_ candidate: FigureCandidate, value: Figure.Value, unit: String) -> Figure {
    let evidence = evidence(candidate)
    return Figure(
      value: value, unit: unit, hedge: candidate.quantity.hedgeRange,
      quantity: phrase(candidate), holder: holder(candidate), of: whole(candidate),
      asOf: time(candidate), evidence: evidence, attribution: candidate.attribution)
  }

  /// The quantity with what it counts and what follows by "of": "about 88% of the region".
  private func evidence(_ candidate: FigureCandidate) -> ByteRange {
    var end = candidate.tokens.upperBound
    if candidate.quantity.nounRange != nil { end = max(end, candidate.noun + 1) }
    if let last = whole(candidate).last {
      end = max(end, text.tokens.index(atOrAfter: last.upperBound - 1) + 1)
    }
    return text.span(candidate.tokens.lowerBound..<end)
  }

  /// The words that name what is measured: the subject of a verb whose object or complement the
  /// number is ("the force would number 600,000"), else the noun with its plain modifiers.
  private func phrase(_ candidate: FigureCandidate) -> String? {
    let noun = candidate.noun
    guard FigureCandidate.isNoun(text.tags[noun]) else { return subject(candidate) }
    let first =
      (candidate.tokens.upperBound..<max(candidate.tokens.upperBound, noun))
      .first { text.tags[$0] != .adp && text.tags[$0] != .det } ?? noun
    if candidate.tokens.contains(noun) { return subject(candidate) }
    return text.article.words(text.span(min(first, noun)..<noun + 1))
  }

  private func subject(_ candidate: FigureCandidate) -> String? {
    let governor = candidate.governor
    guard governor >= 0 else { return nil }
    let subject = parties.dependents.of(governor).first { token in
      let relation = text.relations[Int(token)]
      return relation == .nsubj || relation == .nsubjPass
    }
    guard let subject, FigureCandidate.isNoun(text.tags[Int(subject)]) else { return nil }
    return text.article.words(text.tokens.range(Int(subject)))
  }

  /// The party that owns what is counted, or whose act the number is the object of.
  private func holder(_ candidate: FigureCandidate) -> String? {
    if let owner = parties.owners(of: candidate.noun)?.parties.first { return owner.name }
    let governor = candidate.governor
    guard governor >= 0 else { return nil }
    for token in parties.dependents.of(governor) {
      let relation = text.relations[Int(token)]
      guard relation == .nsubj || relation == .nmodPoss else { continue }
      if let party = parties.resolve(Int(token))?.parties.first { return party.name }
    }
    return nil
  }

  /// What the number is a part of: the nouns after "of".
  private func whole(_ candidate: FigureCandidate) -> [ByteRange] {
    let sentence = text.sentences[candidate.sentence]
    let next = candidate.tokens.upperBound
    guard sentence.contains(next), text.article.words(text.tokens.range(next)) == "of" else {
      return []
    }
    guard
      let head = (next + 1..<min(next + 6, sentence.upperBound)).first(where: {
        FigureCandidate.isNoun(text.tags[$0])
      })
    else { return [] }
    var last = head
    while last + 1 < sentence.upperBound, FigureCandidate.isNoun(text.tags[last + 1]) { last += 1 }
    let first = text.tags[next + 1] == .det ? next + 2 : next + 1
    return [text.span(min(first, head)..<last + 1)]
  }

  /// The nearest date of the sentence that differs from the article's own day.
  private func time(_ candidate: FigureCandidate) -> String? {
    guard let published = text.article.published else { return nil }
    let span = text.span(text.sentences[candidate.sentence])
    var best: (distance: Int, value: String)?
    for time in times.times(of: text.article.text, in: span, on: published) {
      guard case .span(let days) = time.meaning, time.bound == nil, days.end != nil,
        let start = days.start, start <= published, days.edtf != published.description
      else { continue }
      let distance =
        time.range.lowerBound > candidate.quantity.range.lowerBound
        ? time.range.lowerBound - candidate.quantity.range.upperBound
        : candidate.quantity.range.lowerBound - time.range.upperBound
      if distance >= 0, distance < best?.distance ?? 60 { best = (distance, days.edtf) }
    }
    return best?.value
  }
}
