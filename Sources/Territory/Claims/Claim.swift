/// A statement about how much ground somebody holds.
public struct Claim: Sendable, Hashable {
  /// What is stated.
  public enum Amount: Sendable, Hashable {
    /// A share, 0 to 100 per cent, with the worth of its last digit.
    case percent(Double, lastDigit: Double)
    /// A share as a fraction in words.
    case fraction(numerator: Int, denominator: Int)
    /// An area in square kilometres, with the worth of its last digit in square kilometres.
    case area(Double, lastDigit: Double)
    /// The area of something well known.
    case reference(ClaimWords.Reference)
    /// A word, not a number ("small parts").
    case vague
  }

  /// The words as they were given.
  public let text: String
  /// What is stated.
  public let amount: Amount
  /// The hedge; `nil` where there is none.
  public let hedge: ClaimWords.Hedge?
  /// What the amount is a part of, as written; `nil` where not said: the whole country.
  public let ground: String?

  /// Makes a claim from its parts.
  public init(text: String, amount: Amount, hedge: ClaimWords.Hedge? = nil, ground: String? = nil) {
    self.text = text
    self.amount = amount
    self.hedge = hedge
    self.ground = ground
  }

  /// The values that the words let pass, in per cent or square kilometres.
  ///
  /// A number as it stands lets half a unit of its last digit pass, a hedge what its table says. A
  /// fraction reaches halfway to the nearest fractions whose numerator, denominator or
  /// both are one apart.
  /// "The size of" lets a tenth pass either way.
  public var accepted: ClosedRange<Double> {
    switch amount {
    case .percent(let value, let digit), .area(let value, let digit):
      let units = hedge?.units ?? 0.5
      let slack = units * digit
      return switch hedge?.kind ?? .exact {
      case .about, .exact: max(0, value - slack)...value + slack
      case .over: value - 0.05 * digit...value + slack
      case .under: max(0, value - slack)...value + 0.05 * digit
      }
    case .fraction(let above, let below):
      let value = Double(above) / Double(below)
      let neighbours = [
        (above, below + 1), (above, below - 1), (above + 1, below), (above - 1, below),
        (above + 1, below + 1), (above - 1, below - 1),
      ].filter { $0.1 > 0 }.map { Double($0.0) / Double($0.1) }
      let lower = neighbours.filter { $0 < value }.max() ?? 0
      let upper = neighbours.filter { $0 > value }.min() ?? 1
      return 50 * (value + lower)...min(100, 50 * (value + upper))
    case .reference(let reference):
      let area = reference.area.squareKilometres
      return switch hedge?.kind ?? .about {
      case .about, .exact: area * 0.9...area * 1.1
      case .over: area...area * 1.25
      case .under: area * 0.75...area
      }
    case .vague: return 0...0
    }
  }

  /// The value stated, in per cent or square kilometres; `nil` for a word.
  public var value: Double? {
    switch amount {
    case .percent(let value, _), .area(let value, _): value
    case .fraction(let above, let below): 100 * Double(above) / Double(below)
    case .reference(let reference): reference.area.squareKilometres
    case .vague: nil
    }
  }

  /// Whether the value is a share in per cent; else an area in square kilometres.
  public var isShare: Bool {
    switch amount {
    case .percent, .fraction: true
    case .area, .reference, .vague: false
    }
  }
}
