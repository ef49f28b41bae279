internal import ParleyModel

/// Finds the words that a label quotes.
enum Evidence {
  /// The range of the `occurrence`-th (from 1) appearance of `words` in `text`; `nil` if there is
  /// none.
  static func range(of words: [UInt8], occurrence: Int, in text: [UInt8]) -> ByteRange? {
    guard let first = words.first, text.count >= words.count else { return nil }
    var left = max(1, occurrence)
    for start in 0...(text.count - words.count)
    where text[start] == first && text[start..<start + words.count].elementsEqual(words) {
      left -= 1
      if left == 0 { return ByteRange(start, start + words.count) }
    }
    return nil
  }
}
