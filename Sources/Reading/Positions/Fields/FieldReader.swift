internal import Language
internal import ParleyModel
internal import Parties

/// Reads what stands around a stance: to whom, where, on what condition, as of when.
struct FieldReader {
  private let context: ArticleContext
  private let clauseIndex: Int
  private let clause: Clause
  private var text: AnnotatedText { context.text }

  init(_ context: ArticleContext, clause index: Int) {
    self.context = context
    clauseIndex = index
    clause = context.clauses[index]
  }

  /// The party that is asked, offered or threatened, other than `holder`.
  func addressee(except holder: PartyName) -> String? {
    let speech = context.speech.speech(at: clause.head)
    var words: [Int] = []
    if context.readings[clauseIndex]?.holder == .speaker, let subject = clause.subject {
      words.append(subject)
    }
    for head in [clause.head] + clause.governors.prefix(1).map(\.token) {
      words += context.parties.dependents.of(head).map(Int.init).filter { child in
        switch text.relations[child] {
        case .obj, .iobj: true
        case .obl, .nmod: leads(child, Self.towards)
        default: false
        }
      }
    }
    for word in words {
      guard let found = context.parties.resolve(word, in: speech)?.parties.first,
        found != holder, found.index != nil || text.tags[word] == .propn
      else { continue }
      return found.name
    }
    return nil
  }

  /// The names of places that the stance is about.
  func places(except parties: [String]) -> [ByteRange] {
    var found: [ByteRange] = []
    var token = clause.tokens.lowerBound
    while token < clause.tokens.upperBound {
      guard let mention = context.parties.mention(at: token) else {
        token += 1
        continue
      }
      token = mention.tokens.upperBound
      let isNamed = mention.use == .name || mention.use == .seat || mention.use == .unknown
      let head =
        mention.tokens.last { text.relations[$0] != .compound } ?? mention.tokens.lowerBound
      if isNamed, !mention.isPerson, !parties.contains(mention.party.name), leads(head, Self.at) {
        found.append(text.span(mention.tokens))
      }
    }
    return found
  }

  /// The words that make the stance conditional.
  func condition() -> ByteRange? {
    let sentence = text.sentences[text.sentence(ofToken: clause.head)]
    for token in sentence {
      let word = text.tokens.words[token]
      if text.relations[token] == .mark, Self.conditional.contains(word) {
        let head = Int(text.heads[token])
        let isOurs =
          head >= 0 && (Int(text.heads[head]) == clause.head || clause.tokens.contains(head))
        if isOurs, head != clause.head {
          let reach = context.parties.dependents.reach(head)
          return text.span(trimmed(max(reach.lowerBound, token)..<reach.upperBound))
        }
      }
      if let end = phrase(at: token, in: sentence) {
        return text.span(trimmed(token..<end))
      }
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, text.tags[end - 1] == .punct { end -= 1 }
    return range.lowerBound..<end
  }

  /// The end of a phrase of exchange that begins at `token`: "in return (for ...)".
  private func phrase(at token: Int, in sentence: Range<Int>) -> Int? {
    guard token + 1 < sentence.upperBound, Self.inOn.contains(text.tokens.words[token]),
      Self.exchange.contains(text.tokens.words[token + 1])
    else { return nil }
    let head = token + 1
    return max(
      head + 1, min(sentence.upperBound, context.parties.dependents.reach(head).upperBound))
  }

  private func leads(_ token: Int, _ prepositions: Set<UInt64>) -> Bool {
    context.parties.dependents.of(token).map(Int.init).contains { child in
      text.relations[child] == .case && prepositions.contains(text.tokens.words[child])
    }
  }

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordHash.of($0) })
  }

  private static let towards = hashes("to on from with for against upon")
  private static let at = hashes("in from of over on near at around into across")
  private static let conditional = hashes("if unless until provided providing once")
  private static let inOn = hashes("in on")
  private static let exchange = hashes("return exchange condition")
}
