internal import Reading

/// Fits the confidence of positions to how often they are right.
///
/// - Source: Platt (1999), "Probabilistic outputs for support vector machines".
struct Calibrator {
  /// A position that was read, with the chances of its parts, and whether the gold agrees.
  struct Outcome {
    let chances: [Float]
    let isRight: Bool
  }

  /// Returns the weights that make the confidence fit `outcomes` best.
  static func weights(_ outcomes: [Outcome]) -> [Float] {
    var weights: [Float] = [0.5, 0.3, 0.3, 0.3, 0]
    for round in 0..<400 {
      var gradient = [Float](repeating: 0, count: weights.count)
      for outcome in outcomes {
        let inputs = PositionCalibration.inputs(outcome.chances)
        let score = zip(weights, inputs).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        let error = Exponential.logistic(score) - (outcome.isRight ? 1 : 0)
        for index in weights.indices { gradient[index] += error * inputs[index] }
      }
      let rate = 0.8 / (1 + 0.01 * Float(round)) / Float(max(1, outcomes.count))
      for index in weights.indices { weights[index] -= rate * gradient[index] }
    }
    return weights
  }

  /// Returns the expected calibration error over ten bins of equal width.
  static func error(_ outcomes: [Outcome], _ calibration: PositionCalibration) -> Float {
    var sums = [Float](repeating: 0, count: 10)
    var rights = sums
    for outcome in outcomes {
      let confidence = calibration.confidence(outcome.chances)
      let bin = min(9, Int(confidence * 10))
      sums[bin] += confidence
      if outcome.isRight { rights[bin] += 1 }
    }
    return zip(sums, rights).reduce(0) { $0 + abs($1.0 - $1.1) } / Float(max(1, outcomes.count))
  }
}
