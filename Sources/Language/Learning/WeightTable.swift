/// A trained table of weights: one row of small integers a hashed feature, one column a label.
///
/// The weights live in the mapped model file; a score is the sum of a column over the rows of the
/// features at hand. Sums are integers, hence equal on every machine.
public struct WeightTable: Sendable {
  /// The number of labels.
  public let labelCount: Int
  /// The distance from one row to the next: ``labelCount`` rounded up to a multiple of 4.
  public let stride: Int
  /// What one unit of weight stands for.
  public let scale: Float
  private let mask: UInt32
  private let weights: ModelSection

  /// Takes a table from a section of a model file.
  ///
  /// - Throws: `.unusableModel` if the section is not a weight table.
  public init(_ section: ModelSection) throws(ModelFileError) {
    var reader = SectionReader(section)
    labelCount = Int(try reader.integer())
    let bits = Int(try reader.integer())
    scale = Float(bitPattern: try reader.integer())
    guard (1...256).contains(labelCount), (1...30).contains(bits) else {
      throw ModelFileError("a weight table of \(labelCount) labels and 2^\(bits) rows")
    }
    stride = WeightTable.stride(labelCount)
    mask = UInt32(1) << UInt32(bits) - 1
    weights = try reader.rest(count: stride << bits)
  }

  /// Adds the weights of the rows `features` to `scores`, which has ``stride`` places.
  @inline(__always)
  public func add(_ features: UnsafeBufferPointer<UInt32>, to scores: UnsafeMutablePointer<Int32>) {
    let base = weights.base.assumingMemoryBound(to: Int8.self)
    for feature in features {
      let row = base + Int(feature & mask) * stride
      var column = 0
      while column < stride {
        let four = UnsafeRawPointer(row + column).loadUnaligned(as: SIMD4<Int8>.self)
        let sum =
          UnsafeRawPointer(scores + column).loadUnaligned(as: SIMD4<Int32>.self)
          &+ SIMD4<Int32>(truncatingIfNeeded: four)
        UnsafeMutableRawPointer(scores + column).storeBytes(of: sum, as: SIMD4<Int32>.self)
        column += 4
      }
    }
  }

  /// The stride of a table with `labelCount` labels.
  public static func stride(_ labelCount: Int) -> Int { (labelCount + 3) / 4 * 4 }
}
