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
    var added: [Attribution] = []
    for quotation in marks.quotations where isWhole(quotation) {
      let words = quotation.filter { !text.tokens.shapes[$0].contains(.punctuation) }
      guard words.count >= Self.leastWords, !words.contains(where: { covered[$0] }) else {
        continue
      }
      added.append(
        Attribution(
          source: source(of: quotation, attributions), cue: [], content: [text.span(quotation)],
          kind: .direct))
    }
    guard !added.isEmpty else { return attributions }
    return (attributions + added).sorted { Self.start($0) < Self.start($1) }
  }

  /// The words that name the speaker of the statement that the quotation goes on with: the last one
  /// before it in its paragraph, or in the paragraph before if this one is a quotation alone.
  private func source(of quotation: Range<Int>, _ attributions: [Attribution]) -> [ByteRange] {
    let sentence = text.sentence(ofToken: quotation.lowerBound)
    guard let paragraph = text.paragraphs.firstIndex(where: { $0.contains(sentence) }) else {
      return []
    }
    let isAlone =
      text.sentences[text.paragraphs[paragraph].lowerBound].lowerBound == quotation.lowerBound
    let first = isAlone ? max(0, paragraph - 1) : paragraph
    let start = text.tokens.starts[text.sentences[text.paragraphs[first].lowerBound].lowerBound]
    let end = text.tokens.starts[quotation.lowerBound]
    let before = attributions.last {
      guard let source = $0.source.first else { return false }
      return source.lowerBound >= start && source.lowerBound < end
    }
    return before?.source ?? []
  }

  private static func start(_ attribution: Attribution) -> ByteRange {
    let parts = attribution.source + attribution.cue + attribution.content
    return parts.min() ?? attribution.content[0]
  }

  /// Words in quotation marks that are fewer are a title or irony more often than speech.
  private static let leastWords = 4

  /// Whether the quotation begins and ends with sentences, so that nothing around it says who
  /// speaks.
  private func isWhole(_ quotation: Range<Int>) -> Bool {
    let first = text.sentences[text.sentence(ofToken: quotation.lowerBound)]
    let last = text.sentences[text.sentence(ofToken: quotation.upperBound - 1)]
    return first.lowerBound == quotation.lowerBound && last.upperBound == quotation.upperBound
  }
}
