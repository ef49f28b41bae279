/// Finds where sentences end: at full stops, marks of question and exclamation, with the closing
/// quotation marks and brackets behind them.
struct SentenceSplitter {
  let abbreviations: Abbreviations
  let text: [UInt8]
  let tokens: TokenTable

  /// The longest sentence, in tokens: beyond it, text without full stops is cut.
  static let limit = 250

  /// Appends the sentences of the paragraph `range` (a range of tokens) to `sentences`.
  func append(_ range: Range<Int>, to sentences: inout [Range<Int>]) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      var stop = index + 1
      if endsSentence(index, in: range) {
        while stop < range.upperBound, closes(stop) { stop += 1 }
        if stop == range.upperBound || begins(stop, after: index) {
          sentences.append(start..<stop)
          start = stop
        }
      } else if index - start >= Self.limit {
        sentences.append(start..<stop)
        start = stop
      }
      index = stop
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
  }

  private func byte(_ token: Int) -> UInt8 { text[Int(tokens.starts[token])] }

  private func endsSentence(_ token: Int, in range: Range<Int>) -> Bool {
    let shape = tokens.shapes[token]
    if shape.contains(.abbreviation) { return mayEnd(token, in: range) }
    guard shape.contains(.punctuation) else { return false }
    let first = byte(token)
    if first == 0x2E || first == 0x21 || first == 0x3F { return true }
    // The ellipsis character.
    return first == 0xE2 && text[Int(tokens.starts[token]) + 2] == 0xA6
  }

  /// Whether a sentence may end with the abbreviation `token`: not after titles and initials, and
  /// elsewhere only if a word follows that would not be a capital inside a sentence.
  private func mayEnd(_ token: Int, in range: Range<Int>) -> Bool {
    let start = Int(tokens.starts[token])
    let end = Int(tokens.ends[token])
    if end - start == 2 { return false }
    if abbreviations.isBound(WordHash.of(text, start..<end - 1)) { return false }
    guard token + 1 < range.upperBound else { return true }
    return Self.openers.contains(tokens.words[token + 1])
      && tokens.shapes[token + 1].contains(.capitalized)
      || tokens.shapes[token + 1].contains(.quote)
  }

  /// Words that open sentences far more often than they are part of a name.
  private static let openers: Set<UInt64> = Set(
    [
      "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these",
      "those", "in", "on", "at", "but", "and", "for", "if", "as", "when", "while", "after",
      "before", "his", "her", "its", "their", "there", "what", "who", "however", "under", "since",
      "many", "some", "most", "one", "two", "no", "not", "also", "with", "by", "to", "so",
    ].map { WordHash.of($0) })

  private func closes(_ token: Int) -> Bool {
    let shape = tokens.shapes[token]
    guard shape.contains(.punctuation), shape.contains(.joined) else { return false }
    let start = Int(tokens.starts[token])
    switch text[start] {
    case 0x22, 0x27, 0x29, 0x5D: return true
    case 0xC2: return text[start + 1] == 0xBB
    case 0xE2: return text[start + 2] == 0x9D || text[start + 2] == 0x99
    default: return false
    }
  }

  /// Whether a sentence can begin with `token`, the first after the end mark `mark`.
  private func begins(_ token: Int, after mark: Int) -> Bool {
    let shape = tokens.shapes[token]
    if shape.contains(.capitalized) || shape.contains(.allCapitals) {
      return !shape.contains(.joined) || token > mark + 1
    }
    if shape.contains(.digit) { return !shape.contains(.joined) }
    if shape.contains(.letter) {
      // "iPhone" and the like aside, a small letter goes on with the sentence.
      return false
    }
    if shape.contains(.quote) { return !shape.contains(.joined) }
    let first = byte(token)
    if first == 0x28 || first == 0x5B || first == 0x27 { return !shape.contains(.joined) }
    return first >= 0x80 && !isDash(token) && !shape.contains(.joined)
  }

  private func isDash(_ token: Int) -> Bool {
    let start = Int(tokens.starts[token])
    return text[start] == 0xE2 && text[start + 1] == 0x80
      && text[start + 2] >= 0x90 && text[start + 2] <= 0x95
  }
}
