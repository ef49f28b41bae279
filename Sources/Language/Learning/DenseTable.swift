/// Trained weights of numbers that stand beside hashed features: one row a number, one column a
/// label.
public struct DenseTable: Sendable {
  /// The number of labels.
  public let labelCount: Int
  /// The weights, row by row.
  private let weights: [Float]

  /// Takes weights, row by row.
  package init(labels: Int, weights: [Float]) {
    labelCount = labels
    self.weights = weights
  }

  /// Takes a table from a section of a model file.
  ///
  /// - Throws: if the section is cut off or has another number of labels than `labels`.
  public init(_ section: ModelSection, labels: Int) throws(ModelFileError) {
    var reader = SectionReader(section)
    labelCount = Int(try reader.integer())
    let count = Int(try reader.integer())
    guard labelCount == labels, count <= section.count / 4 else {
      throw ModelFileError("\(count) weights of \(labelCount) labels")
    }
    var weights: [Float] = []
    weights.reserveCapacity(count)
    for _ in 0..<count { weights.append(Float(bitPattern: try reader.integer())) }
    self.weights = weights
  }

  /// Adds the weighted `numbers` to the score of each label.
  public func add(_ numbers: [Float], to scores: inout [Float]) {
    let count = min(numbers.count, weights.count / max(1, labelCount))
    for index in 0..<count {
      let base = index * labelCount
      let number = numbers[index]
      for label in 0..<labelCount { scores[label] += number * weights[base + label] }
    }
  }

  /// The section of a model file that holds the weights.
  package var section: SectionWriter {
    var writer = SectionWriter()
    writer.append(UInt32(labelCount))
    writer.append(UInt32(weights.count))
    for weight in weights { writer.append(weight.bitPattern) }
    return writer
  }
}
