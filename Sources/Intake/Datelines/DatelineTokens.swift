internal import ParleyModel

/// The opening of a paragraph cut into the pieces that datelines are made of.
struct DatelineTokens {
  /// What a piece is.
  enum Kind: Equatable {
    case word, number, comma, fullStop, colon, slash, opening, closing, dash, other
  }

  private let text: [UInt8]
  private(set) var kinds: [Kind] = []
  private(set) var ranges: [ByteRange] = []

  /// Cuts at most the first 160 bytes of `paragraph`.
  init(_ text: [UInt8], in paragraph: ByteRange) {
    self.text = text
    let end = min(paragraph.upperBound, paragraph.lowerBound + 160)
    var index = paragraph.lowerBound
    while index < end {
      let byte = text[index]
      if byte <= 0x20 {
        index += 1
        continue
      }
      let (kind, length) = Self.piece(text, index, end)
      kinds.append(kind)
      ranges.append(ByteRange(index, index + length))
      index += length
    }
  }

  /// The words of token `index`.
  func word(_ index: Int) -> String {
    String(decoding: text[ranges[index].indices], as: UTF8.self)
  }

  /// The words from the first to the last of `tokens`, as written.
  func words(_ tokens: Range<Int>) -> String {
    String(decoding: text[span(tokens).indices], as: UTF8.self)
  }

  /// The bytes from the first to the last of `tokens`.
  func span(_ tokens: Range<Int>) -> ByteRange {
    ByteRange(ranges[tokens.lowerBound].lowerBound, ranges[tokens.upperBound - 1].upperBound)
  }

  /// Whether token `index` begins with a capital letter (any letter beyond ASCII counts).
  func isCapitalized(_ index: Int) -> Bool {
    let first = text[ranges[index].lowerBound]
    return first &- 0x41 < 26 || first >= 0x80
  }

  /// Whether token `index` has no small ASCII letter.
  func isAllCapitals(_ index: Int) -> Bool {
    !text[ranges[index].indices].contains { $0 &- 0x61 < 26 }
  }

  private static func piece(_ text: [UInt8], _ start: Int, _ end: Int) -> (Kind, Int) {
    switch text[start] {
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "."): return (.fullStop, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    case UInt8(ascii: "("): return (.opening, 1)
    case UInt8(ascii: ")"): return (.closing, 1)
    case UInt8(ascii: "-"):
      let length = text[start..<end].prefix { $0 == UInt8(ascii: "-") }.count
      return (.dash, length)
    case 0xE2 where isDash(text, start, end): return (.dash, 3)
    case 0xE2 where start + 2 < end && text[start + 1] == 0x80: return (.other, 3)
    case 0x30...0x39:
      return (.number, text[start..<end].prefix { $0 &- 0x30 < 10 }.count)
    case 0x41...0x5A, 0x61...0x7A, 0x80...:
      return (.word, wordLength(text, start, end))
    default: return (.other, 1)
    }
  }

  /// A word takes in apostrophes and single hyphens between letters, and the full stop of an
  /// abbreviation ("Aug.", "St.", "D.C.").
  private static func wordLength(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let byte = text[index]
      let isLetter = byte | 0x20 &- 0x61 < 26 || byte >= 0x80 && !isPunctuation(text, index, end)
      let joins =
        (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"))
        && index + 1 < end && text[index + 1] | 0x20 &- 0x61 < 26
      let abbreviates =
        byte == UInt8(ascii: ".")
        && (index - start == 1 || text[start..<index].contains(UInt8(ascii: "."))
          || abbreviations.contains(String(decoding: text[start..<index], as: UTF8.self)))
      if !isLetter, !joins, !abbreviates { break }
      index += 1
    }
    return max(1, index - start)
  }

  private static func isDash(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    start + 2 < end && text[start + 1] == 0x80 && (0x92...0x95).contains(text[start + 2])
  }

  private static func isPunctuation(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    text[start] == 0xC2 || text[start] == 0xE2 && start + 1 < end && text[start + 1] == 0x80
  }

  private static let abbreviations: Set<String> = [
    "St", "ST", "Ft", "FT", "Mt", "MT", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept",
    "Sep", "Oct", "Nov", "Dec", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga",
    "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb",
    "Nev", "Okla", "Ore", "Pa", "Tenn", "Va", "Vt", "Wash", "Wis", "Wyo",
  ]
}
