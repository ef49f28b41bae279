internal import Language
internal import Reading

/// Trains the choice of one among several candidates by a weighted sum of their hashed features, on
/// all examples at once, with a Gaussian prior as in ``SoftmaxTrainer``.
///
/// - Source: Berger, Della Pietra and Della Pietra (1996), "A maximum entropy approach to natural
///   language processing"; here the classes are the candidates at hand.
final class ChoiceTrainer {
  /// One choice: the features of each candidate, which is right, and how much it counts.
  struct Example {
    let candidates: [[UInt32]]
    let right: Int
    let weight: Float
  }

  private let bits: Int
  private let mask: UInt32
  private var weights: [Float]

  /// Makes a table of 2^`bits` rows of zeros.
  init(bits: Int) {
    self.bits = bits
    mask = UInt32(1) << UInt32(bits) - 1
    weights = [Float](repeating: 0, count: 1 << bits)
  }

  /// Fits the weights to `examples`; features seen in fewer than `least` candidates stay at zero,
  /// and `strength` is the prior's: the inverse of the variance of a weight.
  func train(_ examples: [Example], rounds: Int, strength: Float, least: Int = 3) {
    var seen = [Int32](repeating: 0, count: 1 << bits)
    for example in examples {
      for row in example.candidates.joined() { seen[Int(row & mask)] += 1 }
    }
    let active = seen.indices.filter { seen[$0] >= least }
    var places = [Int](repeating: -1, count: 1 << bits)
    for (place, row) in active.enumerated() { places[row] = place }
    let used = examples.map { example in
      example.candidates.map { $0.map { places[Int($0 & mask)] }.filter { $0 >= 0 } }
    }
    var point = [Float](repeating: 0, count: active.count)
    LimitedMemory.minimize(&point, rounds: rounds) { point, slope in
      var sum = 0.0
      for index in point.indices {
        slope[index] = strength * point[index]
        sum += Double(strength) / 2 * Double(point[index]) * Double(point[index])
      }
      for (example, candidates) in zip(examples, used) {
        var errors = ClauseScores.softmax(
          candidates.map { $0.reduce(Float(0)) { $0 + point[$1] } })
        sum -= Double(example.weight * logarithm(max(errors[example.right], 1e-30)))
        errors[example.right] -= 1
        for (error, rows) in zip(errors, candidates) {
          for row in rows { slope[row] += error * example.weight }
        }
      }
      return sum
    }
    for (place, row) in active.enumerated() { weights[row] = point[place] }
  }

  /// The chance of each candidate.
  func chances(_ candidates: [[UInt32]]) -> [Float] {
    ClauseScores.softmax(candidates.map { $0.reduce(Float(0)) { $0 + weights[Int($1 & mask)] } })
  }

  /// Puts the weights, in small integers, into a section of a model file.
  func section() -> SectionWriter {
    let stride = WeightTable.stride(1)
    var padded = [Float](repeating: 0, count: stride << bits)
    for row in weights.indices { padded[row * stride] = weights[row] }
    return TrainingTable.section(padded, labels: 1, bits: bits).writer
  }
}
