internal import Language
internal import ParleyModel
internal import Reading

/// The classifiers behind the reading of positions, in training.
struct PositionClassifiers {
  private let place: SoftmaxTrainer
  private let act: SoftmaxTrainer
  private let issue: SoftmaxTrainer
  private let holder: ChoiceTrainer

  /// Trains on `examples`.
  init(_ examples: [PreparedExample], issues: [IssueCode]) {
    place = SoftmaxTrainer(labels: 2, bits: 17)
    act = SoftmaxTrainer(labels: Act.allCases.count, bits: 16)
    issue = SoftmaxTrainer(labels: issues.count, bits: 16)
    holder = ChoiceTrainer(bits: 16, regularization: Settings.holder)
    var places: [SoftmaxTrainer.Example] = []
    var acts: [SoftmaxTrainer.Example] = []
    var kinds: [SoftmaxTrainer.Example] = []
    var holders: [ChoiceTrainer.Example] = []
    for prepared in examples {
      let weight: Float = prepared.example.isPassage ? Settings.passageWeight : 1
      for clause in prepared.clauses.indices {
        let label = prepared.example.labels[clause]
        if label != nil || !prepared.example.isNear[clause] {
          places.append(
            .init(
              rows: prepared.clauses[clause], numbers: prepared.directions[clause],
              right: label == nil ? 0 : 1,
              weight: weight))
        }
        guard let label else { continue }
        if let right = Act.allCases.firstIndex(of: label.act) {
          acts.append(
            .init(
              rows: prepared.clauses[clause], numbers: prepared.directions[clause],
              right: right, weight: weight))
        }
        if let right = issues.firstIndex(of: label.issue) {
          kinds.append(
            .init(
              rows: prepared.issues[clause], numbers: prepared.directions[clause],
              right: right, weight: weight))
        }
        if let right = prepared.rightHolder(clause) {
          holders.append(
            .init(candidates: prepared.holderRows[clause], right: right, weight: weight))
        }
      }
    }
    place.train(places, rounds: Settings.rounds, strength: Settings.place)
    act.train(acts, rounds: Settings.rounds, strength: Settings.act)
    issue.train(kinds, rounds: Settings.rounds, strength: Settings.issue, least: 2)
    place.add(
      ComplementBayes(places, labels: 2, bits: place.bits, isCentred: true).weights,
      times: Settings.placeCounts)
    act.add(
      ComplementBayes(acts, labels: Act.allCases.count, bits: act.bits).weights,
      times: Settings.actCounts)
    issue.add(
      ComplementBayes(kinds, labels: issues.count, bits: issue.bits).weights,
      times: Settings.issueCounts)
    holder.train(holders, rounds: Settings.holderRounds)
  }

  /// How strongly each is held back, and how much the passages count; chosen by cross-validation
  /// over the conflicts of the training articles.
  private enum Settings {
    static let place: Float = 50
    static let act: Float = 10
    static let issue: Float = 10
    static let placeCounts: Float = 0.05
    static let actCounts: Float = 0.2
    static let issueCounts: Float = 1
    static let holder: Float = 0.01
    static let holderRounds = 6
    static let passageWeight: Float = 0.5
    static let rounds = 60
  }

  /// Returns what the classifiers make of each clause.
  func scores(_ prepared: PreparedExample) -> [ClauseScores?] {
    prepared.clauses.indices.map { clause -> ClauseScores? in
      let numbers = prepared.directions[clause]
      let position = place.chances(prepared.clauses[clause], numbers)[1]
      guard position >= PositionCalibration.leastPlace, !prepared.holders[clause].isEmpty
      else { return nil }
      return ClauseScores(
        position: position,
        acts: act.chances(prepared.clauses[clause], numbers),
        issues: ClauseScores.mixed(
          issue.chances(prepared.issues[clause], numbers), prepared.cues[clause]),
        holders: prepared.holders[clause],
        holderChances: holder.chances(prepared.holderRows[clause]))
    }
  }

  /// The weights as sections of a model file.
  var sections: [(name: String, section: SectionWriter)] {
    [
      ("place", place.section()), ("act", act.section()), ("issue", issue.section()),
      ("holder", holder.section()), ("place.directions", place.numberSection),
      ("act.directions", act.numberSection), ("issue.directions", issue.numberSection),
    ]
  }
}
