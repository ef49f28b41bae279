package import Language

/// Finds the person that "he" or "she" means.
///
/// Every person named before gets a score: how near, whether as a subject or as the last speaker,
/// how often in the whole text, whether the gender fits. A pronoun that nobody fits stays
/// unresolved.
///
/// - Source: Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution", for scores
///   that fall with distance and rise with standing.
package struct PersonResolver: Sendable {
  private let text: AnnotatedText
  private let names: EntityTable
  /// The sentence and paragraph of each mention.
  private let sentences: [Int]
  private let paragraphs: [Int]
  private let paragraphOfSentence: [Int]
  private let standings: [Standing]
  /// Whether each mention stands in words that are quoted.
  let isQuoted: [Bool]
  /// The gender of each entity: as the names show it, or as pronouns taught it.
  private var genders: [Gender?]

  /// Looks at the names of `text`.
  ///
  /// - Parameter quotations: What is quoted, in the order of the text.
  package init(_ text: AnnotatedText, names: EntityTable, quotations: [Range<Int>]) {
    self.text = text
    self.names = names
    var isQuoted = [Bool](repeating: false, count: names.mentions.count)
    for quotation in quotations {
      var number = names.mention(atOrAfter: quotation.lowerBound)
      while number < isQuoted.count,
        names.mentions[number].tokens.lowerBound < quotation.upperBound
      {
        isQuoted[number] = true
        number += 1
      }
    }
    self.isQuoted = isQuoted
    var paragraphOfSentence = [Int](repeating: 0, count: text.sentences.count)
    for (number, paragraph) in text.paragraphs.enumerated() {
      for sentence in paragraph { paragraphOfSentence[sentence] = number }
    }
    self.paragraphOfSentence = paragraphOfSentence
    sentences = names.mentions.map { text.sentence(ofToken: $0.tokens.lowerBound) }
    paragraphs = sentences.map { paragraphOfSentence[$0] }
    standings = names.mentions.map { Standing($0.tokens, in: text) }
    genders = names.entities.map(\.gender)
  }

  /// What a search is about.
  package struct Query: Sendable {
    /// The pronoun or description.
    package var token: Int
    /// The gender that it shows.
    package var gender: Gender?
    /// Tokens in which names do not count: what the searched person says himself.
    package var excluded: [Range<Int>] = []
    /// The person who spoke last, and the sentence in which he did.
    package var lastSpeaker: (entity: Int, sentence: Int)?
    /// Persons who cannot be meant.
    package var barred: Set<Int> = []

    /// Makes a query.
    package init(token: Int, gender: Gender?) {
      self.token = token
      self.gender = gender
    }
  }

  /// Returns the entity that fits best; `nil` if none does.
  package func resolve(_ query: Query) -> Int? {
    let sentence = text.sentence(ofToken: query.token)
    let paragraph = paragraphOfSentence[sentence]
    var scores: [Int: Float] = [:]
    for (number, mention) in names.mentions.enumerated().reversed() {
      guard mention.kind == .person, mention.tokens.upperBound <= query.token else { continue }
      if paragraph - paragraphs[number] > Self.reach { break }
      if query.barred.contains(mention.entity) { continue }
      if query.excluded.contains(where: { $0.contains(mention.tokens.lowerBound) }) { continue }
      if let gender = query.gender, let own = genders[mention.entity], own != gender { continue }
      let distance = Float(sentence - sentences[number])
      let steps = Float(paragraph - paragraphs[number])
      var score = 5 - min(distance, 6) * 0.8 - steps * 0.5
      let standing = standings[number]
      if standing.isSubject { score += 2 }
      if standing.isPossessor { score -= 1 }
      if isQuoted[number] { score -= Self.whatOthersName }
      if query.gender != nil, genders[mention.entity] == query.gender { score += 1 }
      score += min(Float(names.entities[mention.entity].count), 6) * 0.15
      if let last = query.lastSpeaker, last.entity == mention.entity,
        sentence - last.sentence <= 4
      {
        score += 2
      }
      scores[mention.entity] = max(scores[mention.entity] ?? -100, score)
    }
    let best = scores.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let best, best.value >= Self.threshold else { return nil }
    return best.key
  }

  /// Notes that a pronoun of `gender` was taken to mean `entity`.
  package mutating func learn(_ entity: Int, _ gender: Gender) {
    if genders[entity] == nil { genders[entity] = gender }
  }

  /// What it costs a name to stand in what somebody else is quoted with.
  private static let whatOthersName: Float = 1.5
  /// How many paragraphs back a pronoun reaches.
  private static let reach = 4
  /// The score below which nobody fits.
  private static let threshold: Float = 1.5
}
