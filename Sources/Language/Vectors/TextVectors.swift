/// What stretches of a text are about: the direction of the sum of the vectors of their words.
public struct TextVectors: Sendable {
  /// The number of components of a vector.
  public let width: Int
  /// The sums of the vectors of all words before each token, one token after the other.
  private let sums: [Int32]

  /// The length that vectors are brought to.
  private static let length: Float = 3

  /// Adds up the vectors of the nouns, verbs, adjectives and adverbs of `text`.
  public init(_ text: AnnotatedText, _ vectors: WordVectors) {
    let width = vectors.width
    self.width = width
    let count = text.tokens.count
    sums = [Int32](unsafeUninitializedCapacity: (count + 1) * width) { buffer, filled in
      filled = (count + 1) * width
      guard let base = buffer.baseAddress else { return }
      base.initialize(repeating: 0, count: width)
      for token in 0..<count {
        let next = base + (token + 1) * width
        next.initialize(from: base + token * width, count: width)
        switch text.tags[token] {
        case .noun, .verb, .adj, .propn, .adv: vectors.add(text.tokens.words[token], to: next)
        default: break
        }
      }
    }
  }

  /// Appends the direction of `tokens`, less those of `hole`, to `vector`; zeros where no word has a
  /// vector.
  public func append(_ tokens: Range<Int>, less hole: Range<Int> = 0..<0, to vector: inout [Float])
  {
    let start = vector.count
    var square: Float = 0
    for index in 0..<width {
      let whole = sums[tokens.upperBound * width + index] - sums[tokens.lowerBound * width + index]
      let left = sums[hole.upperBound * width + index] - sums[hole.lowerBound * width + index]
      let number = Float(whole - left)
      square += number * number
      vector.append(number)
    }
    guard square > 0 else { return }
    let scale = Self.length / square.squareRoot()
    for index in start..<vector.count { vector[index] *= scale }
  }
}
