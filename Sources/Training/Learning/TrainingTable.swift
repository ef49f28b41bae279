internal import Language

/// A weight table in training: floating-point weights, and their sums over time for averaging.
///
/// - Source: Freund and Schapire (1999), "Large margin classification using the perceptron
///   algorithm", for the average.
final class TrainingTable {
  let labelCount: Int
  let stride: Int
  let bits: Int
  private let mask: UInt32
  private(set) var weights: [Float]
  private var sums: [Float]
  /// The number of examples seen, for the average.
  private var time: Float = 1

  /// Makes a table of 2^`bits` rows of zeros.
  init(labels: Int, bits: Int) {
    labelCount = labels
    stride = WeightTable.stride(labels)
    self.bits = bits
    mask = UInt32(1) << UInt32(bits) - 1
    weights = [Float](repeating: 0, count: stride << bits)
    sums = weights
  }

  /// Writes the scores of the labels into `scores`, which has `stride` places.
  func score(_ features: UnsafeBufferPointer<UInt32>, _ scores: UnsafeMutablePointer<Float>) {
    scores.initialize(repeating: 0, count: stride)
    weights.withUnsafeBufferPointer { weights in
      for feature in features {
        let row = Int(feature & mask) * stride
        for column in 0..<stride { scores[column] += weights[row + column] }
      }
    }
  }

  /// Rewards `right` and punishes `wrong` for the features at hand.
  func update(_ features: UnsafeBufferPointer<UInt32>, right: Int, wrong: Int) {
    for feature in features {
      let row = Int(feature & mask) * stride
      weights[row + right] += 1
      sums[row + right] += time
      weights[row + wrong] -= 1
      sums[row + wrong] -= time
    }
  }

  /// Counts one more example.
  func tick() { time += 1 }

  /// The averaged weights: the mean over all examples seen.
  func averaged() -> [Float] {
    var result = weights
    for index in result.indices { result[index] -= sums[index] / time }
    return result
  }

  /// Puts the averaged weights, in small integers, into a section of a model file.
  func section() -> SectionWriter {
    Self.section(averaged(), labels: labelCount, bits: bits).writer
  }

  /// Puts `weights` (2^`bits` rows) into a section: as integers from -127 to 127, so scaled that
  /// all but one in 10,000 of the weights that are not zero fit; the rest is cut to fit.
  static func section(
    _ weights: [Float], labels: Int, bits: Int
  ) -> (writer: SectionWriter, scale: Float) {
    let magnitudes = weights.lazy.map { abs($0) }.filter { $0 > 0 }.sorted()
    let limit =
      magnitudes.isEmpty ? 1 : magnitudes[magnitudes.count - 1 - magnitudes.count / 10_000]
    let scale = limit / 127
    var writer = SectionWriter()
    writer.append(UInt32(labels))
    writer.append(UInt32(bits))
    writer.append(scale.bitPattern)
    writer.align()
    writer.append(
      bytes: weights.map { weight in
        UInt8(bitPattern: Int8(max(-127, min(127, (weight / scale).rounded()))))
      })
    return (writer, scale)
  }
}
