/// Turns byte offsets of a UTF-8 text into Unicode-scalar offsets and back.
///
/// Building it is one pass over the text; it holds one number for every 64 bytes, and none where
/// the text is plain ASCII. An offset inside a scalar counts as the offset of that scalar's end.
public struct ScalarIndex: Sendable {
  private static let stride = 64
  private let text: [UInt8]
  /// The number of scalars that begin before byte `64 * index`; empty where all bytes are ASCII.
  private let marks: [Int]
  /// The number of scalars in the text.
  public let count: Int

  /// Indexes `text`.
  ///
  /// - Complexity: O(n) in the length of the text.
  public init(_ text: [UInt8]) {
    self.text = text
    var marks: [Int] = []
    marks.reserveCapacity(text.count / Self.stride + 1)
    var scalars = 0
    var start = 0
    while start < text.count {
      marks.append(scalars)
      let end = min(start + Self.stride, text.count)
      scalars += Self.scalars(text, start..<end)
      start = end
    }
    count = scalars
    self.marks = scalars == text.count ? [] : marks
  }

  /// Returns the number of scalars that begin before the byte at `offset`.
  ///
  /// - Precondition: `offset` is at most the length of the text.
  /// - Complexity: O(1).
  public func scalarOffset(ofByte offset: Int) -> Int {
    if marks.isEmpty { return offset }
    let block = min(offset / Self.stride, marks.count - 1)
    return marks[block] + Self.scalars(text, block * Self.stride..<offset)
  }

  /// Returns the offset of the first byte of scalar `offset`, the length of the text for the one
  /// past the last, or `nil` if there is no such scalar.
  ///
  /// - Complexity: O(log n).
  public func byteOffset(ofScalar offset: Int) -> Int? {
    guard offset >= 0, offset <= count else { return nil }
    if marks.isEmpty { return offset }
    if offset == count { return text.count }
    var low = 0
    var high = marks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if marks[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    var left = offset - marks[low]
    var position = low * Self.stride
    while position < text.count {
      if text[position] & 0xC0 != 0x80 {
        if left == 0 { return position }
        left -= 1
      }
      position += 1
    }
    return nil
  }

  /// Returns `range` in scalars.
  public func scalars(_ range: ByteRange) -> ScalarRange {
    let start = scalarOffset(ofByte: range.lowerBound)
    return ScalarRange(start, max(start, scalarOffset(ofByte: range.upperBound)))
  }

  /// Returns `range` in bytes, or `nil` if it does not lie in the text.
  public func bytes(_ range: ScalarRange) -> ByteRange? {
    guard let start = byteOffset(ofScalar: range.lowerBound),
      let end = byteOffset(ofScalar: range.upperBound)
    else { return nil }
    return ByteRange(start, end)
  }

  private static func scalars(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var continuations = 0
    for index in range where text[index] & 0xC0 == 0x80 { continuations += 1 }
    return range.count - continuations
  }
}
