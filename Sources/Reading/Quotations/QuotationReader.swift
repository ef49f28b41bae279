package import Language
package import ParleyModel

/// Finds quotations that no attribution covers: paragraphs that go on quoting, second parts of split
/// quotations, quotations whose speaker stands in the sentence before.
package struct QuotationReader {
  private let text: AnnotatedText
  private let marks: QuotationMarks

  /// Looks at the quotations of `text`.
  package init(_ text: AnnotatedText) {
    self.text = text
    marks = QuotationMarks(text)
  }

  /// Returns `attributions` with those added, in the order of the text.
  package func completed(_ attributions: [Attribution]) -> [Attribution] {
    guard !marks.quotations.isEmpty else { return attributions }
    var covered = [Bool](repeating: false, count: text.tokens.count)
    for span in attributions.lazy.flatMap(\.content) {
      var index = text.tokens.index(atOrAfter: span.lowerBound)
      while index < covered.count, Int(text.tokens.starts[index]) < span.upperBound {
        covered[index] = true
        index += 1
      }
    }
    var result = attributions
    let speaksInSingles = attributions.contains {
      $0.kind == .direct && isSingle(text.tokens.index(atOrAfter: $0.content[0].lowerBound))
    }
    for quotation in marks.quotations
    where isWhole(quotation, allowsSingles: speaksInSingles) {
      let words = quotation.filter { !text.tokens.shapes[$0].contains(.punctuation) }
      guard words.count >= Self.leastWords, !words.contains(where: { covered[$0] }) else {
        continue
      }
      let (before, isSplit) = statement(before: quotation, among: attributions)
      if let before, isSplit, attributions[before].kind != .indirect {
        // "We agree," he said. "We shall sign.": one statement in two parts.
        result[before].content.append(text.span(quotation))
      } else {
        result.append(
          Attribution(
            source: before.map { attributions[$0].source } ?? [], cue: [],
            content: [text.span(quotation)], kind: .direct))
      }
    }
    return result.sorted { Self.start($0) < Self.start($1) }
  }

  /// The statement that the quotation goes on with: the last one before it in its paragraph, or in
  /// the paragraph before if this one is a quotation alone; and whether it ends right before the
  /// quotation, in the same paragraph.
  private func statement(
    before quotation: Range<Int>, among attributions: [Attribution]
  ) -> (index: Int?, isSplit: Bool) {
    let sentence = text.sentence(ofToken: quotation.lowerBound)
    guard let paragraph = text.paragraphs.firstIndex(where: { $0.contains(sentence) }) else {
      return (nil, false)
    }
    let isAlone =
      text.sentences[text.paragraphs[paragraph].lowerBound].lowerBound == quotation.lowerBound
    let first = isAlone ? max(0, paragraph - 1) : paragraph
    let start = text.tokens.starts[text.sentences[text.paragraphs[first].lowerBound].lowerBound]
    let end = text.tokens.starts[quotation.lowerBound]
    let index = attributions.lastIndex {
      guard let source = $0.source.first else { return false }
      return source.lowerBound >= start && source.lowerBound < end
    }
    guard let index, !isAlone else { return (index, false) }
    let last = (attributions[index].source + attributions[index].cue).map(\.lowerBound).max() ?? 0
    return (index, text.sentence(ofToken: text.tokens.index(atOrAfter: last)) == sentence - 1)
  }

  private static func start(_ attribution: Attribution) -> ByteRange {
    let parts = attribution.source + attribution.cue + attribution.content
    return parts.min() ?? attribution.content[0]
  }

  /// Words in quotation marks that are fewer are a title or irony more often than speech.
  private static let leastWords = 4

  private static let leastInSingles = 8

  /// Whether the token is a single quotation mark.
  private func isSingle(_ token: Int) -> Bool {
    token < text.tokens.count && marks.states[token] == .opening
      && !text.tokens.shapes[token].contains(.quote)
  }

  /// Whether the quotation begins and ends with sentences, so that nothing around it says who
  /// speaks.
  private func isWhole(_ quotation: Range<Int>, allowsSingles: Bool) -> Bool {
    // A short paragraph in single marks is a heading.
    guard
      text.tokens.shapes[quotation.lowerBound].contains(.quote)
        || allowsSingles && quotation.count >= Self.leastInSingles
    else { return false }
    let first = text.sentences[text.sentence(ofToken: quotation.lowerBound)]
    let last = text.sentences[text.sentence(ofToken: quotation.upperBound - 1)]
    return first.lowerBound == quotation.lowerBound && last.upperBound == quotation.upperBound
  }
}
