internal import DataFiles
internal import ParleyModel

/// Finds site furniture: the parts of a page that are not the report.
///
/// What it knows stands in `Data/intake/boilerplate.txt`.
struct Furniture: Sendable {
  private let patterns: [FurniturePattern]
  /// The patterns by the hash of the word that they begin with.
  private var byFirstWord: [UInt64: [Int]] = [:]
  /// The patterns that begin with any capitalized word or number.
  private var byAnyWord: [Int] = []

  /// Loads the patterns.
  init(_ data: DataFolder) throws(DataError) {
    var patterns: [FurniturePattern] = []
    for line in try data.lines("intake/boilerplate.txt") { patterns.append(try .init(line)) }
    self.patterns = patterns
    for (index, pattern) in patterns.enumerated() {
      if case .word(let hashes) = pattern.elements[0] {
        for hash in hashes { byFirstWord[hash, default: []].append(index) }
      } else {
        byAnyWord.append(index)
      }
    }
  }

  /// Returns the furniture in `paragraphs`, in order and without overlaps.
  ///
  /// Where a long text has one paragraph only, its line breaks are lost, and sentences are looked at
  /// as paragraphs are otherwise.
  func find(_ text: [UInt8], paragraphs: [ByteRange]) -> [ByteRange] {
    var found: [ByteRange] = []
    let pieces =
      paragraphs.count == 1 && paragraphs[0].count > 600
      ? Self.sentences(text, in: paragraphs[0]) : paragraphs
    for piece in pieces { find(text, in: piece, &found) }
    return found
  }

  private func find(_ text: [UInt8], in piece: ByteRange, _ found: inout [ByteRange]) {
    let words = FurnitureWords(text, in: piece)
    guard !words.hashes.isEmpty else {
      // Rules between sections ("___", "* * *") say nothing.
      found.append(piece)
      return
    }
    var parts: [ByteRange] = []
    for start in 0..<words.hashes.count {
      for index in byFirstWord[words.hashes[start]] ?? [] {
        if take(patterns[index], words, start, &parts) { return found.append(piece) }
      }
      if start == 0 {
        for index in byAnyWord where take(patterns[index], words, start, &parts) {
          return found.append(piece)
        }
      }
    }
    for part in parts where found.last.map({ $0.upperBound <= part.lowerBound }) ?? true {
      found.append(part)
    }
  }

  /// Tries `pattern` at word `start`; returns whether the whole piece is furniture, and adds to
  /// `parts` where only the matched words are.
  private func take(
    _ pattern: FurniturePattern, _ words: FurnitureWords, _ start: Int, _ parts: inout [ByteRange]
  ) -> Bool {
    let count = words.hashes.count
    switch pattern.place {
    case .whole:
      return start == 0 && count <= pattern.longest
        && pattern.match(words, from: 0, toEnd: true) != nil
    case .opens:
      return start == 0 && count <= pattern.longest
        && pattern.match(words, from: 0, toEnd: false) != nil
    case .holds:
      return count <= pattern.longest && pattern.match(words, from: start, toEnd: false) != nil
    case .part:
      guard let end = pattern.match(words, from: start, toEnd: false),
        end - start <= pattern.longest
      else { return false }
      parts.append(
        ByteRange(words.ranges[start].lowerBound, words.ranges[end - 1].upperBound))
      return false
    }
  }

  /// Cuts a paragraph after full stops, question and exclamation marks and closing brackets, with
  /// the quotation marks that close behind them, where a space and a capital or an opening bracket
  /// follow.
  private static func sentences(_ text: [UInt8], in paragraph: ByteRange) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var start = paragraph.lowerBound
    var index = start
    while index < paragraph.upperBound {
      guard [0x2E, 0x3F, 0x21, 0x29].contains(text[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      if text[end..<paragraph.upperBound].starts(with: [0xE2, 0x80, 0x9D]) {
        end += 3
      } else if end < paragraph.upperBound, text[end] == 0x22 {
        end += 1
      }
      if end + 1 < paragraph.upperBound, text[end] == 0x20,
        text[end + 1] &- 0x41 < 26 || text[end + 1] == UInt8(ascii: "(")
      {
        pieces.append(ByteRange(start, end))
        start = end + 1
      }
      index = end
    }
    if start < paragraph.upperBound { pieces.append(ByteRange(start, paragraph.upperBound)) }
    return pieces
  }
}
