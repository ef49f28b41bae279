internal import DataFiles
internal import Language

/// The trained weights that choose figures among quantities.
struct FigureModel: Sendable {
  private let selection: WeightTable
  private let directions: DenseTable
  private let counted: WeightTable
  /// The least chance of a quantity that is taken as a figure.
  let threshold: Float

  init(_ data: DataFolder) throws(DataError) {
    let file = try ModelFile(path: data.path + "/models/figures.parley")
    selection = try file.load("selection", WeightTable.init)
    directions = try file.load("directions") { section throws(ModelFileError) in
      try DenseTable(section, labels: 2)
    }
    counted = try file.load("counted", WeightTable.init)
    threshold = try file.load("threshold") { section throws(ModelFileError) in
      var reader = SectionReader(section)
      return Float(bitPattern: try reader.integer())
    }
  }

  /// The chance that a quantity with such features is a figure, 0 to 1; `numbers` tell what the words
  /// around it are about.
  func chance(_ features: FeatureList, _ numbers: [Float]) -> Float {
    var scores = scores(features, selection)
    directions.add(numbers, to: &scores)
    return 1 / (1 + Exponential.of(scores[0] - scores[1]))
  }

  /// What a count with such features is of.
  func counted(_ features: FeatureList) -> FigureUnits.Counted {
    let scores = scores(features, counted)
    let best = FigureUnits.Counted.allCases.max { scores[$0.rawValue] < scores[$1.rawValue] }
    return best ?? .noun
  }

  private func scores(_ features: FeatureList, _ table: WeightTable) -> [Float] {
    var sums = [Int32](repeating: 0, count: table.stride)
    features.rows.withUnsafeBufferPointer { rows in
      sums.withUnsafeMutableBufferPointer { sums in
        if let base = sums.baseAddress { table.add(rows, to: base) }
      }
    }
    return sums.map { Float($0) * table.scale }
  }
}
