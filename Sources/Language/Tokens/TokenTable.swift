public import ParleyModel

/// Tokens as flat arrays of offsets, with the hash of each word in lower case.
public struct TokenTable: Sendable {
  /// The offset of the first byte of each token.
  public internal(set) var starts: [Int32] = []
  /// The offset just past the last byte of each token.
  public internal(set) var ends: [Int32] = []
  /// The ``WordHash`` of each token, case folded: equal words have equal hashes.
  public internal(set) var words: [UInt64] = []
  /// The shape of each token.
  public internal(set) var shapes: [Shape] = []

  /// Makes an empty table.
  public init() {}

  /// The number of tokens.
  public var count: Int { starts.count }

  /// Returns the bytes of token `index`.
  public func range(_ index: Int) -> ByteRange { ByteRange(Int(starts[index]), Int(ends[index])) }

  /// Returns the token that holds the byte at `offset`, or the first one after it; `count` if none.
  ///
  /// - Complexity: O(log n).
  public func index(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How a token looks, without regard to which letters it has.
public struct Shape: OptionSet, Sendable, Hashable {
  /// The set as bits.
  public let rawValue: UInt16
  /// Makes a set from bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// The first letter is a capital.
  public static let capitalized = Shape(rawValue: 1)
  /// All letters are capitals, and there are two or more.
  public static let allCapitals = Shape(rawValue: 2)
  /// Has a digit.
  public static let digit = Shape(rawValue: 4)
  /// Has a letter.
  public static let letter = Shape(rawValue: 8)
  /// Has a hyphen between letters or digits.
  public static let hyphen = Shape(rawValue: 16)
  /// Is an opening, closing or straight double quotation mark.
  public static let quote = Shape(rawValue: 32)
  /// Is punctuation or a symbol only.
  public static let punctuation = Shape(rawValue: 64)
  /// Follows the token before without a space.
  public static let joined = Shape(rawValue: 128)
  /// Is an abbreviation that ends in a full stop.
  public static let abbreviation = Shape(rawValue: 256)
}
