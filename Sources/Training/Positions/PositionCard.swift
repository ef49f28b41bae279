internal import Reading

/// The card of the model of positions: what it was trained on and what it scores.
package struct PositionCard {
  /// The card as Markdown.
  package let text: String

  /// Writes the card of a model with these results of cross-validation.
  package init(_ validation: PositionTrainer.Validation) {
    let score = validation.score
    let parts = validation.parts
    func f1(_ count: PositionScore.Count) -> String {
      PositionCard.decimals(count.f1(gold: score.gold, read: score.read))
    }
    func share(_ count: Int) -> String {
      PositionCard.decimals(Double(count) / Double(max(1, parts.places)))
    }
    let precision = Double(score.strict.right) / Double(max(1, score.read))
    text = """
      # positions.parley

      Tells which clauses are positions, and their act, issue and holder: four maximum-entropy models
      over hashed features of frames, parse, attribution and words, and over the word vectors of the
      clause, its sentence, its head and the article; that of the issues has the weights of complement
      naive Bayes added. Made by `parley-train positions`; the same data give the same bytes.

      Trained on the labelled articles and passages of `../shared/gold` (train, passages); the model
      holds weights only, no text. Weights are 8-bit integers.

      Five-fold cross-validation on the articles; a conflict is never in two folds:

      | | F1 |
      | --- | --- |
      | strict (place, holder, act, issue) | \(f1(score.strict)) |
      | record (holder, act, issue) | \(f1(score.record)) |
      | found (place, holder) | \(f1(score.found)) |

      Strict precision \(PositionCard.decimals(precision)); \(score.read) read, \(score.gold) in the \
      gold. Where the place is given, the act is right in \(share(parts.acts)), the issue in \
      \(share(parts.issues)), the holder in \(share(parts.holders)).
      Expected calibration error of the confidence: \
      \(PositionCard.decimals(Double(validation.calibrationError))).
      Least chance of a place \(PositionCard.decimals(Double(validation.calibration.threshold))), least \
      confidence \(PositionCard.decimals(Double(validation.calibration.leastConfidence))).

      """
  }

  private static func decimals(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
