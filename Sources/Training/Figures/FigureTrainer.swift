package import Language
internal import ParleyModel
internal import Quantities
internal import Reading

/// Trains the choice of figures among quantities, and measures it by cross-validation over
/// conflicts.
package struct FigureTrainer {
  private let articles: [FigureExample]
  private let passages: [FigureExample]
  private static let bits = 15
  private static let folds = 5

  /// Takes the labelled articles and passages.
  ///
  /// - Throws: if a corpus cannot be read.
  package init(_ corpus: FigureCorpus) throws {
    articles = try corpus.articles()
    passages = try corpus.passages()
  }

  /// How training is done.
  package struct Settings: Sendable {
    /// The number of rounds over all examples.
    package var rounds = 60
    /// The strength of the pull of weights to zero.
    package var strength: Float = 8
    /// The weight of a passage beside 1 for an article.
    package var passageWeight: Float = 0.2
    package init() {}
  }

  /// The scores of a cross-validation at the best threshold.
  package struct Score: Sendable {
    /// The least chance of a figure that gives the best F1.
    package var threshold: Float = 0.5
    /// The share of figures read that are right in value and unit.
    package var precision = 0.0
    /// The share of labelled figures that are read so.
    package var recall = 0.0
    /// The harmonic mean of both.
    package var f1 = 0.0
    /// The share of the labelled figures whose number is chosen, whatever its unit.
    package var chosen = 0.0
    /// The share of figures read whose number is one of the labelled ones, whatever its unit.
    package var chosenPrecision = 0.0
  }

  /// Scores models on the articles of conflicts that they have not seen.
  package func crossValidate(_ settings: Settings) -> Score {
    let folds = fold(articles)
    var readings: [Reading] = []
    for fold in 0..<Self.folds {
      let training = zip(articles, folds).filter { $0.1 != fold }.map(\.0) + passages
      let models = train(training, settings)
      for (number, example) in articles.enumerated() where folds[number] == fold {
        let candidates = example.prepared.candidates.indices
        readings.append(
          Reading(
            example: example,
            chances: candidates.map { index in
              models.selection.chances(
                example.prepared.selectionFeatures(index).rows, example.prepared.directions(index))[
                  1]
            },
            units: candidates.map { index in
              example.prepared.unit(of: index) { Self.counted(models.counted, $0) }
            }))
      }
    }
    return stride(from: Float(0.1), to: 0.7, by: 0.02).map { threshold in
      score(readings, threshold: threshold)
    }.max { $0.f1 < $1.f1 } ?? Score()
  }

  /// What models that have not seen an article make of it.
  private struct Reading {
    let example: FigureExample
    let chances: [Float]
    let units: [String]
  }

  private func score(_ readings: [Reading], threshold: Float) -> Score {
    var gold = 0
    var read = 0
    var chosen = 0
    var right = 0
    for reading in readings {
      gold += reading.example.gold.count
      let indices = reading.example.prepared.chosen(
        reading.chances, units: reading.units, threshold: threshold)
      read += indices.count
      for index in indices {
        guard let label = reading.example.labels[index] else { continue }
        chosen += 1
        if reading.example.gold[label].unit == reading.units[index] { right += 1 }
      }
    }
    var score = Score(threshold: threshold)
    score.precision = Double(right) / Double(max(1, read))
    score.recall = Double(right) / Double(max(1, gold))
    score.chosen = Double(chosen) / Double(max(1, gold))
    score.chosenPrecision = Double(chosen) / Double(max(1, read))
    score.f1 = 2 * Double(right) / Double(max(1, read + gold))
    return score
  }

  private func fold(_ examples: [FigureExample]) -> [Int] {
    var sizes: [String: Int] = [:]
    for example in examples { sizes[example.group, default: 0] += 1 }
    var loads = [Int](repeating: 0, count: Self.folds)
    var fold: [String: Int] = [:]
    for (group, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let smallest = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      fold[group] = smallest
      loads[smallest] += size
    }
    return examples.map { fold[$0.group] ?? 0 }
  }

  private typealias Models = (
    selection: SoftmaxTrainer, counted: SoftmaxTrainer
  )

  private func train(_ examples: [FigureExample], _ settings: Settings) -> Models {
    let selection = SoftmaxTrainer(labels: 2, bits: Self.bits)
    let counted = SoftmaxTrainer(labels: FigureUnits.Counted.allCases.count, bits: Self.bits)
    var choices: [SoftmaxTrainer.Example] = []
    var counts: [SoftmaxTrainer.Example] = []
    for example in examples {
      let weight = example.isPassage ? settings.passageWeight : 1
      for (index, label) in example.labels.enumerated() {
        choices.append(
          .init(
            rows: example.prepared.selectionFeatures(index).rows,
            numbers: example.prepared.directions(index), right: label == nil ? 0 : 1,
            weight: weight))
        if let label, example.prepared.candidates[index].quantity.kind == .count,
          let right = example.prepared.counted(index, giving: example.gold[label].unit)
        {
          counts.append(
            .init(
              rows: example.prepared.countedFeatures(index).rows, right: right.rawValue,
              weight: weight))
        }
      }
    }
    selection.train(choices, rounds: settings.rounds, strength: settings.strength)
    counted.train(counts, rounds: settings.rounds, strength: settings.strength / 3)
    return (selection, counted)
  }

  private static func counted(
    _ model: SoftmaxTrainer, _ features: FeatureList
  ) -> FigureUnits.Counted {
    let chances = model.chances(features.rows)
    let best = chances.indices.max { chances[$0] < chances[$1] } ?? 0
    return FigureUnits.Counted(rawValue: best) ?? .noun
  }

  /// Trains on everything and returns the sections of the model file.
  package func sections(
    _ settings: Settings, threshold: Float
  ) -> [(name: String, section: SectionWriter)] {
    let models = train(articles + passages, settings)
    var limit = SectionWriter()
    limit.append(threshold.bitPattern)
    return [
      ("selection", models.selection.section()),
      ("directions", models.selection.numberSection), ("counted", models.counted.section()),
      ("threshold", limit),
    ]
  }
}
