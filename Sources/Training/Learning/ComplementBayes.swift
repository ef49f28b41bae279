/// Weights for rare labels from counts: how unlike the other labels' features a feature is.
///
/// Beside a classifier that is fitted to errors it steadies labels of few examples. Counts of the
/// complement of a label are larger than its own, so their logarithms vary less; words that stand
/// everywhere weigh little.
///
/// - Source: Rennie, Shih, Teevan and Karger (2003), "Tackling the Poor Assumptions of Naive Bayes
///   Text Classifiers".
struct ComplementBayes {
  /// The weights, row by row, one for each label; in each row they sum to 0.
  let weights: [Float]

  /// Counts `examples` in a table of 2^`bits` rows. If `isCentred`, a row that all examples have
  /// takes away the mean, so that the weights move no label on the whole.
  init(
    _ examples: [SoftmaxTrainer.Example], labels: Int, bits: Int, isCentred: Bool = false
  ) {
    let rows = 1 << bits
    var counts = [Float](repeating: Self.smoothing, count: labels * rows)
    var sums = [Float](repeating: Self.smoothing * Float(rows), count: labels)
    var documents = [Int](repeating: 0, count: rows)
    for example in examples {
      for row in Set(example.rows.map({ Int($0) & (rows - 1) })) {
        documents[row] += 1
        for label in 0..<labels where label != example.right {
          counts[row * labels + label] += example.weight
          sums[label] += example.weight
        }
      }
    }
    let logarithms = sums.map { logarithm($0) }
    var weights = [Float](repeating: 0, count: labels * rows)
    for row in 0..<rows where documents[row] > 1 {
      let rarity = logarithm(Float(examples.count) / Float(1 + documents[row])) / Self.scale
      guard rarity > 0 else { continue }
      let base = row * labels
      for label in 0..<labels {
        weights[base + label] = logarithms[label] - logarithm(counts[base + label])
      }
      let mean = weights[base..<base + labels].reduce(0, +) / Float(labels)
      for label in 0..<labels { weights[base + label] = (weights[base + label] - mean) * rarity }
    }
    if isCentred, let common = documents.firstIndex(of: examples.count), !examples.isEmpty {
      var means = [Float](repeating: 0, count: labels)
      for row in 0..<rows {
        let share = Float(documents[row]) / Float(examples.count)
        for label in 0..<labels { means[label] += weights[row * labels + label] * share }
      }
      for label in 0..<labels { weights[common * labels + label] -= means[label] }
    }
    self.weights = weights
  }

  /// What is added to each count.
  private static let smoothing: Float = 0.3
  /// By what the rarities are divided, so that the sums are of the size of a classifier's.
  private static let scale: Float = 6
}
