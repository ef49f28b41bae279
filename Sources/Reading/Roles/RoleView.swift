package import Language

/// What the reader of attributions looks at in each token, computed once for a whole text.
package struct RoleView {
  package let text: AnnotatedText
  package var word: WordFeatures { text.features }
  package let marks: QuotationMarks
  let lexicon: CueLexicon
  /// What each token does as a cue.
  package let cues: [CueKind]
  /// The sentence of each token.
  let sentences: [Int32]
  /// The nearest cue verb or noun above each token in the tree; -1 where there is none.
  let governors: [Int32]
  /// The relation by which the token, or the word above it, hangs on the governor.
  let governedBy: [UInt8]
  /// The nearest cue before and behind each token in its sentence; -1 where there is none.
  let cueBefore: [Int32]
  let cueBehind: [Int32]
  /// Whether each sentence has a quotation mark, and a cue verb.
  let quoted: [Bool]
  let cued: [Bool]
  /// The paragraph's first sentence, for each sentence.
  let paragraphStart: [Int32]

  package init(_ text: AnnotatedText, lexicon: CueLexicon) {
    self.text = text
    self.lexicon = lexicon
    marks = QuotationMarks(text)
    let count = text.tokens.count
    let cues = (0..<count).map { lexicon.kind(text.tokens.words[$0], text.tags[$0]) }
    self.cues = cues
    var sentences = [Int32](repeating: 0, count: count)
    var before = [Int32](repeating: -1, count: count)
    var behind = before
    var quoted: [Bool] = []
    var cued: [Bool] = []
    for (number, sentence) in text.sentences.enumerated() {
      var last: Int32 = -1
      var hasQuote = false
      for index in sentence {
        sentences[index] = Int32(number)
        before[index] = last
        if cues[index] != .none { last = Int32(index) }
        if marks.states[index] != .outside { hasQuote = true }
      }
      cued.append(last >= 0)
      quoted.append(hasQuote)
      last = -1
      for index in sentence.reversed() {
        behind[index] = last
        if cues[index] != .none { last = Int32(index) }
      }
    }
    self.sentences = sentences
    cueBefore = before
    cueBehind = behind
    self.quoted = quoted
    self.cued = cued
    var paragraphStart = [Int32](repeating: 0, count: text.sentences.count)
    for paragraph in text.paragraphs {
      for sentence in paragraph { paragraphStart[sentence] = Int32(paragraph.lowerBound) }
    }
    self.paragraphStart = paragraphStart
    (governors, governedBy) = Self.governors(text, cues)
  }

  private static func governors(
    _ text: AnnotatedText, _ cues: [CueKind]
  ) -> ([Int32], [UInt8]) {
    var governors = [Int32](repeating: -1, count: cues.count)
    var relations = [UInt8](repeating: 63, count: cues.count)
    for index in cues.indices {
      var child = index
      for _ in 0..<20 {
        let head = text.heads[child]
        if head < 0 { break }
        let kind = cues[Int(head)]
        if kind.isVerb || kind == .noun {
          governors[index] = head
          relations[index] = text.relations[child].rawValue
          break
        }
        child = Int(head)
      }
    }
    return (governors, relations)
  }

  /// The rows of tokens that are labelled each by itself: paragraphs, cut at sentences where they
  /// are longer than `limit` tokens.
  package func rows(limit: Int = 400) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    for paragraph in text.paragraphs {
      var start = text.sentences[paragraph.lowerBound].lowerBound
      for sentence in paragraph {
        let end = text.sentences[sentence].upperBound
        if sentence + 1 == paragraph.upperBound
          || text.sentences[sentence + 1].upperBound - start > limit
        {
          rows.append(start..<end)
          start = end
        }
      }
    }
    return rows
  }
}
