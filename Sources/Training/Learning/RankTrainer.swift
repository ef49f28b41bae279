package import Language

/// One choice to learn from: the features of each candidate, and which candidates are right.
package struct RankExample {
  package var candidates: [[UInt32]]
  package var isRight: [Bool]

  package init(candidates: [[UInt32]], isRight: [Bool]) {
    self.candidates = candidates
    self.isRight = isRight
  }
}

/// Trains a ranker of candidates by stochastic gradient descent: the right candidates of each choice
/// are to take all of the probability.
package struct RankTrainer {
  private let index: FeatureIndex
  private var weights: [Float]

  /// Finds the weights; features that occur less than five times are left out.
  package init(_ examples: [RankExample], rounds: Int, step: Float, strength: Float, seed: UInt64) {
    index = FeatureIndex(examples.flatMap { $0.candidates.joined() }, minimum: 5)
    weights = [Float](repeating: 0, count: index.hashes.count)
    var sum = weights
    let numbered = examples.map { example in
      example.candidates.map { $0.compactMap { index.number($0).map(Int.init) } }
    }
    var generator = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    let decay = strength / Float(max(examples.count, 1))
    var moments: Float = 0
    for round in 0..<rounds {
      order.shuffle(using: &generator)
      for (place, choice) in order.enumerated() {
        let rate = step / (1 + Float(round) * 0.5)
        learn(numbered[choice], examples[choice].isRight, rate)
        if (place + 1) % 1000 == 0 || place + 1 == order.count {
          let shrink = 1 - rate * decay * Float(min(1000, order.count))
          for number in weights.indices { weights[number] *= shrink }
          guard round * 2 >= rounds else { continue }
          for number in weights.indices { sum[number] += weights[number] }
          moments += 1
        }
      }
    }
    if moments > 0 { weights = sum.map { $0 / moments } }
  }

  private mutating func learn(_ candidates: [[Int]], _ isRight: [Bool], _ rate: Float) {
    let scores = candidates.map { $0.reduce(Float(0)) { $0 + weights[$1] } }
    let top = scores.max() ?? 0
    let masses = scores.map { exponential($0 - top) }
    let total = masses.reduce(0, +)
    let right = zip(masses, isRight).reduce(Float(0)) { $0 + ($1.1 ? $1.0 : 0) }
    guard right > 0 else { return }
    for (number, features) in candidates.enumerated() {
      let wanted = isRight[number] ? masses[number] / right : 0
      let change = rate * (wanted - masses[number] / total)
      for feature in features { weights[feature] += change }
    }
  }

  /// The section of the trained ranker, with 2^`bits` slots.
  package func section(bits: Int) -> SectionWriter {
    index.section(weights, stride: 1, labels: 1, bits: bits).writer
  }
}
