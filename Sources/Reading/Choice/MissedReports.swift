internal import Language

/// Finds reports that the labels miss and that their form gives away: "The talks failed, the ministry
/// said", "The ministry said the talks failed", "The talks failed, according to the ministry".
struct MissedReports {
  private let event: EventView
  private var text: AnnotatedText { event.text }

  init(_ event: EventView) { self.event = event }

  /// Returns the reports whose cue is none of those in `found`.
  func reports(besides found: [LinkedSpans]) -> [LinkedSpans] {
    var taken = [Bool](repeating: false, count: text.tokens.count)
    for span in found {
      for range in span.cue + span.source { for token in range { taken[token] = true } }
    }
    var reports: [LinkedSpans] = []
    for sentence in text.sentences where sentence.count <= Self.longest {
      for token in sentence where !taken[token] && event.view.marks.states[token] == .outside {
        if let report = report(by: token, in: sentence) ?? reference(by: token, in: sentence)
          ?? nominal(by: token, in: sentence) ?? hearsay(by: token, in: sentence)
        {
          reports.append(report)
        }
      }
    }
    return reports
  }

  /// The report that a verb of plain telling makes with its subject.
  private func report(by verb: Int, in sentence: Range<Int>) -> LinkedSpans? {
    guard text.tags[verb] == .verb else { return nil }
    let isPlain = Self.verbs.contains(text.tokens.words[verb])
    switch event.view.cues[verb] {
    case .say, .claim, .promise, .deny: break
    default: return nil
    }
    var subject: Int?
    var clause: Int?
    for child in event.children(verb) {
      switch text.relations[child] {
      case .nsubj: subject = subject ?? child
      case .ccomp: clause = child
      case .auxPass, .nsubjPass: return nil
      default: break
      }
    }
    guard let subject, text.tags[subject] != .pron || Self.isPerson(text.tokens.words[subject])
    else { return nil }
    var source = text.dependents.reach(subject).clamped(to: sentence)
    if subject < verb { source = source.clamped(to: source.lowerBound..<verb) }
    guard source.contains(subject), source.count <= 24 else { return nil }
    let cue = verb..<verb + 1
    let first = min(source.lowerBound, verb)
    let behind = max(source.upperBound, cue.upperBound)
    if let clause, clause > behind {
      let start = max(behind, text.dependents.reach(clause).lowerBound)
      let content = start..<trimmed(sentence.upperBound, from: start)
      return content.count >= 3 && isOutside(content) && (isPlain || opensClause(content))
        ? LinkedSpans(source: [source], cue: [cue], content: [content]) : nil
    }
    guard isPlain, first - 1 > sentence.lowerBound + 3, isComma(first - 1),
      case let front = sentence.lowerBound..<first - 1, isOutside(front),
      front.contains(where: { text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass })
    else { return nil }
    return LinkedSpans(source: [source], cue: [cue], content: [front])
  }

  /// What is told of nobody: "The mine will reportedly close", "The mine is said to be empty".
  private func hearsay(by token: Int, in sentence: Range<Int>) -> LinkedSpans? {
    var cue = token..<token + 1
    if !Self.adverbs.contains(text.tokens.words[token]) {
      guard Self.participles.contains(text.tokens.words[token]), token > sentence.lowerBound,
        token + 1 < sentence.upperBound, text.tags[token - 1] == .aux,
        Self.passives.contains(text.tokens.words[token - 1]),
        text.tokens.words[token + 1] == Self.to || text.tokens.words[token + 1] == Self.that
      else { return nil }
      cue = token - 1..<token + 1
    }
    let end = trimmed(sentence.upperBound, from: cue.upperBound)
    let front = sentence.lowerBound..<cue.lowerBound
    guard end - cue.upperBound > 2, isOutside(front), isOutside(cue.upperBound..<end) else {
      return nil
    }
    let parts = [front, cue.upperBound..<end].filter { !$0.isEmpty }
    return LinkedSpans(source: [], cue: [cue], content: parts)
  }

  /// Whether the words begin a clause of their own: with "that", or with a subject.
  private func opensClause(_ content: Range<Int>) -> Bool {
    text.tokens.words[content.lowerBound] == Self.that
      || content.prefix(6).contains { text.relations[$0] == .nsubj }
  }

  /// What a noun tells with the clause behind it: "warnings from the ministry that the talks may fail",
  /// "the mayor's claim that".
  private func nominal(by noun: Int, in sentence: Range<Int>) -> LinkedSpans? {
    guard event.view.cues[noun] == .noun, noun + 1 < sentence.upperBound else { return nil }
    var that = noun + 1
    var source: Range<Int>?
    if Self.from.contains(text.tokens.words[that]) {
      var end = that + 1
      while end < sentence.upperBound, end - that < 9, isNominal(end) { end += 1 }
      guard end > that + 1 else { return nil }
      source = that + 1..<end
      that = end
    } else if let owner = event.children(noun).first(where: {
      text.relations[$0] == .nmodPoss && $0 < noun
    }) {
      source = text.dependents.reach(owner).clamped(to: sentence.lowerBound..<noun)
    }
    let isRumour = Self.rumours.contains(text.tokens.words[noun])
    guard source.map({ !$0.isEmpty }) ?? isRumour, that < sentence.upperBound,
      text.tokens.words[that] == Self.that,
      case let content = that..<clauseEnd(from: that + 1, sentence), content.count > 4,
      isOutside(content),
      content.contains(where: { text.relations[$0] == .nsubj || text.relations[$0] == .nsubjPass })
    else { return nil }
    return LinkedSpans(
      source: source.map { [$0] } ?? [], cue: [noun..<noun + 1], content: [content])
  }

  private func isNominal(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .det, .adj, .noun, .propn, .part, .num: text.tokens.words[token] != Self.that
    default: false
    }
  }

  /// Where a clause ends that stands inside a sentence: before a comma, else with the sentence.
  private func clauseEnd(from start: Int, _ sentence: Range<Int>) -> Int {
    (start..<max(start, sentence.upperBound)).first { isComma($0) }
      ?? trimmed(sentence.upperBound, from: start)
  }

  /// The report that "according to" makes with the words behind it.
  private func reference(by token: Int, in sentence: Range<Int>) -> LinkedSpans? {
    let cue = token..<min(token + 2, sentence.upperBound)
    guard text.tokens.words[token] == Self.according, let source = event.objectOfPreposition(cue)
    else { return nil }
    let front = sentence.lowerBound..<trimmed(token, from: sentence.lowerBound)
    if front.count > 3, isOutside(front) {
      return LinkedSpans(source: [source], cue: [cue], content: [front])
    }
    let end = source.upperBound
    guard token == sentence.lowerBound, end < sentence.upperBound, isComma(end),
      case let content = end + 1..<trimmed(sentence.upperBound, from: end + 1), content.count > 3,
      isOutside(content)
    else { return nil }
    return LinkedSpans(source: [source], cue: [cue], content: [content])
  }

  private func isComma(_ token: Int) -> Bool { text.tokens.words[token] == Self.comma }

  private func isOutside(_ range: Range<Int>) -> Bool {
    range.allSatisfy { event.view.marks.states[$0] == .outside }
  }

  /// `end` without the marks before it, but not below `start`.
  private func trimmed(_ end: Int, from start: Int) -> Int {
    var stop = end
    while stop > start, text.tags[stop - 1] == .punct,
      !text.tokens.shapes[stop - 1].contains(.quote)
    {
      stop -= 1
    }
    return max(stop, start)
  }

  private static func isPerson(_ word: UInt64) -> Bool { pronouns.contains(word) }

  /// Longer sentences are lists and tables.
  private static let longest = 200
  private static let rumours = Set(
    ["reports", "rumours", "rumors", "speculation", "allegations", "claims", "suggestions"].map {
      WordHash.of($0)
    })
  private static let adverbs = Set(
    ["reportedly", "allegedly", "purportedly", "supposedly"].map { WordHash.of($0) })
  private static let participles = Set(
    [
      "said", "reported", "believed", "thought", "understood", "alleged", "rumoured", "rumored",
      "claimed", "expected", "estimated", "feared", "suspected",
    ].map { WordHash.of($0) })
  private static let passives = Set(["is", "are", "was", "were"].map { WordHash.of($0) })
  private static let to = WordHash.of("to")
  private static let that = WordHash.of("that")
  private static let from = Set(["from", "by", "of"].map { WordHash.of($0) })
  private static let comma = WordHash.of(",")
  private static let according = WordHash.of("according")
  private static let pronouns = Set(["he", "she", "they", "it", "who"].map { WordHash.of($0) })
  private static let verbs = Set(
    [
      "said", "says", "told", "tells", "added", "warned", "warns", "announced", "stated",
      "insisted",
      "insists", "claimed", "argued", "indicated", "confirmed", "reported",
    ].map { WordHash.of($0) })
}
