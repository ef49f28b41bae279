/// A trained table of weights that knows which features it has: unlike in a ``WeightTable``, a
/// feature that was not kept in training scores nothing.
///
/// Each slot has one small integer a label, then zeros, and in its last byte a check of the
/// feature's hash. A feature stands in the first free one of ``probes`` slots from its hash on.
public struct SparseWeightTable: Sendable {
  /// The number of labels.
  public let labelCount: Int
  /// The size of a slot in bytes: labels and check, rounded up to a multiple of 4.
  public let stride: Int
  /// What one unit of weight stands for.
  public let scale: Float
  private let mask: UInt32
  private let slots: ModelSection

  /// How many slots a feature may stand in.
  package static let probes = 4

  /// The size of a slot for `labelCount` labels.
  package static func stride(_ labelCount: Int) -> Int { (labelCount + 4) / 4 * 4 }

  /// The check of a feature; never 0, which marks a free slot.
  @inline(__always)
  package static func check(_ feature: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: feature >> 24) | 1
  }

  /// The first slot of a feature.
  @inline(__always)
  package static func slot(_ feature: UInt32, mask: UInt32) -> UInt32 {
    (feature ^ (feature >> 13)) & mask
  }

  /// Takes a table from a section of a model file.
  ///
  /// - Throws: `.unusableModel` if the section is not such a table.
  public init(_ section: ModelSection) throws(ModelFileError) {
    var reader = SectionReader(section)
    labelCount = Int(try reader.integer())
    let bits = Int(try reader.integer())
    scale = Float(bitPattern: try reader.integer())
    guard (1...255).contains(labelCount), (2...28).contains(bits) else {
      throw ModelFileError("a weight table of \(labelCount) labels and 2^\(bits) slots")
    }
    stride = Self.stride(labelCount)
    mask = UInt32(1) << UInt32(bits) - 1
    // The last slots are followed by the first ones again, so that probing need not turn round.
    slots = try reader.rest(count: stride * (1 << bits + Self.probes))
  }

  /// Adds the weights of `features` to `scores`, which has ``stride`` places; the last one is
  /// spoilt.
  @inline(__always)
  public func add(_ features: UnsafeBufferPointer<UInt32>, to scores: UnsafeMutablePointer<Int32>) {
    let base = slots.base.assumingMemoryBound(to: Int8.self)
    for feature in features {
      let check = Int8(bitPattern: Self.check(feature))
      var row = base + Int(Self.slot(feature, mask: mask)) * stride
      var probe = 0
      while probe < Self.probes, row[stride - 1] != check, row[stride - 1] != 0 {
        row += stride
        probe += 1
      }
      guard probe < Self.probes, row[stride - 1] != 0 else { continue }
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
}
