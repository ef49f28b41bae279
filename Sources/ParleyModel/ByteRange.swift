/// A half-open range of UTF-8 byte offsets into an article's text.
///
/// Inside Parley every span is a byte range; at the border (JSON, web pages) it becomes a
/// ``ScalarRange`` together with the words it covers.
public struct ByteRange: Hashable, Sendable, Codable, Comparable {
  /// The offset of the first byte.
  public let lowerBound: Int
  /// The offset just past the last byte.
  public let upperBound: Int

  /// Makes a range of bytes.
  ///
  /// - Precondition: `0 <= lowerBound <= upperBound`.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(0 <= lowerBound && lowerBound <= upperBound, "a span must not run backwards")
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// The length in bytes.
  public var count: Int { upperBound - lowerBound }
  /// Whether the range covers no byte.
  public var isEmpty: Bool { lowerBound == upperBound }
  /// The range as a standard-library range, to subscript arrays of bytes.
  public var indices: Range<Int> { lowerBound..<upperBound }

  /// Whether `other` lies wholly inside this range.
  public func contains(_ other: ByteRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  /// Whether the byte at `offset` lies inside this range.
  public func contains(_ offset: Int) -> Bool { lowerBound <= offset && offset < upperBound }

  /// Whether the two ranges share at least one byte.
  public func overlaps(_ other: ByteRange) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// Orders ranges by where they begin, then by where they end.
  public static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
  }
}

/// A half-open range of Unicode-scalar offsets into an article's text, as JSON carries it.
public struct ScalarRange: Hashable, Sendable {
  /// The offset of the first scalar.
  public let lowerBound: Int
  /// The offset just past the last scalar.
  public let upperBound: Int

  /// Makes a range of Unicode scalars.
  ///
  /// - Precondition: `0 <= lowerBound <= upperBound`.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(0 <= lowerBound && lowerBound <= upperBound, "a span must not run backwards")
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }
}
