internal import Language
internal import ParleyModel

/// A crude stem: the word without the endings of number, tense and degree, so that "ceded" and
/// "ceding" meet; British and American spellings of -ise and -our meet too.
enum Stem {
  static let hyphen = WordHash.of("-")

  /// Returns the hash of the stem of each token.
  static func all(_ text: AnnotatedText) -> [UInt64] {
    var stems: [UInt64] = []
    stems.reserveCapacity(text.tokens.count)
    var word: [UInt8] = []
    for token in 0..<text.tokens.count {
      word.removeAll(keepingCapacity: true)
      for byte in text.article.text[text.tokens.range(token).indices] {
        word.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      stems.append(hash(&word))
    }
    return stems
  }

  /// Returns the hash of the stem of `word`.
  static func of(_ word: some StringProtocol) -> UInt64 {
    var bytes = word.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return hash(&bytes)
  }

  private static func hash(_ word: inout [UInt8]) -> UInt64 {
    strip(&word)
    return WordHash.of(word, 0..<word.count)
  }

  private static func strip(_ word: inout [UInt8]) {
    if word.count > 4, ends(word, "ies") || ends(word, "ied") {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if word.count > 5, ends(word, "ing") {
      word.removeLast(3)
      undouble(&word)
    } else if word.count > 4, ends(word, "ed") {
      word.removeLast(2)
      undouble(&word)
    } else if word.count > 3, ends(word, "s"), !ends(word, "ss"), !ends(word, "us") {
      word.removeLast()
      if word.count > 4, ends(word, "che") || ends(word, "she") || ends(word, "sse") {
        word.removeLast()
      }
    }
    if word.count > 4, ends(word, "e") { word.removeLast() }
    if word.count > 3, ends(word, "is") { word[word.count - 1] = UInt8(ascii: "z") }
    if let index = word.indices.dropLast(2).first(where: {
      $0 > 2 && word[$0] == UInt8(ascii: "o") && word[$0 + 1] == UInt8(ascii: "u")
        && word[$0 + 2] == UInt8(ascii: "r")
    }) {
      word.remove(at: index + 1)
    }
  }

  private static func undouble(_ word: inout [UInt8]) {
    guard word.count > 3, let last = word.last, word[word.count - 2] == last,
      last != UInt8(ascii: "s"), last != UInt8(ascii: "l"), last != UInt8(ascii: "e")
    else { return }
    word.removeLast()
  }

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count >= count else { return false }
    return ending.withUTF8Buffer { buffer in
      buffer.elementsEqual(word[(word.count - count)...])
    }
  }
}
