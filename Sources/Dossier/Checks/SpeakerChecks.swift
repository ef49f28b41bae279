internal import ParleyModel

/// Lists the words of which it is not known who says them.
struct SpeakerChecks {
  /// The findings of one article: what carries a stance weighs more, and words that are neither
  /// quoted nor carry one are left out.
  static func findings(_ article: CheckedArticle) -> [CheckFinding] {
    article.reading.attributions.indices.compactMap { number in
      let attribution = article.reading.attributions[number]
      guard case .unresolved(let reason) = attribution.speaker else { return nil }
      let carries = article.reading.positions.contains { $0.attribution == number }
      guard carries || attribution.kind == .direct else { return nil }
      let range = attribution.content[0]
      return CheckFinding(
        .unknownSpeakers, carries ? .medium : .low,
        key: [article.name, String(range.lowerBound), String(range.upperBound)],
        summary: carries ? "a stance without a speaker" : "a quotation without a speaker",
        reason: reason, evidence: [article.evidence(range)],
        settle: "look for a fuller copy of the report that names the speaker")
    }
  }
}
