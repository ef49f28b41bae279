extension Article {
  /// Cuts a UTF-8 text into paragraphs: its lines in order, without line ends, blank ones dropped.
  ///
  /// A byte-order mark at the start belongs to none. Lines end with LF, CR or both. Where a text was
  /// broken into lines of one width, as mail and typewritten pages are, paragraphs are what blank
  /// lines part; they then have line ends inside.
  public static func paragraphs(of text: [UInt8]) -> [ByteRange] {
    let lines = lines(of: text)
    guard isHardWrapped(text, lines) else { return lines.map(\.range) }
    var paragraphs: [ByteRange] = []
    for line in lines {
      if line.followsLine, let last = paragraphs.popLast() {
        paragraphs.append(ByteRange(last.lowerBound, line.range.upperBound))
      } else {
        paragraphs.append(line.range)
      }
    }
    return paragraphs
  }

  /// A line that is not blank.
  private struct Line {
    let range: ByteRange
    /// Whether the line before it is not blank either.
    let followsLine: Bool
  }

  private static func lines(of text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = text.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var index = start
    var isBlank = true
    var followsLine = false
    while index < text.count {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D {
        if !isBlank { lines.append(Line(range: ByteRange(start, index), followsLine: followsLine)) }
        followsLine = !isBlank
        if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
        start = index + 1
        isBlank = true
      } else if isBlank, !isSpace(text, at: index) {
        isBlank = false
      }
      index += 1
    }
    if !isBlank {
      lines.append(Line(range: ByteRange(start, text.count), followsLine: followsLine))
    }
    return lines
  }

  /// Whether lines end where the width was used up and not where a paragraph ends: the first word of
  /// the next line would not have fitted on nearly all lines that are followed by another.
  private static func isHardWrapped(_ text: [UInt8], _ lines: [Line]) -> Bool {
    var widest = 0
    for line in lines {
      guard line.range.count <= 200 else { return false }
      widest = max(widest, width(text, line.range.indices))
    }
    guard widest <= 100 else { return false }
    var continued = 0
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) where next.followsLine {
      let word = text[next.range.indices].prefix { $0 > 0x20 }
      continued += 1
      if width(text, line.range.indices) + 1 + width(text, word.indices) > widest { full += 1 }
    }
    return continued >= 6 && full * 10 >= continued * 9
  }

  /// The number of scalars of a piece of text.
  private static func width(_ text: [UInt8], _ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (text[$1] & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Whether the byte at `index` is part of a space: ASCII white space and controls, or a no-break
  /// space.
  private static func isSpace(_ text: [UInt8], at index: Int) -> Bool {
    let byte = text[index]
    if byte <= 0x20 { return true }
    if byte == 0xC2 { return index + 1 < text.count && text[index + 1] == 0xA0 }
    if byte == 0xA0 { return index > 0 && text[index - 1] == 0xC2 }
    return false
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
