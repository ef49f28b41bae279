internal import Language
internal import Reading

/// Trains the choice of one among several candidates by a weighted sum of their hashed features.
///
/// - Source: Berger, Della Pietra and Della Pietra (1996), "A maximum entropy approach to natural
///   language processing", where here the classes are the candidates at hand; Duchi, Hazan and Singer
///   (2011), "Adaptive subgradient methods", for the step sizes.
final class ChoiceTrainer {
  /// One choice: the features of each candidate, which is right, and how much it counts.
  struct Example {
    let candidates: [[UInt32]]
    let right: Int
    let weight: Float
  }

  private let bits: Int
  private let mask: UInt32
  private let regularization: Float
  private var weights: [Float]
  private var squares: [Float]

  private static let rate: Float = 0.05

  /// Makes a table of 2^`bits` rows of zeros.
  init(bits: Int, regularization: Float) {
    self.bits = bits
    mask = UInt32(1) << UInt32(bits) - 1
    self.regularization = regularization
    weights = [Float](repeating: 0, count: 1 << bits)
    squares = [Float](repeating: 1, count: 1 << bits)
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

  /// The chance of each candidate.
  func chances(_ candidates: [[UInt32]]) -> [Float] {
    ClauseScores.softmax(candidates.map { $0.reduce(Float(0)) { $0 + weights[Int($1 & mask)] } })
  }

  private func step(_ example: Example) {
    var errors = chances(example.candidates)
    errors[example.right] -= 1
    for (candidate, rows) in example.candidates.enumerated() {
      let gradient = errors[candidate] * example.weight
      guard abs(gradient) > 1e-5 else { continue }
      for row in rows {
        let index = Int(row & mask)
        let full = gradient + regularization * weights[index]
        squares[index] += full * full
        weights[index] -= Self.rate * full / squares[index].squareRoot()
      }
    }
  }

  /// Puts the weights, in small integers, into a section of a model file.
  func section() -> SectionWriter {
    let stride = WeightTable.stride(1)
    var padded = [Float](repeating: 0, count: stride << bits)
    for row in weights.indices { padded[row * stride] = weights[row] }
    return TrainingTable.section(padded, labels: 1, bits: bits).writer
  }
}
