package import Parties

/// What the models make of one clause.
package struct ClauseScores: Sendable {
  /// The chance that the clause states a position.
  package var position: Float
  /// The chance of each act, in the order of `Act.allCases`.
  package var acts: [Float]
  /// The chance of each issue, in the order of the taxonomy.
  package var issues: [Float]
  /// The parties that may hold it.
  package var holders: [HolderCandidate]
  /// The chance of each holder.
  package var holderChances: [Float]

  package init(
    position: Float, acts: [Float], issues: [Float], holders: [HolderCandidate],
    holderChances: [Float]
  ) {
    self.position = position
    self.acts = acts
    self.issues = issues
    self.holders = holders
    self.holderChances = holderChances
  }
}

extension ClauseScores {
  /// Returns shares that sum to 1 from scores.
  package static func softmax(_ scores: [Float]) -> [Float] {
    let top = scores.max() ?? 0
    let powers = scores.map { Exponential.of($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// Returns the chances of the issues by two readers together: the trained one and the cues, whose
  /// logarithms count 5 to 3.
  package static func mixed(_ trained: [Float], _ cues: [Float]) -> [Float] {
    softmax(
      zip(trained, cues).map { trained, cues in
        Exponential.logarithm(trained + 0.005) + 0.6 * Exponential.logarithm(cues + 0.005)
      })
  }
}

/// A clause taken for a position, before the fields around it are read.
package struct PositionDraft: Sendable {
  /// The index of the clause.
  package let clause: Int
  /// The holders: one position each.
  package let holders: [PartyName]
  /// The index of the act in `Act.allCases`.
  package let act: Int
  /// The index of the issue in the taxonomy.
  package let issue: Int
  /// The chances of place, act, issue and holder.
  package let chances: [Float]
}

/// Chooses among overlapping clauses.
package enum PositionDecoder {
  /// Returns the positions among `scores` (one for each clause of `context`, `nil` for those that
  /// are out of the question) that `calibration` finds sure enough, in the order of the text.
  package static func decode(
    _ context: ArticleContext, _ scores: [ClauseScores?], _ calibration: PositionCalibration
  ) -> [PositionDraft] {
    let drafts = scores.enumerated().compactMap { index, score in
      score.flatMap { draft(index, $0) }
    }
    .filter { $0.chances[0] >= calibration.threshold }
    .map { (draft: $0, confidence: calibration.confidence($0.chances)) }
    .filter { $0.confidence >= calibration.leastConfidence }
    .sorted { ($1.confidence, $0.draft.clause) < ($0.confidence, $1.draft.clause) }
    var chosen: [PositionDraft] = []
    for (draft, _) in drafts {
      let tokens = context.clauses[draft.clause].tokens
      let isTaken = chosen.contains { other in
        let taken = context.clauses[other.clause].tokens
        let shared = tokens.clamped(to: taken).count
        return tokens.overlaps(taken) && 2 * shared >= min(tokens.count, taken.count)
      }
      if !isTaken { chosen.append(draft) }
    }
    return chosen.sorted { $0.clause < $1.clause }
  }

  private static func draft(_ index: Int, _ score: ClauseScores) -> PositionDraft? {
    guard
      let holder = score.holderChances.indices.max(by: {
        score.holderChances[$0] < score.holderChances[$1]
      }), let act = score.acts.indices.max(by: { score.acts[$0] < score.acts[$1] }),
      let issue = score.issues.indices.max(by: { score.issues[$0] < score.issues[$1] })
    else { return nil }
    let candidate = score.holders[holder]
    let joint = candidate.joint.count > 1 && candidate.joint.count <= 4
    return PositionDraft(
      clause: index, holders: joint ? candidate.joint : [candidate.party], act: act, issue: issue,
      chances: [
        score.position, score.acts[act], score.issues[issue], score.holderChances[holder],
      ])
  }
}
