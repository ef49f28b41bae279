/// Finds the least value of a smooth function of many numbers from its slopes at a few points.
///
/// - Source: Liu and Nocedal (1989), "On the limited memory BFGS method for large scale
///   optimization"; the step is halved until the value falls as much as the slope promises.
struct LimitedMemory {
  /// The number of earlier steps that are remembered.
  private static let memory = 8

  /// Moves `point` towards the least value of `function` in at most `rounds` steps.
  ///
  /// - Parameter function: puts its slope at a point into the second array and returns its value.
  static func minimize(
    _ point: inout [Float], rounds: Int, _ function: ([Float], inout [Float]) -> Double
  ) {
    var slope = [Float](repeating: 0, count: point.count)
    var value = function(point, &slope)
    var steps: [(move: [Float], turn: [Float], weight: Double)] = []
    var nextSlope = slope
    for round in 0..<rounds {
      let direction = direction(slope, steps)
      let promise = dot(slope, direction)
      guard promise < 0 else { break }
      // The first direction is the bare slope, of no known scale.
      var length: Float = round == 0 ? Float(1 / dot(slope, slope).squareRoot()) : 1
      var next = point
      var nextValue = value
      var isLower = false
      for _ in 0..<20 {
        for index in point.indices { next[index] = point[index] + length * direction[index] }
        nextValue = function(next, &nextSlope)
        isLower = nextValue <= value + 1e-4 * Double(length) * promise
        if isLower { break }
        length /= 2
      }
      guard isLower else { break }
      var move = direction
      var turn = slope
      for index in move.indices {
        move[index] *= length
        turn[index] = nextSlope[index] - slope[index]
      }
      let curvature = dot(move, turn)
      if curvature > 1e-10 {
        steps.append((move, turn, 1 / curvature))
        if steps.count > memory { steps.removeFirst() }
      }
      let isSettled = value - nextValue < 1e-5 * abs(value)
      swap(&point, &next)
      swap(&slope, &nextSlope)
      value = nextValue
      if isSettled { break }
    }
  }

  /// The slope turned down, and stretched by what the last steps tell of its bends.
  private static func direction(
    _ slope: [Float], _ steps: [(move: [Float], turn: [Float], weight: Double)]
  ) -> [Float] {
    var direction = slope.map { -$0 }
    var shares = [Double](repeating: 0, count: steps.count)
    for (number, step) in steps.enumerated().reversed() {
      shares[number] = step.weight * dot(step.move, direction)
      add(step.turn, times: -shares[number], to: &direction)
    }
    if let last = steps.last {
      let scale = Float(1 / (last.weight * dot(last.turn, last.turn)))
      for index in direction.indices { direction[index] *= scale }
    }
    for (number, step) in steps.enumerated() {
      let share = step.weight * dot(step.turn, direction)
      add(step.move, times: shares[number] - share, to: &direction)
    }
    return direction
  }

  private static func dot(_ a: [Float], _ b: [Float]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += Double(a[index]) * Double(b[index]) }
    return sum
  }

  private static func add(_ other: [Float], times factor: Double, to sum: inout [Float]) {
    let factor = Float(factor)
    for index in sum.indices { sum[index] += factor * other[index] }
  }
}
