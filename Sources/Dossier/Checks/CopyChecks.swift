internal import ParleyModel

/// Holds copies of one report against the first and the fullest of them, and tells where they are
/// read differently.
struct CopyChecks {
  let report: OriginReport
  let readings: [Int64: ArticleReading]
  let pointing: PointingWords

  func findings() -> [CheckFinding] {
    var findings: [CheckFinding] = []
    for copy in report.copies {
      findings += compare(report.first, copy.member, copy.comparison)
    }
    let fullest = report.copies.map(\.member).max {
      ($0.words, $1.article) < ($1.words, $0.article)
    }
    if let fullest, fullest.words > report.first.words, let text = readings[fullest.version] {
      for copy in report.copies where copy.member != fullest {
        guard let other = readings[copy.member.version] else { continue }
        findings += compare(
          fullest, copy.member, CopyComparison(text.article, other.article))
      }
    }
    var seen: Set<String> = []
    return findings.filter { seen.insert($0.id).inserted }
  }

  private func compare(
    _ a: OriginReport.Member, _ b: OriginReport.Member, _ comparison: CopyComparison
  ) -> [CheckFinding] {
    guard let first = readings[a.version], let second = readings[b.version] else { return [] }
    return CopyReader(first, second, comparison, pointing).differences().map { difference in
      difference.isFirstFuller
        ? finding(difference, doubted: b, fuller: a) : finding(difference, doubted: a, fuller: b)
    }
  }

  private func finding(
    _ difference: ReadingDifference, doubted: OriginReport.Member, fuller: OriginReport.Member
  ) -> CheckFinding {
    let source = fuller.outlet ?? fuller.article
    let summary: String
    let reason: String
    let settle: String
    let severity: CheckFinding.Severity
    switch difference.kind {
    case .speakerUnknown:
      let name = difference.fuller.reading ?? ""
      severity = carriesStance(difference.doubted.range, doubted) ? .high : .medium
      summary = "who speaks is lost in this copy; \(source) names \(name)"
      reason = "both have the sentence, and only the fuller copy has what tells who says it"
      settle = "take the speaker from the fuller copy: \(name)"
    case .speakerDiffers:
      severity = .medium
      summary =
        "\(difference.doubted.reading ?? "") speaks here, "
        + "\(difference.fuller.reading ?? "") in \(source)"
      reason = "both have the sentence, and each is read with another speaker"
      settle = "see what stands before the sentence in the fuller copy"
    case .otherTerms:
      severity = .high
      summary = "what is answered here are not the terms that it answers in \(source)"
      reason =
        difference.doubted.context == nil || difference.fuller.context == nil
        ? "the terms that stand before the sentence are missing in one of them"
        : "the sentence points back, and other terms stand before it in each"
      settle = "take the terms from the fuller copy"
    case .figureDiffers:
      severity = .medium
      summary =
        "\"\(difference.doubted.reading ?? "")\" here, "
        + "\"\(difference.fuller.reading ?? "")\" in \(source)"
      reason = "the sentence was changed between the two, and with it the number"
      settle = "see which of them was corrected later"
    case .conditionMissing:
      severity = .medium
      summary =
        "a condition is lost in this copy; \(source) has "
        + "\"\(difference.fuller.reading ?? "")\""
      reason = "the sentence was shortened, and the stance reads as if nothing were asked for it"
      settle = "take the condition from the fuller copy"
    }
    let evidence =
      sides(difference.doubted, doubted, "the copy")
      + sides(
        difference.fuller, fuller, "the fuller copy")
    return CheckFinding(
      .copiesDiffer, severity,
      key: [
        difference.kind.rawValue, doubted.article, String(difference.doubted.range.lowerBound),
        fuller.article, String(difference.fuller.range.lowerBound),
      ], summary: summary, reason: reason, evidence: evidence, settle: settle)
  }

  private func carriesStance(_ range: ByteRange, _ member: OriginReport.Member) -> Bool {
    readings[member.version]?.positions.contains { $0.evidence.overlaps(range) } ?? false
  }

  private func sides(
    _ side: ReadingDifference.Side, _ member: OriginReport.Member, _ note: String
  ) -> [CheckFinding.Evidence] {
    guard let text = readings[member.version]?.article else { return [] }
    func evidence(_ range: ByteRange, _ note: String) -> CheckFinding.Evidence {
      CheckFinding.Evidence(
        article: member.article, outlet: member.outlet, published: member.published, range: range,
        words: text.words(range), note: note)
    }
    return [evidence(side.range, note)]
      + (side.context.map { [evidence($0, note + ": what decides it")] } ?? [])
  }
}
