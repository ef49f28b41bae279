/// A linear-chain conditional random field: labels for a row of tokens, each label scored by the
/// features of its token and by the label before it.
///
/// The weight of a step from one label to the next depends on a small number, the context of the
/// token (say, whether a sentence begins there).
///
/// - Source: Lafferty, McCallum and Pereira (2001), "Conditional random fields".
public struct ChainModel: Sendable {
  /// The number of labels.
  public let labelCount: Int
  /// The number of contexts.
  public let contextCount: Int
  private let emissions: SparseWeightTable
  /// context x label before x label, in units of the emission weights; the label before the first
  /// token is `labelCount`.
  private let transitions: [Int32]

  /// Takes a model from its two sections of a model file.
  ///
  /// - Throws: `.unusableModel` if they do not fit each other.
  public init(emissions: ModelSection, transitions: ModelSection) throws(ModelFileError) {
    self.emissions = try SparseWeightTable(emissions)
    labelCount = self.emissions.labelCount
    var reader = SectionReader(transitions)
    contextCount = Int(try reader.integer())
    guard (1...64).contains(contextCount) else {
      throw ModelFileError("\(contextCount) contexts")
    }
    var weights: [Int32] = []
    for _ in 0..<contextCount * (labelCount + 1) * labelCount {
      weights.append(Int32(bitPattern: try reader.integer()))
    }
    self.transitions = weights
  }

  /// Writes the scores of all labels of one token into `scores`, which has room for ``stride``.
  @inline(__always)
  public func score(
    _ features: UnsafeBufferPointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>
  ) {
    scores.initialize(repeating: 0, count: emissions.stride)
    emissions.add(features, to: scores)
  }

  /// What one unit of a score stands for, as a natural logarithm of odds.
  public var unit: Float { emissions.scale }

  /// The room that ``score(_:_:)`` needs for one token.
  public var stride: Int { emissions.stride }

  /// Returns the likeliest labels of a row of tokens (Viterbi).
  ///
  /// - Parameters:
  ///   - scores: `count` rows of ``stride`` scores.
  ///   - contexts: the context of each token.
  /// - Complexity: O(count · labels²).
  public func labels(_ scores: [Int32], contexts: ArraySlice<UInt8>) -> [UInt8] {
    let count = contexts.count
    guard count > 0 else { return [] }
    let width = labelCount
    var best = [Int32](repeating: 0, count: count * width)
    var back = [UInt8](repeating: 0, count: count * width)
    let block = (width + 1) * width
    for (index, context) in contexts.enumerated() {
      let base = Int(context) * block
      for label in 0..<width {
        let own = scores[index * stride + label]
        guard index > 0 else {
          best[label] = own + transitions[base + width * width + label]
          continue
        }
        var top = Int32.min
        var from = 0
        for before in 0..<width {
          let value =
            best[(index - 1) * width + before] + transitions[base + before * width + label]
          if value > top {
            top = value
            from = before
          }
        }
        best[index * width + label] = top + own
        back[index * width + label] = UInt8(from)
      }
    }
    var labels = [UInt8](repeating: 0, count: count)
    let last = (count - 1) * width
    var label = 0
    for other in 1..<width where best[last + other] > best[last + label] { label = other }
    for index in (0..<count).reversed() {
      labels[index] = UInt8(label)
      label = Int(back[index * width + label])
    }
    return labels
  }
}
