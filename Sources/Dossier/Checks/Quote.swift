internal import ParleyModel

/// Words between quotation marks, and who says them.
struct Quote {
  /// The fewest words that are compared.
  static let fewestWords = 6

  let article: Int
  let range: ByteRange
  let words: [UInt64]
  /// The speaker; `nil` if unresolved.
  let speaker: String?
  let isPerson: Bool

  /// The quotations of an article that are long enough, each with the attribution it stands in.
  ///
  /// Those in which something was left out ("...") say so themselves, and are not taken.
  static func all(in article: CheckedArticle, number: Int) -> [Quote] {
    let reading = article.reading
    let stretches = reading.article.paragraphs.flatMap { quoted(reading.article.text, $0) }
    var quotes: [Quote] = []
    for attribution in reading.attributions where attribution.kind != .indirect {
      for range in stretches
      where attribution.content.contains(where: { $0.overlaps(range) })
        && !quotes.contains(where: { $0.range == range })
      {
        let words = article.sentences.words.hashes(in: range)
        guard words.count >= fewestWords, !isCut(reading.article.text, range) else { continue }
        quotes.append(
          Quote(
            article: number, range: range, words: words, speaker: attribution.speaker.name,
            isPerson: attribution.sourceType == .named
              && attribution.speaker.name.map(SpeakerNames.isPerson) == true))
      }
    }
    return quotes
  }

  /// The stretches between quotation marks in a paragraph.
  private static func quoted(_ text: [UInt8], _ paragraph: ByteRange) -> [ByteRange] {
    var stretches: [ByteRange] = []
    var start: Int?
    var index = paragraph.lowerBound
    while index < paragraph.upperBound {
      let isCurly =
        text[index] == 0xE2 && index + 2 < paragraph.upperBound && text[index + 1] == 0x80
        && (text[index + 2] == 0x9C || text[index + 2] == 0x9D)
      guard isCurly || text[index] == 0x22 else {
        index += 1
        continue
      }
      let opens = isCurly ? text[index + 2] == 0x9C : start == nil
      let width = isCurly ? 3 : 1
      if opens {
        start = index + width
      } else if let begun = start {
        stretches.append(ByteRange(begun, index))
        start = nil
      }
      index += width
    }
    return stretches
  }

  private static func isCut(_ text: [UInt8], _ range: ByteRange) -> Bool {
    var dots = 0
    for index in range.indices {
      dots = text[index] == 0x2E ? dots + 1 : 0
      if dots == 3 || text[index] == 0x5B { return true }
      if text[index] == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80,
        text[index + 2] == 0xA6
      {
        return true
      }
    }
    return false
  }
}
