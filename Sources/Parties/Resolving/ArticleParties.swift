public import Language
internal import ParleyModel

/// The parties of one article: who is named where, and for whom people speak.
///
/// Built once from the annotated text; then answers which side any noun, name or pronoun is.
public struct ArticleParties: Sendable {
  /// The article.
  public let text: AnnotatedText
  /// The dependency tree turned around.
  public var dependents: Dependents { text.dependents }
  /// The names, in the order of the text, without overlaps.
  public private(set) var mentions: [Mention]
  /// The index of the mention that covers each token; -1 where there is none.
  public private(set) var mentionAt: [Int32]
  let catalogue: PartyCatalogue
  let folded: FoldedWords
  /// How often each party is named.
  private(set) var counts: [PartyName: Int] = [:]
  /// The parties that the article names most often, at most three.
  public private(set) var frequent: [PartyName] = []
  /// For the nouns of roles ("minister"): where they stood last beside which side.
  private(set) var roles: [(token: Int, word: UInt64, party: PartyName)] = []

  /// Finds the names of `text` and learns from the article who speaks for whom.
  public init(_ text: AnnotatedText, catalogue: PartyCatalogue) {
    self.text = text
    self.catalogue = catalogue
    folded = FoldedWords(text.tokens, of: text.article.text)
    let month = text.article.published.map { $0.year * 12 + $0.month }
    let finder = MentionFinder(catalogue: catalogue, text: text, folded: folded, month: month)
    mentions = finder.mentions()
    mentionAt = [Int32](repeating: -1, count: text.tokens.count)
    index()
    recall()
    unify(month: month)
    teach()
    for mention in mentions where !isPlace(mention) { counts[mention.party, default: 0] += 1 }
    frequent = Array(byFrequency.prefix(3))
    collectRoles()
  }

  private mutating func index() {
    for (number, mention) in mentions.enumerated() {
      for token in mention.tokens { mentionAt[token] = Int32(number) }
    }
  }

  /// Finds the surnames that the tagger took for other words: "Moor" after "Alan Moor".
  private mutating func recall() {
    let surnames = Set(
      mentions.filter { $0.isPerson && $0.tokens.count > 1 }.map {
        text.tokens.words[$0.tokens.upperBound - 1]
      })
    guard !surnames.isEmpty else { return }
    for token in mentionAt.indices
    where mentionAt[token] < 0 && surnames.contains(text.tokens.words[token])
      && text.tokens.shapes[token].contains(.capitalized)
    {
      mentions.append(
        Mention(
          tokens: token..<token + 1, use: .unknown, party: PartyName(name: text.word(token)),
          isPerson: false))
    }
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    index()
  }

  private static let placePrepositions = Set(
    ["in", "at", "near", "outside", "to", "from", "around", "inside"].map { WordHash.of($0) })

  /// Whether the words name a place, or a seat of government as one ("met in Doha").
  public func isPlace(_ mention: Mention) -> Bool {
    if mention.use == .place { return true }
    guard mention.use == .seat else { return false }
    let before = mention.tokens.lowerBound - 1
    return before >= 0 && Self.placePrepositions.contains(text.tokens.words[before])
  }

  /// Returns the mention that covers `token`.
  public func mention(at token: Int) -> Mention? {
    let number = mentionAt[token]
    return number < 0 ? nil : mentions[Int(number)]
  }

  /// The parties by how often the article names them, the most frequent first.
  public var byFrequency: [PartyName] {
    counts.sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }.map(\.key)
  }

  /// Returns the name that readings use for the party called `name`.
  public func canonical(_ name: String) -> String { catalogue.canonical(name) }

  /// Returns what kind of side the party is; `nil` for one that no list knows.
  public func kind(of party: PartyName) -> Party.Kind? {
    party.index.map { catalogue.parties[$0].kind }
  }

  /// Whether `name` is the name that readings use for a party of the lists.
  public func isKnown(_ name: String) -> Bool { catalogue.party(named: name) != nil }

  func kinds(_ token: Int) -> PartyWords.Kinds {
    let kinds = catalogue.words.kinds(of: text.tokens.words[token])
    guard kinds.isEmpty, text.tags[token] == .noun,
      catalogue.words.isAgentive(text.article.text[text.tokens.range(token).indices])
    else { return kinds }
    return .group
  }

  /// Gives short forms the party of the full form: surnames, first words of names, letters in
  /// brackets; and surnames of known people who are not named in full.
  private mutating func unify(month: Int?) {
    var surnames: [UInt64: PartyName] = [:]
    var firsts: [UInt64: PartyName] = [:]
    var letters: [UInt64: PartyName] = [:]
    for mention in mentions where mention.use == .person || mention.use == .unknown {
      let tokens = mention.tokens
      if tokens.count > 1 {
        let last = piece(tokens.upperBound - 1)
        if mention.isPerson, surnames[last] == nil { surnames[last] = mention.party }
        let first = text.tokens.words[tokens.lowerBound]
        if !mention.isPerson, firsts[first] == nil { firsts[first] = mention.party }
      }
      if tokens.upperBound + 2 < text.tokens.count, text.word(tokens.upperBound) == "(",
        text.word(tokens.upperBound + 2) == ")"
      {
        letters[text.tokens.words[tokens.upperBound + 1]] = mention.party
      }
    }
    for number in mentions.indices where mentions[number].use == .unknown {
      let tokens = mentions[number].tokens
      let word = text.tokens.words[tokens.lowerBound]
      if tokens.count > 2, let party = knownWithInitial(tokens, month: month) {
        mentions[number].party = party
        mentions[number].isPerson = true
      }
      guard tokens.count == 1 else { continue }
      if let party = letters[word] {
        mentions[number].party = party
      } else if let party = surnames[piece(tokens.lowerBound)] {
        mentions[number].party = party
        mentions[number].isPerson = true
      } else if let party = knownSurname(tokens.lowerBound, month: month) {
        mentions[number].party = party
        mentions[number].isPerson = true
      } else if let party = firsts[word], !isOften(word, than: party) {
        mentions[number].party = party
      }
    }
  }

  /// Whether the single word stands as a name more often than the full form: then it is the name.
  private func isOften(_ word: UInt64, than party: PartyName) -> Bool {
    var short = 0
    var full = 0
    for mention in mentions {
      if mention.party == party { full += 1 }
      if mention.tokens.count == 1, text.tokens.words[mention.tokens.lowerBound] == word {
        short += 1
      }
    }
    return short > full
  }

  private func piece(_ token: Int) -> UInt64 {
    let end = Int(folded.firsts[token + 1])
    return end > Int(folded.firsts[token]) ? folded.pieces[end - 1] : text.tokens.words[token]
  }

  /// The side of a known person with further names between the first and the last.
  private func knownWithInitial(_ tokens: Range<Int>, month: Int?) -> PartyName? {
    let name = text.word(tokens.lowerBound) + " " + text.word(tokens.upperBound - 1)
    let surname = Person.folded(text.word(tokens.upperBound - 1))
    for number in catalogue.surnames[surname] ?? [] {
      let person = catalogue.people[number]
      if person.holdsOffice(in: month), Person.folded(person.name) == Person.folded(name) {
        return PartyName(name: catalogue.parties[person.party].name, index: person.party)
      }
    }
    return nil
  }

  private func knownSurname(_ token: Int, month: Int?) -> PartyName? {
    let surname = Person.folded(text.word(token))
    for number in catalogue.surnames[surname] ?? [] {
      let person = catalogue.people[number]
      if person.isKnownBySurname, person.holdsOffice(in: month) {
        return PartyName(name: catalogue.parties[person.party].name, index: person.party)
      }
    }
    return nil
  }

  /// Learns the sides of people whom no list knows, from the roles that stand beside their names.
  private mutating func teach() {
    var sides: [String: PartyName] = [:]
    for number in mentions.indices where mentions[number].use == .unknown {
      let mention = mentions[number]
      guard mention.isPerson, sides[mention.party.name] == nil,
        let side = side(ofPersonAt: mention.tokens)
      else { continue }
      sides[mention.party.name] = side
    }
    for number in mentions.indices where mentions[number].use == .unknown {
      if let side = sides[mentions[number].party.name] { mentions[number].party = side }
    }
  }

  private mutating func collectRoles() {
    for token in 0..<text.tokens.count
    where mentionAt[token] < 0 && !kinds(token).isDisjoint(with: .office.union(.institution)) {
      if let party = modifiers(of: token).first {
        roles.append((token, text.tokens.words[token], party))
      } else if token + 1 < text.tokens.count, let next = mention(at: token + 1), next.isPerson,
        next.party.index != nil
      {
        roles.append((token, text.tokens.words[token], next.party))
      }
    }
  }

  /// Returns the party that the role noun `word` was of when it stood last before `token`.
  func remembered(_ word: UInt64, before token: Int) -> PartyName? {
    roles.last { $0.word == word && $0.token < token }?.party
      ?? roles.first { $0.word == word }?.party
  }
}
