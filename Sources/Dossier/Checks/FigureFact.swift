internal import ParleyModel
internal import Territory

/// A figure of the record, with what it takes to compare it.
struct FigureFact {
  let article: Int
  let origin: Int64
  let figure: Figure
  let evidence: CheckFinding.Evidence
  /// The sentence that it stands in.
  let isAboutGround: Bool
  /// The day that it is of; `nil` if unknown.
  let day: CalendarDate?
  /// The words of its parts, for those who read the claim in it.
  let words: (ByteRange) -> String

  /// All figures of an article.
  static func all(in article: CheckedArticle, number: Int, rules: CheckRules) -> [FigureFact] {
    let text = article.reading.article
    return article.reading.figures.map { figure in
      let sentence = article.sentences.index(at: figure.evidence.lowerBound)
      return FigureFact(
        article: number, origin: article.origin, figure: figure,
        evidence: article.evidence(figure.evidence),
        isAboutGround: sentence.map {
          rules.areAboutGround(article.sentences.all[$0].words)
        } ?? false,
        day: figure.asOf.flatMap(DateText.lastDay) ?? article.published,
        words: { text.words($0) })
    }
  }

  /// What is measured of what and whose, in one word; `nil` where the text does not say.
  var subject: [String]? {
    let of = figure.of.map { words($0).lowercased() }.sorted()
    if !of.isEmpty { return [figure.unit, "of"] + of + [figure.holder ?? ""] }
    guard let quantity = figure.quantity, let holder = figure.holder else { return nil }
    return [figure.unit, quantity.lowercased(), holder]
  }

  /// The values that the words let pass: half a unit of the last digit either way, more where a hedge
  /// says so.
  func accepted(_ hedges: [ClaimWords.Hedge]) -> ClosedRange<Double> {
    let (low, high) =
      switch figure.value {
      case .exact(let value): (value, value)
      case .range(let low, let high): (min(low, high), max(low, high))
      }
    let said = figure.hedge.map { words($0).lowercased() }
    let hedge = said.flatMap { said in hedges.first { $0.words == said } }
    let slack = (hedge?.units ?? 0.5) * Self.lastDigit(low)
    return switch hedge?.kind ?? .exact {
    case .about, .exact: low - slack...high + slack
    case .over: low...Double.greatestFiniteMagnitude
    case .under: -Double.greatestFiniteMagnitude...high
    }
  }

  /// The worth of the last digit that is not zero: 100 for 4,300, 0.1 for 2.5.
  private static func lastDigit(_ value: Double) -> Double {
    guard value != 0 else { return 1 }
    var digit = 1.0
    while digit > 1e-6, (value / digit).rounded() * digit != value { digit /= 10 }
    while digit >= 1, digit < abs(value), value.truncatingRemainder(dividingBy: digit * 10) == 0 {
      digit *= 10
    }
    return digit
  }
}
