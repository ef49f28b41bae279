internal import ParleyModel

extension Excerpt {
  /// How many bytes an excerpt takes at most, before it is widened to whole words.
  private static let longest = 280

  /// Cuts the piece of `text` that holds most of the words found, or its beginning if it has none.
  init(of text: [UInt8], matches: [ByteRange]) {
    guard text.count > Self.longest else {
      self.init(whole: text, ByteRange(0, text.count), matches)
      return
    }
    var best = (count: 0, first: 0)
    for (index, match) in matches.enumerated() {
      let count = matches[index...].prefix {
        $0.upperBound - match.lowerBound <= Self.longest * 3 / 4
      }.count
      if count > best.count { best = (count, index) }
    }
    let anchor = matches.isEmpty ? 0 : matches[best.first].lowerBound
    let start = max(0, min(anchor - Self.longest / 4, text.count - Self.longest))
    let range = Self.widened(ByteRange(start, min(text.count, start + Self.longest)), in: text)
    self.init(whole: text, range, matches.filter { range.contains($0) })
  }

  private init(whole text: [UInt8], _ range: ByteRange, _ matches: [ByteRange]) {
    self.init(
      range: range, text: String(decoding: text[range.indices], as: UTF8.self), matches: matches)
  }

  /// Moves both ends outwards to spaces.
  private static func widened(_ range: ByteRange, in text: [UInt8]) -> ByteRange {
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, text[start - 1] > 0x20 { start -= 1 }
    while end < text.count, text[end] > 0x20 { end += 1 }
    return ByteRange(start, end)
  }
}
