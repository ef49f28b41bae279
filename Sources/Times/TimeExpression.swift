public import ParleyModel

/// Words of a text that tell when or how long.
public struct TimeExpression: Sendable, Hashable {
  /// What the words tell.
  public enum Meaning: Sendable, Hashable {
    /// When: a stretch of days.
    case span(TimeSpan)
    /// How long: as many units, with the unit.
    case duration(Double, Grain)
    /// How often: once in each such unit.
    case set(Grain)
  }

  /// How the words bound what happens.
  public enum Bound: String, Sendable, CaseIterable {
    /// From then on ("since early June").
    case since
    /// Up to then, as a term that somebody must keep ("by 2027", "no later than Friday").
    case deadline
    /// Up to then ("until Friday").
    case until
    /// Earlier than then.
    case before
    /// Later than then.
    case after
    /// From one time to another.
    case between
  }

  /// What the words tell.
  public var meaning: Meaning
  /// How they bound it; `nil` for a time or duration by itself.
  public var bound: Bound?
  /// The words, the preposition of a bound included.
  public var range: ByteRange
  /// How the words soften a duration ("over", "more than"); `nil` where they do not.
  public var isMore = false

  /// The time as EDTF, the duration as an ISO 8601 duration ("P3W"), a set as "R/P1W".
  public var value: String {
    switch meaning {
    case .span(let span): span.edtf
    case .duration(let amount, let grain): Self.duration(amount, grain)
    case .set(let grain): "R/" + Self.duration(1, grain)
    }
  }

  /// The length of a duration in seconds, a month counting 30 days and a year 365; `nil` for others.
  public var seconds: Double? {
    if case .duration(let amount, let grain) = meaning { amount * grain.seconds } else { nil }
  }

  private static func duration(_ amount: Double, _ grain: Grain) -> String {
    let (count, letter, isTime): (Double, String, Bool) =
      switch grain {
      case .second: (amount, "S", true)
      case .minute: (amount, "M", true)
      case .hour: (amount, "H", true)
      case .day: (amount, "D", false)
      case .week: (amount, "W", false)
      case .month: (amount, "M", false)
      case .quarter: (amount * 3, "M", false)
      case .year: (amount, "Y", false)
      case .decade: (amount * 10, "Y", false)
      case .century: (amount * 100, "Y", false)
      }
    let number = Int(exactly: count).map(String.init) ?? count.description
    return (isTime ? "PT" : "P") + number + letter
  }
}
