package import Language

/// What an article says about one unnamed source, as ranges of tokens.
package struct UnnamedDetails: Sendable, Hashable {
  /// How many.
  package var count: Range<Int>?
  /// How close.
  package var closeness: Range<Int>?
  /// Why unnamed.
  package var why: Range<Int>?
}

/// Reads what an article says about a source that it does not name.
package struct UnnamedReader: Sendable {
  private let text: AnnotatedText
  private let patterns: UnnamedPatterns

  /// Prepares to read `text`.
  package init(_ text: AnnotatedText, patterns: UnnamedPatterns) {
    self.text = text
    self.patterns = patterns
  }

  /// Returns what is said about the source `phrase`, whose words stand in a sentence with `content`.
  package func details(_ phrase: SourcePhrase, content: [Range<Int>]) -> UnnamedDetails {
    var details = UnnamedDetails()
    details.count = phrase.count
    let sentence = text.sentences[text.sentence(ofToken: phrase.range.lowerBound)]
    func isContent(_ index: Int) -> Bool { content.contains { $0.contains(index) } }
    details.closeness = closeness(phrase.range, sentence, isContent)
    details.why = why(in: sentence, from: sentence.lowerBound, skipping: isContent)
    if details.why == nil {
      // "The officials spoke on condition of anonymity because ...", in the sentence behind.
      let next = text.sentence(ofToken: phrase.range.lowerBound) + 1
      if next < text.sentences.count, case .noun(let noun, _) = phrase.head {
        let following = text.sentences[next]
        let subject = following.prefix(6).contains {
          text.tokens.words[$0] == text.tokens.words[noun]
        }
        if subject || following.prefix(1).contains(where: { text.tags[$0] == .pron }) {
          details.why = why(in: following, from: following.lowerBound) { _ in false }
        }
      }
    }
    return details
  }

  private func closeness(
    _ phrase: Range<Int>, _ sentence: Range<Int>, _ isContent: (Int) -> Bool
  ) -> Range<Int>? {
    // Inside the source, or in a clause right behind it.
    let limit = min(sentence.upperBound, phrase.upperBound + 12)
    var index = phrase.lowerBound + 1
    while index < limit {
      if index > phrase.upperBound, isContent(index) { return nil }
      if patterns.end(.closeness, at: index, before: limit, in: text) != nil,
        index < phrase.upperBound
          || index <= phrase.upperBound + 2
            && text.tokens.words[phrase.upperBound] == FixedWords.comma
      {
        let stop = index < phrase.upperBound ? phrase.upperBound : sentence.upperBound
        return
          index..<clauseEnd(
            index + 1, stop, index == phrase.upperBound ? { _ in false } : isContent)
      }
      index += 1
    }
    return nil
  }

  private func clauseEnd(_ start: Int, _ stop: Int, _ isContent: (Int) -> Bool) -> Int {
    var end = start
    while end < stop {
      let word = text.tokens.words[end]
      if word == FixedWords.comma || word == FixedWords.who || isContent(end)
        || text.tokens.shapes[end].contains(.quote) || Self.ends.contains(word)
      {
        break
      }
      end += 1
    }
    return end
  }

  private static let speaking = WordHash.of("speaking")
  private static let ends = Set(
    [".", ";", "—", "–", ")", "said", "told", "speaking", "!", "?"].map { WordHash.of($0) })

  private func why(
    in sentence: Range<Int>, from start: Int, skipping isContent: (Int) -> Bool
  ) -> Range<Int>? {
    var index = start
    while index < sentence.upperBound {
      guard !isContent(index),
        let end = patterns.end(.anonymity, at: index, before: sentence.upperBound, in: text)
      else {
        index += 1
        continue
      }
      // The reason in front ("Citing the sensitivity of the talks, he asked ...", "because they
      // were not authorized to speak"), or behind.
      for before in stride(
        from: index - 1, through: max(sentence.lowerBound, index - 8), by: -1)
      where !isContent(before)
        && patterns.end(.why, at: before, before: sentence.upperBound, in: text) != nil
      {
        return before..<reasonEnd(index, sentence)
      }
      if end >= 2, (end - 2..<end).contains(where: { Self.leave.contains(text.tokens.words[$0]) }) {
        return index..<reasonEnd(end, sentence)
      }
      for next in end - 1..<min(end + 8, sentence.upperBound)
      where patterns.end(.why, at: next, before: sentence.upperBound, in: text) != nil {
        return next..<reasonEnd(next + 1, sentence)
      }
      return nil
    }
    return nil
  }

  private static let leave = Set(["authorized", "authorised"].map { WordHash.of($0) })

  private func reasonEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    var end = start
    while end < sentence.upperBound {
      let word = text.tokens.words[end]
      if word == FixedWords.comma || text.tokens.shapes[end].contains(.quote)
        || Self.ends.contains(word) && word != Self.speaking
      {
        break
      }
      end += 1
    }
    return end
  }
}
