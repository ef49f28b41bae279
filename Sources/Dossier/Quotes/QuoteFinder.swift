internal import ParleyModel

/// Finds quotations in a text, byte for byte.
struct QuoteFinder {
  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// All places where `words` stand, overlapping ones among them; empty for no words.
  ///
  /// - Complexity: O(n) on text, O(n m) at worst.
  func places(of words: [UInt8]) -> [ByteRange] {
    guard let first = words.first, words.count <= text.count else { return [] }
    var found: [ByteRange] = []
    for start in 0...(text.count - words.count)
    where text[start] == first && text[start..<start + words.count].elementsEqual(words) {
      found.append(ByteRange(start, start + words.count))
    }
    return found
  }

  /// All places where `words` stand between `prefix` and `suffix`.
  func places(of words: [UInt8], after prefix: [UInt8], before suffix: [UInt8]) -> [ByteRange] {
    places(of: words).filter { stands($0, after: prefix, before: suffix) }
  }

  /// Whether `prefix` stands just before `range` and `suffix` just after it.
  func stands(_ range: ByteRange, after prefix: [UInt8], before suffix: [UInt8]) -> Bool {
    text[..<range.lowerBound].suffix(prefix.count).elementsEqual(prefix)
      && text[range.upperBound...].prefix(suffix.count).elementsEqual(suffix)
  }
}
