package import Language
package import ParleyModel

/// Finds attributions inside the content of others: "Ek said that Om had promised to leave".
package struct NestedReader {
  private let text: AnnotatedText
  private let cues: CueLexicon
  private let marks: QuotationMarks

  /// Looks at `text` with the words of `cues`.
  package init(_ text: AnnotatedText, cues: CueLexicon) {
    self.text = text
    self.cues = cues
    marks = QuotationMarks(text)
  }

  /// Returns `attributions` with those inside added, each behind the one that it stands in.
  package func completed(_ attributions: [Attribution]) -> [Attribution] {
    var result: [Attribution] = []
    var taken: Set<Int> = []
    for cue in attributions.lazy.flatMap(\.cue) {
      let start = text.tokens.index(atOrAfter: cue.lowerBound)
      let end = text.tokens.index(atOrAfter: cue.upperBound)
      taken.formUnion(start..<max(start, end))
    }
    for attribution in attributions {
      result.append(attribution)
      guard !attribution.cue.isEmpty else { continue }
      for span in attribution.content {
        let start = text.tokens.index(atOrAfter: span.lowerBound)
        let end = text.tokens.index(atOrAfter: span.upperBound)
        // What a quotation's own words report is left to the reader of the quotation, unless it opens
        // with a name: "'Ek said that he agreed,' the ministry said".
        if attribution.kind == .direct {
          let first = opening(in: start..<max(start, end))
          if let first { result.append(first) }
          for verb in start..<max(start, end) where verb > start && text.tags[verb - 1] == .propn {
            guard !taken.contains(verb), let inner = nested(at: verb, in: start..<end),
              inner.cue != first?.cue
            else { continue }
            taken.insert(verb)
            result.append(inner)
          }
          continue
        }
        for verb in start..<max(start, end)
        where !taken.contains(verb) && marks.states[verb] == .outside {
          guard
            let inner = nested(at: verb, in: start..<end) ?? closing(at: verb, in: start..<end)
              ?? addressed(at: verb, in: start..<end)
          else { continue }
          taken.insert(verb)
          result.append(inner)
        }
      }
    }
    return result
  }

  private func attribution(
    source: Range<Int>, cue: Range<Int>, content: Range<Int>
  ) -> Attribution {
    let quoted = content.count { marks.states[$0] != .outside }
    return Attribution(
      source: [text.span(source)], cue: [text.span(cue)], content: [text.span(content)],
      kind: quoted == 0 ? .indirect : quoted >= content.count - 1 ? .direct : .mixed)
  }

  /// The attribution that a quotation opens with, by the name of somebody who says it.
  private func opening(in content: Range<Int>) -> Attribution? {
    guard let first = content.first(where: { text.tokens.shapes[$0].contains(.letter) }),
      text.tags[first] == .propn,
      let verb = (first + 1..<min(first + 9, content.upperBound)).first(where: {
        text.tags[$0] == .verb
      }), (first..<verb).allSatisfy({ isNominal($0) || text.tags[$0] == .adv })
    else { return nil }
    return nested(at: verb, in: first..<content.upperBound)
  }

  /// The attribution that the verb makes with its subject and the clause that depends on it.
  private func nested(
    at verb: Int, in content: Range<Int>
  ) -> Attribution? {
    guard text.tags[verb] == .verb, isSpeech(verb) else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: verb)].clamped(to: content)
    var subject: Int?
    var clause: Int?
    for token in sentence where Int(text.heads[token]) == verb {
      switch text.relations[token] {
      case .nsubj where token < verb: subject = token
      case .ccomp where token > verb: clause = clause ?? token
      default: break
      }
    }
    guard let subject, clause != nil else { return nil }
    var first = verb + 1
    // "told him that", "said on Monday that".
    if let that = (first..<min(first + 6, sentence.upperBound)).first(where: {
      text.tokens.words[$0] == FixedWords.that
    }) {
      first = that + 1
    }
    let end = trimmed(sentence.upperBound, from: first)
    guard end - first >= 2 else { return nil }
    var start = subject
    while start > sentence.lowerBound, isNominal(start - 1) { start -= 1 }
    var cueStart = verb
    while cueStart > subject + 1,
      text.tags[cueStart - 1] == .aux || text.tags[cueStart - 1] == .adv
    {
      cueStart -= 1
    }
    return Attribution(
      source: [text.span(start..<subject + 1)], cue: [text.span(cueStart..<verb + 1)],
      content: [text.span(first..<end)], kind: .indirect)
  }

  /// The attribution that a verb makes behind what is said: "'The truce holds,' Ek said in a speech".
  private func closing(at verb: Int, in content: Range<Int>) -> Attribution? {
    guard text.tags[verb] == .verb, isSpeech(verb) else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: verb)].clamped(to: content)
    guard sentence.upperBound - verb <= 16 else { return nil }
    // "Ek said" behind a comma or the end of a quotation, or "said Ek".
    var start = verb
    while start > sentence.lowerBound, isNominal(start - 1) || text.tags[start - 1] == .pron {
      start -= 1
    }
    var source = start..<verb
    if source.isEmpty {
      var end = verb + 1
      while end < sentence.upperBound, isNominal(end) { end += 1 }
      source = verb + 1..<end
    }
    let mark = start - 1
    guard !source.isEmpty, mark - sentence.lowerBound >= 3,
      text.tokens.words[mark] == FixedWords.comma || text.tokens.shapes[mark].contains(.quote)
    else { return nil }
    let end = trimmed(start, from: sentence.lowerBound)
    guard end - sentence.lowerBound >= 3 else { return nil }
    return attribution(
      source: source, cue: verb..<verb + 1,
      content: sentence.lowerBound..<(marks.states[mark] == .outside ? end : start))
  }

  /// The attribution of a verb between a name or noun and "that", with whom it was said to: "the minister
  /// assured the mediators that".
  private func addressed(at verb: Int, in content: Range<Int>) -> Attribution? {
    guard text.tags[verb] == .verb, isSpeech(verb) else { return nil }
    let sentence = text.sentences[text.sentence(ofToken: verb)].clamped(to: content)
    var cue = verb
    while cue > sentence.lowerBound, text.tags[cue - 1] == .aux || text.tags[cue - 1] == .adv {
      cue -= 1
    }
    var start = cue
    while start > sentence.lowerBound, isNominal(start - 1), text.tags[start - 1] != .num {
      start -= 1
    }
    guard start < cue || text.tags[max(cue, 1) - 1] == .pron,
      start == sentence.lowerBound || text.tags[start - 1] != .adp
    else { return nil }
    var that = verb + 1
    var source = start..<cue
    // "He was told by the mayor that".
    if cue < verb, that < sentence.upperBound, text.tokens.words[that] == FixedWords.by {
      var end = that + 1
      while end < sentence.upperBound, isNominal(end), text.tokens.words[end] != FixedWords.that {
        end += 1
      }
      source = that + 1..<end
      that = end
    }
    guard !source.isEmpty,
      text.tags[source.upperBound - 1] == .noun || text.tags[source.upperBound - 1] == .propn
    else { return nil }
    while that < sentence.upperBound, that - verb < 7,
      isNominal(that) || text.tags[that] == .pron,
      text.tokens.words[that] != FixedWords.that
    {
      that += 1
    }
    guard that < sentence.upperBound, text.tokens.words[that] == FixedWords.that else { return nil }
    let end = trimmed(sentence.upperBound, from: that + 1)
    guard end - that >= 4 else { return nil }
    return attribution(source: source, cue: cue..<verb + 1, content: that + 1..<end)
  }

  private func isSpeech(_ verb: Int) -> Bool {
    switch cues.kind(text.tokens.words[verb], text.tags[verb]) {
    case .say, .claim, .agree, .deny, .promise, .demand: true
    default: false
    }
  }

  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, text.tokens.shapes[end - 1].contains(.punctuation) { end -= 1 }
    return end
  }

  private func isNominal(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .det, .adj, .noun, .propn, .num, .part: true
    default: text.tokens.words[token] == FixedWords.hyphen
    }
  }
}
