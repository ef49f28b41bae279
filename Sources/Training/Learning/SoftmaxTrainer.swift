internal import Language
internal import Reading

/// Trains a softmax classifier over hashed features, and numbers beside them, on all examples at
/// once, with a Gaussian prior that pulls every weight to zero with the same strength, however rare
/// its feature.
///
/// Suits small data with many rare features, where steps from example to example overfit. Sums are
/// taken in the order of the examples: the same data give the same weights.
final class SoftmaxTrainer {
  /// One decision: its features, the numbers beside them, the right label, and how much it counts.
  struct Example {
    let rows: [UInt32]
    var numbers: [Float] = []
    let right: Int
    let weight: Float
  }

  let labels: Int
  let bits: Int
  private let mask: UInt32
  /// The weights of the features, row by row.
  private(set) var weights: [Float]
  /// The weights of the numbers, row by row.
  private(set) var numberWeights: [Float] = []

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
    // Rows in use are numbered without gaps; the numbers beside the features come after them.
    let active = seen.indices.filter { seen[$0] >= least }
    var places = [Int](repeating: -1, count: 1 << bits)
    for (place, row) in active.enumerated() { places[row] = place }
    let used = examples.map { example in
      example.rows.map { places[Int($0 & mask)] }.filter { $0 >= 0 }
    }
    let width = examples.first?.numbers.count ?? 0
    var point = [Float](repeating: 0, count: (active.count + width) * labels)
    LimitedMemory.minimize(&point, rounds: rounds) { point, slope in
      loss(examples, used, numbers: active.count * labels, point, strength, &slope)
    }
    for (place, row) in active.enumerated() {
      for label in 0..<labels { weights[row * labels + label] = point[place * labels + label] }
    }
    numberWeights = Array(point[(active.count * labels)...])
  }

  /// Returns how unlikely `weights` make the examples and themselves, with its slope.
  private func loss(
    _ examples: [Example], _ used: [[Int]], numbers: Int, _ weights: [Float], _ strength: Float,
    _ slope: inout [Float]
  ) -> Double {
    var sum = 0.0
    weights.withUnsafeBufferPointer { weights in
      slope.withUnsafeMutableBufferPointer { slope in
        var square = 0.0
        for index in weights.indices {
          slope[index] = strength * weights[index]
          square += Double(weights[index]) * Double(weights[index])
        }
        sum += Double(strength) / 2 * square
        var scores = [Float](repeating: 0, count: labels)
        for (example, rows) in zip(examples, used) {
          for label in 0..<labels { scores[label] = 0 }
          for row in rows {
            let base = row * labels
            for label in 0..<labels { scores[label] += weights[base + label] }
          }
          for (index, number) in example.numbers.enumerated() where number != 0 {
            let base = numbers + index * labels
            for label in 0..<labels { scores[label] += number * weights[base + label] }
          }
          var errors = ClauseScores.softmax(scores)
          sum -= Double(example.weight * logarithm(max(errors[example.right], 1e-30)))
          errors[example.right] -= 1
          for label in 0..<labels { errors[label] *= example.weight }
          for row in rows {
            let base = row * labels
            for label in 0..<labels { slope[base + label] += errors[label] }
          }
          for (index, number) in example.numbers.enumerated() where number != 0 {
            let base = numbers + index * labels
            for label in 0..<labels { slope[base + label] += number * errors[label] }
          }
        }
      }
    }
    return sum
  }

  /// Adds `others`, weights of the features for the same labels and rows, times `factor`.
  func add(_ others: [Float], times factor: Float) {
    for index in others.indices { weights[index] += factor * others[index] }
  }

  /// The chance of each label for an example with such features and numbers.
  func chances(_ rows: [UInt32], _ numbers: [Float] = []) -> [Float] {
    var scores = [Float](repeating: 0, count: labels)
    for row in rows {
      let base = Int(row & mask) * labels
      for label in 0..<labels { scores[label] += weights[base + label] }
    }
    DenseTable(labels: labels, weights: numberWeights).add(numbers, to: &scores)
    return ClauseScores.softmax(scores)
  }

  /// Puts the weights of the features, in small integers, into a section of a model file.
  func section() -> SectionWriter {
    let stride = WeightTable.stride(labels)
    var padded = [Float](repeating: 0, count: stride << bits)
    for row in 0..<(1 << bits) {
      for label in 0..<labels { padded[row * stride + label] = weights[row * labels + label] }
    }
    return TrainingTable.section(padded, labels: labels, bits: bits).writer
  }

  /// The weights of the numbers as a section of a model file.
  var numberSection: SectionWriter {
    DenseTable(labels: labels, weights: numberWeights).section
  }
}
