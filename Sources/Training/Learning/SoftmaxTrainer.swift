internal import Reading

/// Trains a softmax classifier over hashed features on all examples at once, with a Gaussian prior
/// that pulls every weight to zero with the same strength, however rare its feature.
///
/// Suits small data with many rare features, where steps from example to example overfit. Sums are
/// taken in the order of the examples: the same data give the same weights.
///
/// - Source: Kingma and Ba (2015), "Adam", on the full gradient.
final class SoftmaxTrainer {
  /// One decision: its features, the right label, and how much it counts.
  struct Example {
    let rows: [UInt32]
    let right: Int
    let weight: Float
  }

  let labels: Int
  let bits: Int
  private let mask: UInt32
  private(set) var weights: [Float]

  /// Makes a table of 2^`bits` rows of zeros.
  init(labels: Int, bits: Int) {
    self.labels = labels
    self.bits = bits
    mask = UInt32(1) << UInt32(bits) - 1
    weights = [Float](repeating: 0, count: labels << bits)
  }

  /// Fits the weights to `examples`; features seen in fewer than `least` of them stay at zero, and
  /// `strength` is the prior's: the inverse of the variance of a weight.
  func train(_ examples: [Example], rounds: Int, strength: Float, least: Int = 3) {
    var seen = [Int32](repeating: 0, count: 1 << bits)
    for example in examples { for row in example.rows { seen[Int(row & mask)] += 1 } }
    let used = examples.map { example in
      example.rows.map { Int($0 & mask) }.filter { seen[$0] >= least }
    }
    let active = seen.indices.filter { seen[$0] >= least }
    var gradient = [Float](repeating: 0, count: weights.count)
    var mean = gradient
    var square = gradient
    var decay: (first: Float, second: Float) = (1, 1)
    for _ in 0..<rounds {
      for row in active {
        for label in 0..<labels {
          let at = row * labels + label
          gradient[at] = strength * weights[at]
        }
      }
      for (example, rows) in zip(examples, used) {
        var errors = chances(rows)
        errors[example.right] -= 1
        for row in rows {
          for label in 0..<labels {
            gradient[row * labels + label] += errors[label] * example.weight
          }
        }
      }
      decay = (decay.first * 0.9, decay.second * 0.999)
      for row in active {
        for label in 0..<labels {
          let at = row * labels + label
          mean[at] = 0.9 * mean[at] + 0.1 * gradient[at]
          square[at] = 0.999 * square[at] + 0.001 * gradient[at] * gradient[at]
          let step = mean[at] / (1 - decay.first)
          let size = (square[at] / (1 - decay.second)).squareRoot()
          weights[at] -= 0.02 * step / (size + 1e-8)
        }
      }
    }
  }

  /// The chance of each label for an example with such features.
  func chances(_ rows: [UInt32]) -> [Float] { chances(rows.map { Int($0 & mask) }) }

  private func chances(_ rows: [Int]) -> [Float] {
    var scores = [Float](repeating: 0, count: labels)
    for row in rows {
      for label in 0..<labels { scores[label] += weights[row * labels + label] }
    }
    return ClauseScores.softmax(scores)
  }
}
