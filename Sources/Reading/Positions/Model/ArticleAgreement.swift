internal import Parties

/// Lets the clauses of one article inform each other: an article is about few issues, and few
/// parties hold most of its stances.
enum ArticleAgreement {
  /// How much the issues of the other clauses count.
  private static let issueWeight: Float = 0.6
  /// How much the holders of the other clauses count.
  private static let holderWeight: Float = 0.6

  /// Returns `scores` with issues and holders weighed by what the article's likely positions are
  /// about and whose they are.
  static func settled(_ scores: [ClauseScores?]) -> [ClauseScores?] {
    let likely = scores.compactMap { $0 }
    guard let count = likely.first?.issues.count else { return scores }
    var issues = [Float](repeating: 0, count: count)
    var holders: [String: Float] = [:]
    var sum: Float = 0
    for score in likely {
      let weight = score.position * score.position
      sum += weight
      for (index, chance) in score.issues.enumerated() { issues[index] += weight * chance }
      for (candidate, chance) in zip(score.holders, score.holderChances) {
        holders[candidate.party.name, default: 0] += weight * chance
      }
    }
    guard sum > 0 else { return scores }
    return scores.map { score in
      guard var score else { return nil }
      score.issues = ClauseScores.softmax(
        score.issues.indices.map { index in
          Exponential.logarithm(score.issues[index] + 1e-4)
            + issueWeight * Exponential.logarithm(issues[index] / sum + 0.02)
        })
      score.holderChances = ClauseScores.softmax(
        score.holders.indices.map { index in
          let prior = (holders[score.holders[index].party.name] ?? 0) / sum
          return Exponential.logarithm(score.holderChances[index] + 1e-4)
            + holderWeight * Exponential.logarithm(prior + 0.03)
        })
      return score
    }
  }
}
