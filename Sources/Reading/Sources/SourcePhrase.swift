package import Language
internal import ParleyModel

/// The words that name a source, taken apart: the head, how many, how definite.
package struct SourcePhrase: Sendable {
  /// What the phrase is about.
  package enum Head: Sendable, Hashable {
    /// The name with this number among the mentions.
    case name(Int)
    /// A pronoun that stands for somebody.
    case pronoun(token: Int, Pronoun)
    /// "Who", "which": somebody named right before.
    case relative(token: Int)
    /// A noun that is no name.
    case noun(token: Int, WordKinds)
    /// A number or a word for some of many ("one", "others").
    case quantity(token: Int)
  }

  /// What the phrase is about.
  package private(set) var head: Head
  /// The words that describe the source, without article and relative clause.
  package private(set) var description: Range<Int>
  /// Whether the phrase points at something known ("the sources").
  package private(set) var isDefinite = false
  /// Whether more than one speaks.
  package private(set) var isPlural = false
  /// Whether the phrase sets the source apart from one named before ("another official").
  package private(set) var isOther = false
  /// How many ("three"); `nil` where not said.
  package private(set) var count: Range<Int>?
  /// The noun of the group in "one of the sources"; `nil` elsewhere.
  package private(set) var group: Int?
  /// The names joined to the first one ("Ek and Om").
  package private(set) var others: [Int] = []
  /// The whole phrase.
  package let range: Range<Int>

  /// Takes apart the words `range` of `text`; `nil` if they have no head.
  package init?(
    _ range: Range<Int>, of text: AnnotatedText, names: EntityTable, lexicon: NameLexicon,
    pronouns: PronounLexicon
  ) {
    self.range = range
    var walk = NounPhraseWalk(text: text, names: names, lexicon: lexicon, pronouns: pronouns)
    walk.run(range)
    guard let start = walk.start else { return nil }
    description = start..<max(walk.end, start + 1)
    head = .quantity(token: start)
    if let pronoun = walk.pronoun {
      head = pronoun
      if case .pronoun(_, .several) = pronoun { isPlural = true }
      return
    }
    isDefinite = walk.isDefinite
    isOther = walk.isOther
    count = walk.count
    guard let last = walk.last else {
      settleQuantity(walk, text, lexicon)
      // "One of the country's best-known experts, Ek Om,".
      if walk.countIsOne,
        let named = walk.apposition(behind: walk.end, in: range, isIndefinite: false)
      {
        head = .name(named)
      }
      return
    }
    let mention = Int(names.mentionAt[last])
    if mention >= 0 {
      head = .name(mention)
      others = walk.joinedNames(from: walk.end, in: range)
      isPlural = !others.isEmpty
      return
    }
    let kind = lexicon.kinds(text.tokens.words[last])
    isPlural = kind.contains(.plural) || walk.count != nil && !walk.countIsOne
    if !kind.contains(.plural),
      let named = walk.apposition(behind: walk.end, in: range, isIndefinite: walk.isIndefinite),
      kind.isEmpty || !kind.isDisjoint(with: [.title, .person])
        || !names.mentions[named].title.isEmpty
    {
      head = .name(named)
      return
    }
    head = .noun(token: last, kind)
    description = start..<walk.descriptionEnd(from: max(walk.end, last + 1), in: range)
  }

  /// "One of the sources", "two of them", "others".
  private mutating func settleQuantity(
    _ walk: NounPhraseWalk, _ text: AnnotatedText, _ lexicon: NameLexicon
  ) {
    isPlural = !walk.countIsOne
    description =
      walk.end == range.lowerBound
      ? range : description.lowerBound..<walk.descriptionEnd(from: walk.end, in: range)
    guard walk.end < range.upperBound, text.tokens.words[walk.end] == FixedWords.of else { return }
    var index = walk.end + 1
    while index < range.upperBound {
      let kind = lexicon.kinds(text.tokens.words[index])
      if text.tags[index] == .noun, kind.contains(.person) || kind.contains(.title) {
        group = index
        return
      }
      guard text.tags[index] != .punct, text.tags[index] != .verb else { return }
      index += 1
    }
  }
}
