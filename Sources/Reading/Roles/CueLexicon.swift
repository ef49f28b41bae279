package import DataFiles
package import Language

/// What a word that attributes does; the lines of `language/cues.txt`.
package enum CueKind: UInt8, CaseIterable, Sendable {
  /// No cue.
  case none
  /// Plain telling ("said").
  case say
  /// Telling that one may doubt ("claimed").
  case claim
  /// Consent ("acknowledged").
  case agree
  /// Denial ("dismissed").
  case deny
  /// A wish put to somebody ("urged").
  case demand
  /// A promise or threat ("vowed").
  case promise
  /// Praise and blame ("condemned").
  case judge
  /// Belief, hope and fear ("believes").
  case think
  /// A question ("asked").
  case ask
  /// What documents do ("shows").
  case show
  /// A noun ("statement").
  case noun
  /// A preposition ("according to").
  case preposition
  /// An adverb ("reportedly").
  case adverb

  init?(name: String) {
    guard let kind = Self.allCases.first(where: { String(describing: $0) == name }) else {
      return nil
    }
    self = kind
  }

  /// Whether the cue is a verb.
  package var isVerb: Bool { rawValue >= CueKind.say.rawValue && rawValue <= CueKind.show.rawValue }
}

/// The words that attribute, in all their forms.
package struct CueLexicon: Sendable {
  /// The kind of the verb with this form. Where a verb has several kinds, the first line decides.
  private var verbs: [UInt64: CueKind] = [:]
  private var nouns: Set<UInt64> = []
  private var adverbs: Set<UInt64> = []
  private var prepositions: Set<UInt64> = []
  private var prepositionPhrases: [[UInt64]] = []

  /// Loads the lexicon.
  package init(_ data: DataFolder) throws(DataError) {
    let inflections = try Inflections(data)
    for line in try data.lines("language/cues.txt") {
      let fields = line.fields
      guard fields.count == 2, let kind = CueKind(name: fields[1]), kind != .none else {
        throw DataError(line, found: "not a word, a tab and one of the kinds that the head lists")
      }
      // Of a phrase the first word is looked at: the rest is learnt.
      guard let first = fields[0].split(separator: "-").first.map(String.init) else { continue }
      switch kind {
      case .noun:
        nouns.insert(WordHash.of(first))
        nouns.insert(WordHash.of(Inflections.plural(first)))
      case .adverb: adverbs.insert(WordHash.of(first))
      case .preposition:
        prepositions.insert(WordHash.of(first))
        prepositionPhrases.append(fields[0].split(separator: "-").map { WordHash.of($0) })
      default:
        for form in inflections.forms(of: first) {
          let hash = WordHash.of(form)
          if verbs[hash] == nil { verbs[hash] = kind }
        }
      }
    }
  }

  /// Whether `words` are a preposition that attributes ("according to").
  package func isPreposition(_ words: ArraySlice<UInt64>) -> Bool {
    prepositionPhrases.contains { $0.elementsEqual(words) }
  }

  /// Returns what the word does as a cue, given its part of speech.
  package func kind(_ word: UInt64, _ tag: Tag) -> CueKind {
    switch tag {
    case .verb, .aux: verbs[word] ?? .none
    case .noun, .propn: nouns.contains(word) ? .noun : .none
    case .adv, .adj: adverbs.contains(word) ? .adverb : .none
    case .adp, .sconj, .part: prepositions.contains(word) ? .preposition : .none
    default: .none
    }
  }
}
