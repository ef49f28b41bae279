internal import Language
internal import Reading

/// Trains a maximum-entropy classifier over hashed features: labels that exclude each other, or
/// candidates of which one is right.
///
/// - Source: Duchi, Hazan and Singer (2011), "Adaptive subgradient methods", for the step sizes.
final class MaximumEntropyTrainer {
  /// One decision: the features of each candidate and which is right. A classifier has one list of
  /// features; a ranker has one for each candidate.
  struct Example {
    let features: [[UInt32]]
    let right: Int
    let weight: Float
  }

  let labels: Int
  let bits: Int
  private let isRanker: Bool
  private let mask: UInt32
  private let regularization: Float
  private var rate: Float
  private(set) var weights: [Float]
  private var squares: [Float]

  /// Makes a table of 2^`bits` rows of zeros; a ranker has one label.
  init(
    labels: Int, bits: Int, isRanker: Bool = false, rate: Float = 0.05,
    regularization: Float, initialSquare: Float = 1
  ) {
    self.labels = isRanker ? 1 : labels
    self.bits = bits
    self.isRanker = isRanker
    mask = UInt32(1) << UInt32(bits) - 1
    self.rate = rate
    self.regularization = regularization
    weights = [Float](repeating: 0, count: self.labels << bits)
    squares = [Float](repeating: initialSquare, count: self.labels << bits)
  }

  /// Goes over `examples` in `rounds` shuffled rounds.
  func train(_ examples: [Example], rounds: Int) {
    var generator = SeededGenerator(seed: 20_250_821)
    var order = Array(examples.indices)
    var sums = [Float](repeating: 0, count: weights.count)
    for round in 0..<rounds {
      order.shuffle(using: &generator)
      for index in order { step(examples[index]) }
      guard 2 * round >= rounds else { continue }
      for index in sums.indices { sums[index] += weights[index] }
    }
    // The mean over the later rounds varies less than the last one.
    let count = Float(rounds - (rounds + 1) / 2)
    if count > 0 { weights = sums.map { $0 / count } }
  }

  /// Returns the chance of each label, or of each candidate.
  func chances(_ features: [[UInt32]]) -> [Float] { ClauseScores.softmax(scores(features)) }

  private func scores(_ features: [[UInt32]]) -> [Float] {
    if isRanker {
      return features.map { rows in
        rows.reduce(Float(0)) { $0 + weights[Int($1 & mask)] }
      }
    }
    var scores = [Float](repeating: 0, count: labels)
    for row in features[0] {
      let base = Int(row & mask) * labels
      for label in 0..<labels { scores[label] += weights[base + label] }
    }
    return scores
  }

  private func step(_ example: Example) {
    var errors = chances(example.features)
    errors[example.right] -= 1
    if isRanker {
      for (candidate, rows) in example.features.enumerated() {
        let gradient = errors[candidate] * example.weight
        guard abs(gradient) > 1e-5 else { continue }
        for row in rows { update(Int(row & mask), gradient) }
      }
    } else {
      for row in example.features[0] {
        let base = Int(row & mask) * labels
        for label in 0..<labels where abs(errors[label]) > 1e-5 {
          update(base + label, errors[label] * example.weight)
        }
      }
    }
  }

  private func update(_ index: Int, _ gradient: Float) {
    let full = gradient + regularization * weights[index]
    squares[index] += full * full
    weights[index] -= rate * full / squares[index].squareRoot()
  }

  /// Puts the weights, in small integers, into a section of a model file.
  func section() -> SectionWriter {
    let stride = WeightTable.stride(labels)
    var padded = [Float](repeating: 0, count: stride << bits)
    for row in 0..<(1 << bits) {
      for label in 0..<labels { padded[row * stride + label] = weights[row * labels + label] }
    }
    return TrainingTable.section(padded, labels: labels, bits: bits).writer
  }
}
