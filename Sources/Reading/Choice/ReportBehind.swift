internal import Language

/// Mends attributions whose report stands behind what is said ("The talks failed, Ek said on Monday, as
/// the truce ended"), where the words chosen as content are but what goes on behind the cue, or a part
/// of the clause before.
struct ReportBehind {
  private let event: EventView
  private var text: AnnotatedText { event.text }

  init(_ event: EventView) { self.event = event }

  /// Returns `spans` with the clause before as content where the chosen words cannot be it.
  func mended(_ spans: LinkedSpans) -> LinkedSpans {
    let spans = parted(spans)
    guard let cue = spans.cue.first, let source = spans.source.first, spans.content.count == 1,
      let content = spans.content.first, isPlain(cue)
    else { return spans }
    let sentence = event.sentence(cue.lowerBound)
    guard sentence.count <= 200, sentence.contains(source.lowerBound),
      event.view.marks.states[cue.lowerBound] == .outside
    else { return spans }
    let first = min(cue.lowerBound, source.lowerBound)
    var end = first
    while end > sentence.lowerBound, isComma(end - 1) { end -= 1 }
    guard end < first, end - sentence.lowerBound >= 4 else { return spans }
    let front = sentence.lowerBound..<end
    if !sentence.contains(content.lowerBound),
      event.view.marks.states[content.lowerBound] == .outside,
      isStatement(front, mayAttribute: false)
    {
      // What a sentence reports is not in the next one.
      var mended = spans
      mended.content = [front]
      return mended
    }
    let behind = max(cue.upperBound, source.upperBound)
    let isTail = content.lowerBound >= behind && isNoReport(content, behind: behind)
    let isClause =
      content.upperBound == end && content.lowerBound > sentence.lowerBound
      && Self.relatives.contains(text.tokens.words[content.lowerBound])
    guard isTail || isClause, isStatement(front, mayAttribute: isTail) else {
      return spans
    }
    var mended = spans
    mended.content = [front]
    return mended
  }

  /// Returns `spans` with the source cut where it takes in the clause that is said: "[Five trucks arrived,
  /// Anna Ek, the mayor,] said".
  private func parted(_ spans: LinkedSpans) -> LinkedSpans {
    guard let cue = spans.cue.first, let source = spans.source.first,
      source.upperBound <= cue.lowerBound, isPlain(cue), source.count > 5,
      let subject = source.first(where: {
        text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass
      }),
      let verb = source.first(where: {
        $0 > subject && (text.tags[$0] == .aux || $0 == Int(text.heads[subject]))
      }), text.tags[verb] == .verb || text.tags[verb] == .aux,
      !(source.lowerBound...verb).contains(where: {
        Self.relatives.contains(text.tokens.words[$0])
      }),
      let comma = lastComma(in: verb..<source.upperBound), comma + 1 < source.upperBound,
      text.tags[comma + 1] == .propn || text.tags[comma + 1] == .det
        || text.tags[comma + 1] == .noun || text.tags[comma + 1] == .adj
    else { return spans }
    let sentence = event.sentence(cue.lowerBound)
    guard sentence.contains(comma) else { return spans }
    var parted = spans
    parted.source = [comma + 1..<source.upperBound]
    parted.content = [sentence.lowerBound..<comma]
    return parted
  }

  /// The comma before who speaks: the last one that no apposition follows.
  private func lastComma(in range: Range<Int>) -> Int? {
    var commas = range.filter { isComma($0) }
    if let last = commas.last, last == range.upperBound - 1 {
      // "..., Anna Ek, the mayor,".
      commas.removeLast()
      return commas.count > 1 ? commas[commas.count - 2] : commas.last
    }
    return commas.last
  }

  /// Whether the cue is a verb of plain telling.
  private func isPlain(_ cue: Range<Int>) -> Bool {
    if event.view.lexicon.isPreposition(text.tokens.words[cue]) { return true }
    guard cue.count <= 3, event.view.cues[event.head(cue)] == .say else { return false }
    return cue.allSatisfy {
      switch text.tags[$0] {
      case .verb, .aux, .adv, .adp: !Self.negations.contains(text.tokens.words[$0])
      default: false
      }
    }
  }

  private func isComma(_ token: Int) -> Bool { text.tokens.words[token] == Self.comma }

  /// Whether the words behind a cue are not what is said: a time, a place, or the next clause.
  private func isNoReport(_ content: Range<Int>, behind: Int) -> Bool {
    if isComma(content.lowerBound - 1) || isComma(content.lowerBound) {
      let first = isComma(content.lowerBound) ? content.lowerBound + 1 : content.lowerBound
      guard first < content.upperBound else { return false }
      // "..., the ministry said, paving the way".
      return Self.turns.contains(text.tokens.words[first])
        || text.tags[first] == .verb && text.word(first).hasSuffix("ing")
    }
    guard !content.contains(where: { text.tags[$0] == .aux || text.relations[$0] == .nsubj }) else {
      return false
    }
    let top = event.top(content)
    switch text.relations[top] {
    case .obl, .nmod, .advmod: return text.tags[top] != .verb && text.tags[top] != .pron
    default: return false
    }
  }

  /// Whether the words before a report are a clause that, unless it may attribute, nobody else says.
  private func isStatement(_ front: Range<Int>, mayAttribute: Bool) -> Bool {
    guard
      front.contains(where: { text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass }),
      !Self.subordinate.contains(text.tokens.words[front.lowerBound])
    else { return false }
    return front.allSatisfy {
      event.view.marks.states[$0] == .outside
        && (mayAttribute || event.labels.labels[$0].role != .cue)
    }
  }

  private static let comma = WordHash.of(",")
  private static let negations = Set(["not", "n't", "never"].map { WordHash.of($0) })
  private static let relatives = Set(["that", "which", "who"].map { WordHash.of($0) })
  private static let turns = Set(
    [
      "as", "after", "while", "when", "amid", "ahead", "following", "because", "before", "during",
      "despite", "since", "hours", "days", "weeks", "a",
    ].map { WordHash.of($0) })
  private static let subordinate = Set(
    [
      "as", "after", "while", "when", "in", "at", "on", "if", "before", "during", "despite",
      "since",
      "because", "though", "although", "even", "until", "unless", "whether", "speaking", "asked",
      "with", "for", "by", "from",
    ].map { WordHash.of($0) })
}
