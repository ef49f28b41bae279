extension Article {
  /// Cuts a UTF-8 text into paragraphs: its lines in order, without line ends, blank ones dropped.
  ///
  /// A byte-order mark at the start belongs to none. Lines end with LF, CR or both.
  public static func paragraphs(of text: [UInt8]) -> [ByteRange] {
    var paragraphs: [ByteRange] = []
    var start = text.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var isBlank = true
    for index in start..<text.count {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D {
        if !isBlank { paragraphs.append(ByteRange(start, index)) }
        start = index + 1
        isBlank = true
      } else if isBlank, !isSpace(text, at: index) {
        isBlank = false
      }
    }
    if !isBlank { paragraphs.append(ByteRange(start, text.count)) }
    return paragraphs
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
