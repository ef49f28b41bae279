internal import Language
internal import Parties

/// Modality and polarity of a clause, from its auxiliaries and negations.
struct Mood {
  /// Whether an odd number of negations stands at the head.
  private(set) var isNegated = false
  /// Whether somebody must do it.
  private(set) var isObliged = false
  /// Whether somebody will do it.
  private(set) var isFuture = false
  /// Whether it is only possible.
  private(set) var isPossible = false
  /// Whether it was so before another past ("had demanded").
  private(set) var isPerfectPast = false

  init(_ clause: Clause, lexicon: FrameLexicon, in text: AnnotatedText) {
    for token in clause.auxiliaries {
      for match in lexicon.frames(at: token, in: text) where match.frame.word == .adverb {
        switch match.frame.force {
        case .no: isNegated.toggle()
        case .must: isObliged = true
        case .will: isFuture = true
        case .can: isPossible = true
        default: break
        }
      }
      if text.word(token) == "had" { isPerfectPast = true }
    }
    if let above = clause.governors.first, above.relation == .xcomp {
      for match in above.frames where match.frame.force == .must { isObliged = true }
      let word = text.tokens.words[above.token]
      if Self.obliging.contains(word) { isObliged = true }
    }
  }

  /// Verbs that oblige their subject ("Kyiv has to", "needs to").
  private static let obliging = Set(
    ["has", "have", "had", "needs", "need", "needed", "ought"].map {
      WordHash.of($0)
    })

  /// Whether an odd number of negations stands at `token`.
  static func isNegated(
    _ token: Int, lexicon: FrameLexicon, _ parties: ArticleParties
  ) -> Bool {
    var isNegated = false
    for child in parties.dependents.of(token).map(Int.init) {
      for match in lexicon.frames(at: child, in: parties.text)
      where match.frame.word == .adverb && match.frame.force == .no {
        isNegated.toggle()
      }
    }
    return isNegated
  }
}
