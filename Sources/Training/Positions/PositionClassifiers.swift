internal import ParleyModel
internal import Reading

/// The classifiers behind the reading of positions, in training.
struct PositionClassifiers {
  private let place: MaximumEntropyTrainer
  private let act: MaximumEntropyTrainer
  private let issue: MaximumEntropyTrainer
  private let holder: MaximumEntropyTrainer

  /// Trains on `examples`.
  init(_ examples: [PreparedExample], issues: [IssueCode], settings: Settings) {
    place = MaximumEntropyTrainer(labels: 2, bits: 18, regularization: settings.place)
    act = MaximumEntropyTrainer(labels: Act.allCases.count, bits: 17, regularization: settings.act)
    issue = MaximumEntropyTrainer(labels: issues.count, bits: 16, regularization: settings.issue)
    holder = MaximumEntropyTrainer(
      labels: 1, bits: 16, isRanker: true, regularization: settings.holder)
    var places: [MaximumEntropyTrainer.Example] = []
    var acts: [MaximumEntropyTrainer.Example] = []
    var kinds: [MaximumEntropyTrainer.Example] = []
    var holders: [MaximumEntropyTrainer.Example] = []
    for prepared in examples {
      let weight: Float = prepared.example.isPassage ? settings.passageWeight : 1
      for clause in prepared.clauses.indices {
        let label = prepared.example.labels[clause]
        if label != nil || !prepared.example.isNear[clause] {
          places.append(
            .init(
              features: [prepared.clauses[clause]], right: label == nil ? 0 : 1,
              weight: weight * (label == nil ? 1 : settings.positiveWeight)))
        }
        guard let label else { continue }
        if let right = Act.allCases.firstIndex(of: label.act) {
          acts.append(.init(features: [prepared.clauses[clause]], right: right, weight: weight))
        }
        if let right = issues.firstIndex(of: label.issue) {
          kinds.append(.init(features: [prepared.issues[clause]], right: right, weight: weight))
        }
        if let right = prepared.rightHolder(clause) {
          holders.append(
            .init(features: prepared.holderRows[clause], right: right, weight: weight))
        }
      }
    }
    place.train(places, rounds: settings.rounds)
    act.train(acts, rounds: settings.rounds)
    issue.train(kinds, rounds: settings.rounds)
    holder.train(holders, rounds: settings.rounds)
  }

  struct Settings {
    var place: Float = 1e-4
    var act: Float = 1e-4
    var issue: Float = 1e-4
    var holder: Float = 1e-4
    var passageWeight: Float = 1
    var positiveWeight: Float = 1
    var rounds = 8
  }

  /// Returns what the classifiers make of each clause.
  func scores(_ prepared: PreparedExample) -> [ClauseScores?] {
    prepared.clauses.indices.map { clause in
      guard !prepared.holders[clause].isEmpty else { return nil }
      return ClauseScores(
        position: place.chances([prepared.clauses[clause]])[1],
        acts: act.chances([prepared.clauses[clause]]),
        issues: issue.chances([prepared.issues[clause]]), holders: prepared.holders[clause],
        holderChances: holder.chances(prepared.holderRows[clause]))
    }
  }
}
