public import ParleyModel

/// What a check of a claim about ground concluded, with the numbers and the working.
public struct Finding: Sendable, Hashable {
  /// The conclusion.
  public enum Result: String, Sendable, Hashable, CaseIterable {
    /// The computed value lies within what the words let pass.
    case consistent
    /// No definition reaches what the words let pass, and none is near.
    case inconsistent
    /// It hangs on the outline, the divisor, the map source or the day.
    case dependsOnDefinition = "depends on definition"
    /// There is no number, no such ground or no map.
    case cannotBeChecked = "cannot be checked"
  }

  /// One way to compute the value.
  public struct Variant: Sendable, Hashable {
    /// What was divided by what, in words.
    public let definition: String
    /// The map source.
    public let mapSource: String
    /// The date of the map.
    public let mapDate: CalendarDate
    /// The region source.
    public let outline: String
    /// The area held, in square kilometres.
    public let heldSquareKilometres: Double
    /// The area divided by, in square kilometres; `nil` where the claim is an area.
    public let wholeSquareKilometres: Double?
    /// The value in the claim's unit: per cent or square kilometres.
    public let value: Double
  }

  /// The claim.
  public let claim: Claim
  /// Whose ground it is about.
  public let holder: String
  /// The name of the ground.
  public let ground: String
  /// The day that was asked for.
  public let asked: CalendarDate
  /// The conclusion.
  public let result: Result
  /// Why, in a sentence.
  public let reason: String
  /// What the claim's words let pass, in its unit, the tolerance for maps of one day included.
  public let accepted: ClosedRange<Double>?
  /// The value by the default definition; `nil` where it cannot be computed.
  public let computed: Double?
  /// The lowest and highest value over all definitions.
  public let range: ClosedRange<Double>?
  /// All definitions that were tried, the default first.
  public let variants: [Variant]
  /// The working by region, by the default definition.
  public let rows: [RegionHolding]

  /// The unit of the values: "percent" or "km2".
  public var unit: String { claim.isShare ? "percent" : "km2" }
}
