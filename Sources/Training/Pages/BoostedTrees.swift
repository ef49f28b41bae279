package import Intake

/// Grows a ``BlockModel`` from described blocks by gradient boosting with the logistic loss.
///
/// - Source: Friedman (2001), "Greedy Function Approximation: A Gradient Boosting Machine"; second
///   order steps and histograms as in Chen and Guestrin (2016), "XGBoost".
package struct BoostedTrees {
  /// How trees are grown.
  package struct Settings: Sendable {
    /// The number of trees.
    package var trees = 600
    /// The number of questions from root to leaf.
    package var depth = 4
    /// The share of its step that each tree takes, 0...1.
    package var rate = 0.04
    /// The share of the columns that each tree may ask of, 0...1.
    package var columnShare = 0.1
    /// The least weight of a leaf.
    package var leastWeight = 60.0
    /// The weight of the pull of leaf values to zero.
    package var pull = 10.0
    /// The seed of the choice of columns.
    package var seed: UInt64 = 1

    /// Makes the usual settings.
    package init() {}
  }

  private static let mostBins = 64

  private let settings: Settings
  private let width: Int
  private let count: Int
  /// The upper bounds of each column's bins but the last.
  private var bounds: [[Float]] = []
  /// The bin of every value, column by column.
  private var bins: [UInt8] = []
  private let targets: [Bool]
  private let weights: [Double]

  /// Takes rows of `width` numbers, whether each belongs to an article, and how much each counts.
  package init(
    rows: [Float], width: Int, targets: [Bool], weights: [Double], settings: Settings = Settings()
  ) {
    self.settings = settings
    self.width = width
    self.targets = targets
    self.weights = weights
    count = targets.count
    bins = [UInt8](repeating: 0, count: rows.count)
    for column in 0..<width { binColumn(column, rows) }
  }

  private mutating func binColumn(_ column: Int, _ rows: [Float]) {
    var values = (0..<count).map { rows[$0 * width + column] }
    let original = values
    values.sort()
    var cuts: [Float] = []
    for step in 1..<Self.mostBins {
      let low = values[min(count - 1, step * count / Self.mostBins)]
      if low != cuts.last ?? -.infinity, low < values[count - 1] { cuts.append(low) }
    }
    var distinct: [Float] = []
    for value in values where value != distinct.last {
      distinct.append(value)
      if distinct.count > Self.mostBins { break }
    }
    if distinct.count <= Self.mostBins { cuts = Array(distinct.dropLast()) }
    bounds.append(cuts)
    for row in 0..<count {
      var low = 0
      var high = cuts.count
      while low < high {
        let middle = (low + high) / 2
        if original[row] <= cuts[middle] { high = middle } else { low = middle + 1 }
      }
      bins[column * count + row] = UInt8(low)
    }
  }

  /// Returns the model; the same rows give the same model.
  package func grown() -> BlockModel {
    var nodes: [BlockModel.Node] = []
    var roots: [Int] = []
    var scores = [Double](repeating: 0, count: count)
    var gradients = scores
    var curvatures = scores
    var state = settings.seed
    for _ in 0..<settings.trees {
      for row in 0..<count {
        let p = 1 / (1 + BoundedExponential.value(of: -scores[row]))
        gradients[row] = (p - (targets[row] ? 1 : 0)) * weights[row]
        curvatures[row] = max(p * (1 - p), 1e-6) * weights[row]
      }
      let columns = (0..<width).filter { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 24) < settings.columnShare
      }
      roots.append(nodes.count)
      grow(
        Array(0..<Int32(count)), depth: 0, columns, gradients, curvatures, &nodes, &scores)
    }
    return BlockModel(width: width, nodes: nodes, roots: roots)
  }

  private func grow(
    _ rows: [Int32], depth: Int, _ columns: [Int], _ gradients: [Double], _ curvatures: [Double],
    _ nodes: inout [BlockModel.Node], _ scores: inout [Double]
  ) {
    var gradient = 0.0
    var curvature = 0.0
    for row in rows {
      gradient += gradients[Int(row)]
      curvature += curvatures[Int(row)]
    }
    guard depth < settings.depth,
      let split = bestSplit(rows, columns, gradients, curvatures, gradient, curvature)
    else {
      let value = -gradient / (curvature + settings.pull) * settings.rate
      nodes.append(BlockModel.Node(column: -1, value: Float(value), right: 0))
      for row in rows { scores[Int(row)] += Double(Float(value)) }
      return
    }
    let place = nodes.count
    let bound = bounds[split.column][split.bin]
    nodes.append(BlockModel.Node(column: Int32(split.column), value: bound, right: 0))
    let base = split.column * count
    let left = rows.filter { Int(bins[base + Int($0)]) <= split.bin }
    let right = rows.filter { Int(bins[base + Int($0)]) > split.bin }
    grow(left, depth: depth + 1, columns, gradients, curvatures, &nodes, &scores)
    nodes[place].right = Int32(nodes.count - place)
    grow(right, depth: depth + 1, columns, gradients, curvatures, &nodes, &scores)
  }

  private func bestSplit(
    _ rows: [Int32], _ columns: [Int], _ gradients: [Double], _ curvatures: [Double],
    _ gradient: Double, _ curvature: Double
  ) -> (column: Int, bin: Int)? {
    var best: (gain: Double, column: Int, bin: Int)?
    let whole = gradient * gradient / (curvature + settings.pull)
    var sums = [Double](repeating: 0, count: Self.mostBins * 2 + 2)
    for column in columns where !bounds[column].isEmpty {
      for index in sums.indices { sums[index] = 0 }
      let base = column * count
      for row in rows {
        let bin = Int(bins[base + Int(row)]) * 2
        sums[bin] += gradients[Int(row)]
        sums[bin + 1] += curvatures[Int(row)]
      }
      var leftGradient = 0.0
      var leftCurvature = 0.0
      for bin in bounds[column].indices {
        leftGradient += sums[bin * 2]
        leftCurvature += sums[bin * 2 + 1]
        let rightCurvature = curvature - leftCurvature
        guard leftCurvature * 4 >= settings.leastWeight,
          rightCurvature * 4 >= settings.leastWeight
        else { continue }
        let rightGradient = gradient - leftGradient
        let gain =
          leftGradient * leftGradient / (leftCurvature + settings.pull)
          + rightGradient * rightGradient / (rightCurvature + settings.pull) - whole
        if gain > best?.gain ?? 1e-3 { best = (gain, column, bin) }
      }
    }
    return best.map { ($0.column, $0.bin) }
  }
}
