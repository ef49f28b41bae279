internal import Language
internal import Parties

/// What tells which issue a clause is about.
struct IssueFeatures {
  private let context: ArticleContext
  private var text: AnnotatedText { context.text }

  init(_ context: ArticleContext) { self.context = context }

  /// Returns the features of the clause with this index.
  func features(_ index: Int, isTracing: Bool = false) -> FeatureList {
    var list = FeatureList(isTracing: isTracing)
    let clause = context.clauses[index]
    let sentence = text.sentences[text.sentence(ofToken: clause.head)]
    list.add("issue bias")
    let span = clause.tokens.prefix(60)
    for token in span where isContent(token) {
      list.add("issue word", context.stems[token])
      list.add("issue class", context.classes[token])
      if let next = (token + 1..<min(token + 3, span.upperBound)).first(where: isContent) {
        list.add("issue pair", context.stems[token], context.stems[next])
      }
    }
    for token in sentence where isContent(token) && !span.contains(token) {
      list.add("issue sentence", context.stems[token])
    }
    for child in context.parties.dependents.of(clause.head).map(Int.init)
    where text.relations[child] == .obj || text.relations[child] == .obl {
      list.add("issue object", context.stems[child], context.stems[clause.head])
    }
    cues(span, "issue cue", "issue cue weight", &list)
    cues(sentence.lowerBound..<sentence.upperBound, "sentence cue", "sentence cue weight", &list)
    for (issue, share) in context.issueShares.enumerated() where share >= 0.04 {
      list.add("article issue", UInt64(issue), UInt64(min(10, share * 20)))
      if share >= 0.1 { list.add("article issue big", UInt64(issue)) }
    }
    if let reading = context.readings[index] {
      list.add("issue rule", UInt64(reading.rule.rawValue))
    }
    return list
  }

  /// Returns the chance of each issue by the cues alone: of the clause, its sentence, the article.
  func cueChances(_ index: Int) -> [Float] {
    let clause = context.clauses[index]
    let sentence = text.sentences[text.sentence(ofToken: clause.head)]
    var scores = context.issueShares.map { $0 * 4 }
    for match in context.taxonomy.matches(context.stems, in: clause.tokens) {
      scores[match.issue] += 2 * match.weight
    }
    for match in context.taxonomy.matches(context.stems, in: sentence) {
      scores[match.issue] += match.weight
    }
    let powers = scores.map { Exponential.of(min(20, $0)) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private func cues(
    _ tokens: Range<Int>, _ one: StaticString, _ all: StaticString, _ list: inout FeatureList
  ) {
    var weights = [Float](repeating: 0, count: context.taxonomy.codes.count)
    for match in context.taxonomy.matches(context.stems, in: tokens) {
      list.add(one, UInt64(match.number))
      weights[match.issue] += match.weight
    }
    guard let top = weights.max(), top > 0 else { return }
    for (issue, weight) in weights.enumerated() where weight > 0 {
      list.add(all, UInt64(issue), UInt64(min(8, weight * 2)))
      if weight == top { list.add(all, UInt64(issue), 99) }
    }
  }

  private func isContent(_ token: Int) -> Bool {
    switch text.tags[token] {
    case .noun, .verb, .adj, .propn, .adv: true
    default: false
    }
  }
}
