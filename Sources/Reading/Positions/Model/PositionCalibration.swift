package import Language

/// Turns the chances of place, act, issue and holder into the chance that a careful reader would
/// agree with the whole position.
///
/// - Source: Platt (1999), "Probabilistic outputs for support vector machines".
package struct PositionCalibration: Sendable {
  /// Clauses less likely than this to state a position are not looked at further.
  package static let leastPlace: Float = 0.04

  /// The weights of the logarithms of the four chances, and the constant.
  package let weights: [Float]
  /// The least chance of a place that is reported, 0 to 1.
  package let threshold: Float
  /// The least confidence that is reported, 0 to 1.
  package let leastConfidence: Float

  /// Goes by the chance of the place alone, for training.
  package static let placesAlone = PositionCalibration(
    weights: [1, 0, 0, 0, 0], threshold: leastPlace, leastConfidence: 0)

  /// Makes a calibration.
  package init(weights: [Float], threshold: Float, leastConfidence: Float) {
    self.weights = weights
    self.threshold = threshold
    self.leastConfidence = leastConfidence
  }

  /// Reads a section that ``section`` wrote.
  ///
  /// - Throws: if it is cut off.
  init(_ section: ModelSection) throws(ModelFileError) {
    var reader = SectionReader(section)
    var numbers: [Float] = []
    for _ in 0..<7 { numbers.append(Float(bitPattern: try reader.integer())) }
    self.init(
      weights: Array(numbers.prefix(5)), threshold: numbers[5], leastConfidence: numbers[6])
  }

  /// The section of a model file that holds the calibration.
  package var section: SectionWriter {
    var writer = SectionWriter()
    for number in weights + [threshold, leastConfidence] { writer.append(number.bitPattern) }
    return writer
  }

  /// What the confidence is computed from: logarithms of the four chances, of the place as odds.
  package static func inputs(_ chances: [Float]) -> [Float] {
    let place = min(max(chances[0], 1e-4), 1 - 1e-4)
    return [Exponential.logarithm(place / (1 - place))]
      + chances.dropFirst().map { Exponential.logarithm(max($0, 1e-3)) } + [1]
  }

  /// Returns the confidence in a position with these chances, 0 to 1.
  package func confidence(_ chances: [Float]) -> Float {
    Exponential.logistic(zip(weights, Self.inputs(chances)).reduce(0) { $0 + $1.0 * $1.1 })
  }
}
