package import Language
internal import ParleyModel
package import Reading

/// Trains the reading of positions, and measures it by cross-validation over conflicts.
package struct PositionTrainer {
  private let articles: [PreparedExample]
  private let passages: [PreparedExample]
  private let issues: [IssueCode]

  /// Takes labelled articles and passages; without any article there is nothing to train on.
  package init(articles: [PositionExample], passages: [PositionExample]) {
    self.articles = articles.map(PreparedExample.init)
    self.passages = passages.map(PreparedExample.init)
    issues = articles.first?.context.taxonomy.codes ?? []
  }

  private static let foldCount = 5

  /// The fold of each article: conflicts stay together, folds are of like size.
  private func folds(_ examples: [PreparedExample]) -> [Int] {
    var sizes: [String: Int] = [:]
    for prepared in examples { sizes[prepared.example.group, default: 0] += 1 }
    var loads = [Int](repeating: 0, count: Self.foldCount)
    var fold: [String: Int] = [:]
    for (group, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let smallest = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      fold[group] = smallest
      loads[smallest] += size
    }
    return examples.map { fold[$0.example.group] ?? 0 }
  }

  /// What cross-validation over conflicts shows.
  package struct Validation {
    /// The scores at the chosen threshold.
    package let score: PositionScore
    /// How often act, issue and holder are right where the place is given.
    package let parts: PartScore
    /// The calibration fitted to the positions that were read.
    package let calibration: PositionCalibration
    /// The expected calibration error of that fit.
    package let calibrationError: Float
  }

  /// Reads each article by models that have not seen its conflict, chooses the threshold that
  /// balances precision and recall best, and fits the confidence.
  package func crossValidate() -> Validation {
    let articleFolds = folds(articles)
    let passageFolds = folds(passages)
    var parts = PartScore()
    var read: [(example: PreparedExample, scores: [ClauseScores?])] = []
    for fold in 0..<Self.foldCount {
      let training =
        zip(articles, articleFolds).filter { $0.1 != fold }.map(\.0)
        + zip(passages, passageFolds).filter { $0.1 != fold }.map(\.0)
      let models = PositionClassifiers(training, issues: issues)
      for (prepared, its) in zip(articles, articleFolds) where its == fold {
        let scores = models.scores(prepared)
        parts.add(prepared, scores, issues)
        read.append((prepared, scores))
      }
    }
    func score(_ calibration: PositionCalibration) -> PositionScore {
      var score = PositionScore()
      for (prepared, scores) in read {
        let drafts = PositionDecoder.decode(prepared.example.context, scores, calibration)
        score.add(prepared.example, drafts, issues)
      }
      return score
    }
    let outcomes = score(.placesAlone).outcomes
    let weights = Calibrator.weights(outcomes)
    var best: (score: PositionScore, calibration: PositionCalibration)?
    for threshold in stride(from: Float(0.08), through: 0.4, by: 0.08) {
      for least in stride(from: Float(0), through: 0.14, by: 0.02) {
        let calibration = PositionCalibration(
          weights: weights, threshold: threshold, leastConfidence: least)
        let result = score(calibration)
        if best.map({ result.balance > $0.score.balance }) ?? true { best = (result, calibration) }
      }
    }
    let calibration =
      best?.calibration
      ?? PositionCalibration(weights: weights, threshold: 0.3, leastConfidence: 0)
    return Validation(
      score: best?.score ?? PositionScore(), parts: parts, calibration: calibration,
      calibrationError: Calibrator.error(outcomes, calibration))
  }

  /// Trains on everything and returns the sections of the model.
  package func model(
    _ calibration: PositionCalibration
  ) -> [(name: String, section: SectionWriter)] {
    PositionClassifiers(articles + passages, issues: issues).sections
      + [("calibration", calibration.section)]
  }
}
