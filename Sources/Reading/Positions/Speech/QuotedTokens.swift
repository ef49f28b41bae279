internal import Language

/// Which tokens stand between quotation marks.
enum QuotedTokens {
  /// Marks the tokens of each paragraph that stand between quotation marks.
  static func of(_ text: AnnotatedText) -> [Bool] {
    var result = [Bool](repeating: false, count: text.tokens.count)
    for paragraph in text.paragraphs {
      guard let first = paragraph.first, let last = paragraph.last else { continue }
      var isInside = false
      for token in text.sentences[first].lowerBound..<text.sentences[last].upperBound {
        if text.tokens.shapes[token].contains(.quote) || isSingleQuote(token, text) {
          isInside.toggle()
        } else {
          result[token] = isInside
        }
      }
    }
    return result
  }

  private static func isSingleQuote(_ token: Int, _ text: AnnotatedText) -> Bool {
    let word = text.word(token)
    return word == "'" || word == "‘" || word == "’"
  }
}
