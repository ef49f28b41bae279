internal import Language
internal import ParleyModel

/// Tells stances of the past, which an article sets against today's.
struct PastReader {
  private let context: ArticleContext
  private var text: AnnotatedText { context.text }

  init(_ context: ArticleContext) { self.context = context }

  /// Returns whether the clause tells of the past, and the year (and month) that it names.
  func past(_ clause: Clause) -> (isPast: Bool, asOf: String?) {
    let sentence = text.sentences[text.sentence(ofToken: clause.head)]
    guard let published = context.text.article.published else { return (false, nil) }
    let mood = Mood(clause, lexicon: context.lexicon, in: text)
    let isEarlier = sentence.contains { Self.earlier.contains(text.tokens.words[$0]) }
    for token in sentence {
      guard let year = Int(text.word(token)), year >= 1945, year <= published.year,
        token > sentence.lowerBound
      else { continue }
      let month = Self.months.firstIndex(of: text.word(token - 1).lowercased())
      let isBefore = year < published.year || (month.map { $0 + 1 < published.month } ?? false)
      guard isBefore else { continue }
      let digits = month.map { $0 + 1 < 10 ? "-0\($0 + 1)" : "-\($0 + 1)" } ?? ""
      return (mood.isPerfectPast || isEarlier, "\(year)\(digits)")
    }
    return (mood.isPerfectPast && isEarlier, nil)
  }

  private static let earlier = Set(
    ["previously", "earlier", "once", "originally", "initially", "formerly", "had"].map {
      WordHash.of($0)
    })
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
