/// What models look at in each token, computed once for a whole text.
public struct WordFeatures: Sendable {
  /// The hash of the word in lower case.
  public let words: [UInt64]
  /// The last two letters.
  public let suffixes2: [UInt64]
  /// The last three letters.
  public let suffixes3: [UInt64]
  /// The first three letters.
  public let prefixes: [UInt64]
  /// The look of the word as a small number: capitals, digits, hyphens, quotation marks.
  public let shapes: [UInt64]
  /// The class of the word.
  public let classes: [UInt64]

  /// Computes the features of `tokens`, tokens of `text`.
  public init(_ tokens: TokenTable, of text: [UInt8], classes wordClasses: WordClasses) {
    words = tokens.words
    var suffixes2: [UInt64] = []
    var suffixes3: [UInt64] = []
    var prefixes: [UInt64] = []
    var shapes: [UInt64] = []
    var classes: [UInt64] = []
    let count = tokens.count
    suffixes2.reserveCapacity(count)
    suffixes3.reserveCapacity(count)
    prefixes.reserveCapacity(count)
    shapes.reserveCapacity(count)
    classes.reserveCapacity(count)
    for index in 0..<count {
      let start = Int(tokens.starts[index])
      let end = Int(tokens.ends[index])
      suffixes2.append(Self.pack(text, max(start, end - 2)..<end))
      suffixes3.append(Self.pack(text, max(start, end - 3)..<end))
      prefixes.append(Self.pack(text, start..<min(end, start + 3)))
      shapes.append(Self.shape(tokens.shapes[index], first: text[start], length: end - start))
      classes.append(UInt64(wordClasses.of(tokens.words[index])))
    }
    self.suffixes2 = suffixes2
    self.suffixes3 = suffixes3
    self.prefixes = prefixes
    self.shapes = shapes
    self.classes = classes
  }

  private static func pack(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
    var value: UInt64 = 1
    for index in range {
      let byte = text[index]
      value = value << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return value
  }

  private static func shape(_ shape: Shape, first: UInt8, length: Int) -> UInt64 {
    let bits = shape.subtracting([.joined, .quote]).rawValue
    let mark = shape.contains(.punctuation) ? UInt64(first) : UInt64(min(length, 4))
    return UInt64(bits) << 8 | mark
  }
}
