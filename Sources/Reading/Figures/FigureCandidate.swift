internal import Language
package import ParleyModel
package import Quantities

/// A quantity of an article that may be one of its figures.
package struct FigureCandidate: Sendable {
  /// The quantity.
  package let quantity: Quantity
  /// The tokens of the quantity, unit included.
  package let tokens: Range<Int>
  /// The token of what is counted or measured: the noun, else the head of the number.
  let noun: Int
  /// The token that `noun` hangs on, usually a verb; -1 where there is none.
  let governor: Int
  /// The index of the sentence.
  let sentence: Int
  /// The index of the paragraph.
  let paragraph: Int
  /// Whether the same number with the same unit stands earlier in the article.
  package let isRepeated: Bool
  /// The index of the innermost attribution whose content holds it; `nil` where there is none.
  let attribution: Int?

  /// Finds the quantities of `text`, without ages and comparisons.
  static func all(
    _ text: AnnotatedText, attributions: [Attribution], quantities reader: QuantityReader,
    units: FigureUnits
  ) -> [FigureCandidate] {
    var candidates: [FigureCandidate] = []
    var seen: Set<Key> = []
    for (number, paragraph) in text.paragraphs.enumerated() {
      guard let first = text.sentences[paragraph].first, let last = text.sentences[paragraph].last
      else { continue }
      let span = text.span(first.lowerBound..<last.upperBound)
      for var quantity in reader.quantities(of: text.article.text, in: span)
      where quantity.kind != .age && quantity.comparedWith == nil {
        let factor = units.factor(quantity.unit)
        switch quantity.value {
        case .exact(let number): quantity.value = .exact(number * factor)
        case .range(let low, let high): quantity.value = .range(low * factor, high * factor)
        }
        let start = text.tokens.index(atOrAfter: quantity.range.lowerBound)
        var end = text.tokens.index(atOrAfter: quantity.range.upperBound)
        if end < text.tokens.count,
          Int(text.tokens.starts[end]) < quantity.range.upperBound
        {
          end += 1
        }
        guard start < end else { continue }
        let isNew = seen.insert(Key(value: quantity.value, unit: quantity.unit)).inserted
        candidates.append(
          FigureCandidate(
            quantity, tokens: start..<end, paragraph: number, in: text, attributions,
            isRepeated: !isNew))
      }
    }
    return candidates
  }

  private struct Key: Hashable {
    let value: Quantity.Value
    let unit: String?
  }

  private init(
    _ quantity: Quantity, tokens: Range<Int>, paragraph: Int, in text: AnnotatedText,
    _ attributions: [Attribution], isRepeated: Bool
  ) {
    self.quantity = quantity
    self.tokens = tokens
    self.paragraph = paragraph
    self.isRepeated = isRepeated
    let sentence = text.sentence(ofToken: tokens.lowerBound)
    self.sentence = sentence
    let range = text.sentences[sentence]
    // The token of the quantity that hangs on something outside it.
    let outer =
      tokens.first { token in
        text.heads[token] >= 0 && !tokens.contains(Int(text.heads[token]))
      } ?? tokens.upperBound - 1
    var noun = outer
    if let written = quantity.nounRange {
      noun = text.tokens.index(atOrAfter: written.lowerBound)
    } else if text.tags[outer] == .num || text.tags[outer] == .sym,
      text.heads[outer] >= 0, Self.isNoun(text.tags[Int(text.heads[outer])])
    {
      noun = Int(text.heads[outer])
    }
    if !range.contains(noun) { noun = outer }
    self.noun = noun
    governor = Int(text.heads[noun])
    attribution = attributions.indices.last { index in
      attributions[index].content.contains { $0.overlaps(quantity.range) }
    }
  }

  /// The value as a figure gives it; fractions are rounded to four places.
  package var value: Figure.Value {
    func rounded(_ number: Double) -> Double {
      quantity.kind == .fraction ? (number * 10_000).rounded() / 10_000 : number
    }
    switch quantity.value {
    case .exact(let number): return .exact(rounded(number))
    case .range(let low, let high): return .range(rounded(low), rounded(high))
    }
  }

  static func isNoun(_ tag: Tag) -> Bool { tag == .noun || tag == .propn }
}
