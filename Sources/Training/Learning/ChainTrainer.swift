internal import Language

/// Rows of tokens to train a ``ChainModel`` on: features, labels and contexts as flat arrays.
package struct ChainExamples {
  /// The features of all tokens, one token's behind the other's.
  package private(set) var features: [UInt32] = []
  /// Where the features of each token begin; one more than there are tokens.
  package private(set) var offsets: [Int] = [0]
  /// The label of each token.
  package private(set) var labels: [UInt8] = []
  /// The context of each token.
  package private(set) var contexts: [UInt8] = []
  /// The rows, as ranges of tokens.
  package private(set) var rows: [Range<Int>] = []

  package init() {}

  /// Appends a row of tokens.
  package mutating func append(
    labels row: some Sequence<UInt8>, contexts: some Sequence<UInt8>,
    features: [[UInt32]]
  ) {
    let start = labels.count
    labels += row
    self.contexts += contexts
    for token in features {
      self.features += token
      offsets.append(self.features.count)
    }
    rows.append(start..<labels.count)
  }

  /// The same rows with the features' numbers in place of their hashes; features that `index` does
  /// not have are left out.
  fileprivate func renumbered(_ index: FeatureIndex) -> ChainExamples {
    var result = ChainExamples()
    result.labels = labels
    result.contexts = contexts
    result.rows = rows
    result.features.reserveCapacity(features.count)
    for token in labels.indices {
      for feature in features[offsets[token]..<offsets[token + 1]] {
        if let number = index.number(feature) { result.features.append(number) }
      }
      result.offsets.append(result.features.count)
    }
    return result
  }
}

/// Trains a linear-chain conditional random field by stochastic gradient descent with L2
/// regularization.
///
/// - Source: Bottou (2010), "Large-scale machine learning with stochastic gradient descent".
package struct ChainTrainer {
  /// The settings of the descent.
  package struct Settings: Sendable {
    /// The strength of regularization, over the whole training set.
    package var strength: Float
    /// The first step size.
    package var step: Float
    /// How often to go over the rows.
    package var rounds: Int

    package init(strength: Float, step: Float, rounds: Int) {
      self.strength = strength
      self.step = step
      self.rounds = rounds
    }
  }

  private let labelCount: Int
  private let stride: Int
  private let contextCount: Int
  private let bits: Int
  private var index: FeatureIndex?
  /// `stride` weights a feature, by its number.
  private var weights: [Float] = []
  /// The true weights are `scale` times the stored ones.
  private var scale: Float = 1
  private var transitions: [Float]

  /// Prepares a model whose table will have 2^`bits` slots.
  package init(labels: Int, contexts: Int, bits: Int) {
    labelCount = labels
    stride = WeightTable.stride(labels)
    contextCount = contexts
    self.bits = bits
    transitions = [Float](repeating: 0, count: contexts * (labels + 1) * labels)
  }

  /// Finds the weights; features that occur less than three times are left out.
  package mutating func train(_ given: ChainExamples, _ settings: Settings, seed: UInt64) {
    let index = FeatureIndex(given.features, minimum: 3)
    let examples = given.renumbered(index)
    self.index = index
    weights = [Float](repeating: 0, count: stride * index.hashes.count)
    var generator = SeededGenerator(seed: seed)
    var order = Array(examples.rows.indices)
    let lambda = settings.strength / Float(max(order.count, 1))
    var lattice = Lattice(labelCount: labelCount)
    var time: Float = 0
    var average = Average(weights: weights.count, transitions: transitions.count)
    for round in 0..<settings.rounds {
      order.shuffle(using: &generator)
      for (place, index) in order.enumerated() {
        let step = settings.step / (1 + lambda * settings.step * time)
        time += 1
        scale *= 1 - step * lambda
        let shrink = 1 - step * lambda
        for place in transitions.indices { transitions[place] *= shrink }
        learn(examples, examples.rows[index], step, &lattice)
        if scale < 1e-4 { rescale() }
        if round * 2 >= settings.rounds, (place + 1) % (order.count / 4 + 1) == 0 {
          average.add(weights, scale: scale, transitions)
        }
      }
    }
    average.add(weights, scale: scale, transitions)
    (weights, transitions) = average.mean()
    scale = 1
  }

  private mutating func rescale() {
    for index in weights.indices { weights[index] *= scale }
    scale = 1
  }

  private mutating func learn(
    _ examples: ChainExamples, _ row: Range<Int>, _ step: Float, _ lattice: inout Lattice
  ) {
    lattice.start(row.count, stride: stride)
    let offsets = examples.offsets[row.lowerBound...row.upperBound]
    examples.features.withUnsafeBufferPointer { features in
      weights.withUnsafeBufferPointer { weights in
        lattice.emissions.withUnsafeMutableBufferPointer { emissions in
          for place in 0..<row.count {
            let own = emissions.baseAddress.unsafelyUnwrapped + place * stride
            for index in offsets[row.lowerBound + place]..<offsets[row.lowerBound + place + 1] {
              let base = Int(features[index]) * stride
              for label in 0..<stride { own[label] += weights[base + label] }
            }
            for label in 0..<stride { own[label] *= scale }
          }
        }
      }
    }
    lattice.run(transitions, contexts: examples.contexts[row])
    let gain = step / scale
    examples.features.withUnsafeBufferPointer { features in
      weights.withUnsafeMutableBufferPointer { weights in
        lattice.marginals.withUnsafeMutableBufferPointer { marginals in
          for (place, token) in row.enumerated() {
            let own = marginals.baseAddress.unsafelyUnwrapped + place * stride
            own[Int(examples.labels[token])] -= 1
            for label in 0..<stride { own[label] *= gain }
            for index in offsets[row.lowerBound + place]..<offsets[row.lowerBound + place + 1] {
              let base = Int(features[index]) * stride
              for label in 0..<stride { weights[base + label] -= own[label] }
            }
          }
        }
      }
    }
    let block = (labelCount + 1) * labelCount
    for (place, token) in row.enumerated() {
      let base = Int(examples.contexts[token]) * block
      let from = place == 0 ? labelCount : Int(examples.labels[token - 1])
      let first = place == 0 ? labelCount * labelCount : 0
      for pair in 0..<(place == 0 ? labelCount : labelCount * labelCount) {
        transitions[base + first + pair] -=
          step * lattice.pairs[place * labelCount * labelCount + pair]
      }
      transitions[base + from * labelCount + Int(examples.labels[token])] += step
    }
  }

  /// The sections of the trained model: emissions and transitions, in the same unit.
  func sections() -> (emissions: SectionWriter, transitions: SectionWriter) {
    let table =
      index?.section(weights, stride: stride, labels: labelCount, bits: bits)
      ?? (writer: SectionWriter(), scale: 1)
    var writer = SectionWriter()
    writer.append(UInt32(contextCount))
    for weight in transitions {
      writer.append(UInt32(bitPattern: Int32((weight / table.scale).rounded())))
    }
    return (table.writer, writer)
  }
}

/// The mean of the weights at several moments of the second half of the descent, which is closer to
/// the best weights than those of the last moment.
///
/// - Source: Polyak and Juditsky (1992), "Acceleration of stochastic approximation by averaging".
private struct Average {
  private var weights: [Float]
  private var transitions: [Float]
  private var count: Float = 0

  init(weights: Int, transitions: Int) {
    self.weights = [Float](repeating: 0, count: weights)
    self.transitions = [Float](repeating: 0, count: transitions)
  }

  mutating func add(_ more: [Float], scale: Float, _ steps: [Float]) {
    for index in weights.indices { weights[index] += scale * more[index] }
    for index in transitions.indices { transitions[index] += steps[index] }
    count += 1
  }

  func mean() -> (weights: [Float], transitions: [Float]) {
    (weights.map { $0 / count }, transitions.map { $0 / count })
  }
}

/// Forward and backward sums over one row of tokens.
private struct Lattice {
  private let labelCount: Int
  private var count = 0
  private var stride = 0
  /// Token by stride: the scores.
  var emissions: [Float] = []
  /// Token by stride: the probability of the label.
  var marginals: [Float] = []
  /// Token by label before by label: the probability of the pair; of the first token, the label.
  var pairs: [Float] = []
  private var forward: [Float] = []
  private var backward: [Float] = []
  private var steps: [Float] = []

  init(labelCount: Int) { self.labelCount = labelCount }

  mutating func start(_ count: Int, stride: Int) {
    self.count = count
    self.stride = stride
    emissions = [Float](repeating: 0, count: count * stride)
    marginals = emissions
    forward = emissions
    backward = emissions
    pairs = [Float](repeating: 0, count: count * labelCount * labelCount)
  }

  mutating func run(_ transitions: [Float], contexts: ArraySlice<UInt8>) {
    let width = labelCount
    steps = transitions.map { exponential($0) }
    let bases = contexts.map { Int($0) * (width + 1) * width }
    for place in 0..<count {
      let row = place * stride
      var top = emissions[row]
      for label in 1..<width { top = max(top, emissions[row + label]) }
      for label in 0..<width { emissions[row + label] = exponential(emissions[row + label] - top) }
    }
    for label in 0..<width {
      forward[label] = steps[bases[0] + width * width + label] * emissions[label]
    }
    normalize(&forward, 0)
    for place in 1..<max(count, 1) {
      let row = place * stride
      for before in 0..<width {
        let mass = forward[row - stride + before]
        let base = bases[place] + before * width
        for label in 0..<width { forward[row + label] += mass * steps[base + label] }
      }
      for label in 0..<width { forward[row + label] *= emissions[row + label] }
      normalize(&forward, row)
    }
    for label in 0..<width { backward[(count - 1) * stride + label] = 1 }
    for place in (1..<max(count, 1)).reversed() {
      let row = place * stride
      for before in 0..<width {
        let base = bases[place] + before * width
        let mass = forward[row - stride + before]
        var sum: Float = 0
        for label in 0..<width {
          let value = steps[base + label] * emissions[row + label] * backward[row + label]
          sum += value
          pairs[(place * width + before) * width + label] = mass * value
        }
        backward[row - stride + before] = sum
      }
      normalize(&backward, row - stride)
      normalize(&pairs, place * width * width, width * width)
    }
    for place in 0..<count {
      let row = place * stride
      for label in 0..<width {
        marginals[row + label] = forward[row + label] * backward[row + label]
      }
      normalize(&marginals, row)
    }
    for label in 0..<width { pairs[label] = marginals[label] }
  }

  private func normalize(_ values: inout [Float], _ start: Int) {
    normalize(&values, start, labelCount)
  }

  private func normalize(_ values: inout [Float], _ start: Int, _ length: Int) {
    var sum: Float = 0
    for index in start..<start + length { sum += values[index] }
    let factor = 1 / sum
    for index in start..<start + length { values[index] *= factor }
  }
}
