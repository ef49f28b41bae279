internal import ParleyModel
internal import Territory

/// Holds figures of one thing from different reports against each other.
struct FigureChecks {
  /// How many days the figures may be apart.
  private static let days = 14
  /// How many findings one thing gives at most.
  private static let most = 3

  let facts: [FigureFact]
  let hedges: [ClaimWords.Hedge]

  func findings() -> [CheckFinding] {
    let groups = Dictionary(grouping: facts.filter { $0.subject != nil }) { $0.subject ?? [] }
    var findings: [CheckFinding] = []
    for (_, facts) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var found: [CheckFinding] = []
      for (index, a) in facts.enumerated() {
        for b in facts[(index + 1)...] where differ(a, b) { found.append(finding(a, b)) }
      }
      findings += found.prefix(Self.most)
    }
    return findings
  }

  private func differ(_ a: FigureFact, _ b: FigureFact) -> Bool {
    guard a.article != b.article, a.origin != b.origin, let one = a.day, let other = b.day,
      abs(one.dayNumber - other.dayNumber) <= Self.days
    else { return false }
    return !a.accepted(hedges).overlaps(b.accepted(hedges))
  }

  private func finding(_ a: FigureFact, _ b: FigureFact) -> CheckFinding {
    let parts = [a.evidence, b.evidence].flatMap {
      [$0.article, String($0.range?.lowerBound ?? 0), String($0.range?.upperBound ?? 0)]
    }
    return CheckFinding(
      .figuresDiffer, .medium, key: parts,
      summary: "\"\(a.evidence.words)\" here, \"\(b.evidence.words)\" there",
      reason: "two reports give the same thing at most \(Self.days) days apart, and what the words "
        + "of one let pass excludes the other",
      evidence: [a.evidence, b.evidence],
      settle: "see whom each report has its figure from, and of which day it is")
  }
}
