internal import Language
internal import ParleyModel
internal import Reading

/// The classifiers behind the reading of positions, in training.
struct PositionClassifiers {
  private let place: MaximumEntropyTrainer
  private let act: MaximumEntropyTrainer
  private let issue: MaximumEntropyTrainer
  private let holder: MaximumEntropyTrainer

  /// Trains on `examples`.
  init(_ examples: [PreparedExample], issues: [IssueCode]) {
    place = MaximumEntropyTrainer(labels: 2, bits: 17, regularization: Settings.place)
    act = MaximumEntropyTrainer(labels: Act.allCases.count, bits: 16, regularization: Settings.act)
    issue = MaximumEntropyTrainer(labels: issues.count, bits: 16, regularization: Settings.issue)
    holder = MaximumEntropyTrainer(
      labels: 1, bits: 16, isRanker: true, regularization: Settings.holder)
    var places: [MaximumEntropyTrainer.Example] = []
    var acts: [MaximumEntropyTrainer.Example] = []
    var kinds: [MaximumEntropyTrainer.Example] = []
    var holders: [MaximumEntropyTrainer.Example] = []
    for prepared in examples {
      let weight: Float = prepared.example.isPassage ? Settings.passageWeight : 1
      for clause in prepared.clauses.indices {
        let label = prepared.example.labels[clause]
        if label != nil || !prepared.example.isNear[clause] {
          places.append(
            .init(
              features: [prepared.clauses[clause]], right: label == nil ? 0 : 1,
              weight: weight))
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
    place.train(places, rounds: Settings.rounds)
    act.train(acts, rounds: Settings.rounds)
    issue.train(kinds, rounds: Settings.rounds)
    holder.train(holders, rounds: Settings.rounds)
  }

  /// How strongly each is held back, and how much the passages count; chosen by cross-validation
  /// over the conflicts of the training articles.
  private enum Settings {
    static let place: Float = 0.01
    static let act: Float = 0.03
    static let issue: Float = 0.1
    static let holder: Float = 0.01
    static let passageWeight: Float = 0.5
    static let rounds = 6
  }

  /// Returns what the classifiers make of each clause.
  func scores(_ prepared: PreparedExample) -> [ClauseScores?] {
    prepared.clauses.indices.map { clause -> ClauseScores? in
      let position = place.chances([prepared.clauses[clause]])[1]
      guard position >= PositionCalibration.leastPlace, !prepared.holders[clause].isEmpty
      else { return nil }
      return ClauseScores(
        position: position,
        acts: act.chances([prepared.clauses[clause]]),
        issues: ClauseScores.mixed(
          issue.chances([prepared.issues[clause]]), prepared.cues[clause]),
        holders: prepared.holders[clause],
        holderChances: holder.chances(prepared.holderRows[clause]))
    }
  }

  /// The weights as sections of a model file.
  var sections: [(name: String, section: SectionWriter)] {
    [
      ("place", place.section()), ("act", act.section()), ("issue", issue.section()),
      ("holder", holder.section()),
    ]
  }
}
