package import Language
internal import ParleyModel

/// The entities of a text: its names joined where they name the same ("Angela Merkel", "Merkel",
/// "Mrs. Merkel"; "International Energy Agency", "IEA").
package struct EntityTable: Sendable {
  /// The names in the order of the text.
  package private(set) var mentions: [NameMention]
  /// The entities in the order of their first name.
  package private(set) var entities: [Entity] = []
  /// The mention that covers each token; -1 where none does.
  package let mentionAt: [Int32]
  /// The mention whose title or name covers each token; -1 where none does.
  package let titledMentionAt: [Int32]

  /// Joins the names `mentions` of `text`.
  package init(_ mentions: [NameMention], of text: AnnotatedText, lexicon: NameLexicon) {
    self.mentions = mentions
    var mentionAt = [Int32](repeating: -1, count: text.tokens.count)
    for (number, mention) in mentions.enumerated() {
      for token in mention.tokens { mentionAt[token] = Int32(number) }
    }
    self.mentionAt = mentionAt
    for (number, mention) in mentions.enumerated() {
      for token in mention.title where mentionAt[token] < 0 { mentionAt[token] = Int32(number) }
    }
    titledMentionAt = mentionAt
    var join = Joining(text: text, lexicon: lexicon)
    for number in mentions.indices {
      let entity = join.entity(of: mentions[number], in: &entities)
      self.mentions[number].entity = entity
      entities[entity].count += 1
    }
  }

  /// The number of the first mention that begins at token `index` or behind it.
  ///
  /// - Complexity: O(log m) in the number of mentions.
  package func mention(atOrAfter index: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The entity that token `index` names; `nil` if it names none.
  package func entity(at index: Int) -> Int? {
    mentionAt[index] < 0 ? nil : mentions[Int(mentionAt[index])].entity
  }
}

/// Joins names one after the other.
private struct Joining {
  let text: AnnotatedText
  let lexicon: NameLexicon
  /// The persons by the last word of the name, and by its first where it stands alone too.
  private var persons: [UInt64: [Int]] = [:]
  private var firsts: [UInt64: Int] = [:]
  /// The body by its words, and by its acronym.
  private var bodies: [UInt64: Int] = [:]
  private var acronyms: [UInt64: Int] = [:]
  /// The body by the noun that heads its name ("Observatory").
  private var heads: [UInt64: Int] = [:]

  init(text: AnnotatedText, lexicon: NameLexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  mutating func entity(of mention: NameMention, in entities: inout [Entity]) -> Int {
    if mention.kind == .person { return person(mention, &entities) }
    let key = mention.outlet.map { WordHash.of($0) } ?? hash(mention.tokens)
    if let known = bodies[key] { return known }
    if mention.tokens.count == 1, mention.kind == .organization,
      let known = heads[text.tokens.words[mention.tokens.lowerBound]]
    {
      return known
    }
    let last = mention.tokens.upperBound - 1
    if mention.tokens.count == 1, text.tokens.shapes[last].contains(.allCapitals),
      let known = acronyms[text.tokens.words[last]]
    {
      bodies[key] = known
      return known
    }
    let number = entities.count
    entities.append(
      Entity(kind: mention.kind, name: mention.tokens, outlet: mention.outlet, gender: nil))
    bodies[key] = number
    if mention.kind == .organization, mention.tokens.count > 1 {
      acronyms[initials(mention.tokens)] = number
      let link = mention.tokens.first { !text.tokens.shapes[$0].contains(.capitalized) }
      let head = text.tokens.words[(link ?? mention.tokens.upperBound) - 1]
      if lexicon.kinds(head).contains(.organization) { heads[head] = number }
      // "International Atomic Energy Agency (IAEA)".
      let open = mention.tokens.upperBound
      if open + 2 < text.tokens.count, text.tokens.words[open] == FixedWords.opening,
        text.tokens.shapes[open + 1].contains(.allCapitals),
        text.tokens.words[open + 2] == FixedWords.closing
      {
        acronyms[text.tokens.words[open + 1]] = number
      }
      if let acronym = named(behind: open) { acronyms[text.tokens.words[acronym]] = number }
    }
    return number
  }

  private static let particles = Set(
    [
      "de", "van", "von", "al", "el", "bin", "del", "della", "di", "da", "dos", "la", "le", "du",
      "ben",
      "der", "den", "ter", "abu",
    ].map { WordHash.of($0) })

  /// The acronym that a name is also known by: "the Northern Relief Committee, or NRC,", "known as the NRC".
  private func named(behind end: Int) -> Int? {
    let words = end..<min(end + 5, text.tokens.count)
    guard
      let link = words.first(where: {
        text.tokens.words[$0] == Self.orWord || text.tokens.words[$0] == Self.asWord
      })
    else { return nil }
    var next = link + 1
    if next < text.tokens.count, text.tokens.words[next] == FixedWords.the { next += 1 }
    guard next < text.tokens.count, text.tokens.shapes[next].contains(.allCapitals),
      text.tokens.ends[next] - text.tokens.starts[next] > 1,
      text.tokens.words[link] == Self.asWord
        ? text.tokens.words[link - 1] == Self.known : text.tokens.words[end] == FixedWords.comma
    else { return nil }
    return next
  }

  private static let orWord = WordHash.of("or")
  private static let asWord = WordHash.of("as")
  private static let known = WordHash.of("known")

  private mutating func person(_ mention: NameMention, _ entities: inout [Entity]) -> Int {
    let last = text.tokens.words[lexicon.surname(of: mention.tokens, in: text)]
    let first = text.tokens.words[mention.tokens.lowerBound]
    // Of two with one surname, the one named more often.
    var number = persons[last]?.filter { fits(mention, entities[$0]) }.max {
      (entities[$0].count, $0) < (entities[$1].count, $1)
    }
    if number == nil, mention.tokens.count == 1 { number = firsts[first] }
    let own = number ?? entities.count
    if number == nil {
      entities.append(
        Entity(kind: .person, name: mention.tokens, outlet: nil, gender: mention.gender))
    }
    if entities[own].gender == nil { entities[own].gender = mention.gender }
    if mention.tokens.count > entities[own].name.count { entities[own].name = mention.tokens }
    if !(persons[last] ?? []).contains(own) { persons[last, default: []].append(own) }
    // East Asian and given names stand alone too ("Kim", "Hillary").
    if mention.tokens.count > 1, firsts[first] == nil { firsts[first] = own }
    addTitles(mention, to: &entities[own])
    return own
  }

  /// Whether a person's name can be another form of a known one: "Ek Om" is not "Li Om".
  private func fits(_ mention: NameMention, _ known: Entity) -> Bool {
    guard mention.tokens.count > 1, known.name.count > 1 else {
      guard let a = mention.gender, let b = known.gender else { return true }
      return a == b
    }
    let a = mention.tokens.lowerBound
    let b = known.name.lowerBound
    // "De Gaulle" for "Charles de Gaulle".
    if Self.particles.contains(text.tokens.words[a])
      || Self.particles.contains(text.tokens.words[b])
    {
      return true
    }
    if text.tokens.words[a] == text.tokens.words[b] { return true }
    // An initial for the given name, or a shorter form of it ("Joe", "Joseph").
    return text.article.text[Int(text.tokens.starts[a])]
      == text.article.text[Int(text.tokens.starts[b])]
  }

  private func addTitles(_ mention: NameMention, to entity: inout Entity) {
    for index in mention.title { entity.titles.insert(lexicon.full(text.tokens.words[index])) }
    // "spokesman Ek", "the French foreign minister, Ek Om".
    var index = mention.title.lowerBound - 1
    if index >= 0, text.tokens.words[index] == FixedWords.comma { index -= 1 }
    var steps = 0
    while index >= 0, steps < 6, isDescriptive(index) {
      entity.titles.insert(text.tokens.words[index])
      index -= 1
      steps += 1
    }
    // "Ek Om, the leader of the party", "Ek Om, spokesman for the Ministry of Labour,".
    index = mention.tokens.upperBound
    guard index + 1 < text.tokens.count, text.tokens.words[index] == FixedWords.comma else {
      return
    }
    index += 1
    steps = 0
    guard
      text.tags[index] == .det || text.tags[index] == .noun || text.tags[index] == .adj
        || text.tags[index] == .propn || text.tags[index] == .pron
    else { return }
    var words: [UInt64] = []
    var hasNoun = false
    while index < text.tokens.count, steps < 14,
      isDescriptive(index) || text.tags[index] == .det || text.tags[index] == .part
        || hasNoun && text.tags[index] == .adp
    {
      if isDescriptive(index) { words.append(text.tokens.words[index]) }
      hasNoun = hasNoun || text.tags[index] == .noun
      index += 1
      steps += 1
    }
    // "With Ek, the Russian leader agreed": another one.
    guard index < text.tokens.count,
      text.tags[index] == .punct || text.tags[index] == .adp
        || text.tags[index] == .pron || text.tags[index] == .cconj
    else { return }
    entity.titles.formUnion(words)
  }

  private func isDescriptive(_ index: Int) -> Bool {
    switch text.tags[index] {
    case .noun, .adj: true
    case .propn: !lexicon.kinds(text.tokens.words[index]).contains(.givenName)
    default: text.tokens.words[index] == FixedWords.hyphen
    }
  }

  private func hash(_ tokens: Range<Int>) -> UInt64 {
    tokens.reduce(0) { WordHash.combine($0, text.tokens.words[$1]) }
  }

  private func initials(_ tokens: Range<Int>) -> UInt64 {
    var letters: [UInt8] = []
    for index in tokens where text.tokens.shapes[index].contains(.capitalized) {
      letters.append(text.article.text[Int(text.tokens.starts[index])])
    }
    return WordHash.of(letters, 0..<letters.count)
  }
}
