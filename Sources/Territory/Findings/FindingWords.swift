/// Concludes from the numbers, and says why in a sentence.
enum FindingWords {
  /// Returns the conclusion and its reason.
  ///
  /// The default definition decides for "consistent". If only other definitions fit, or the gap to
  /// the nearest is smaller than what definitions alone move, it depends; else it is inconsistent.
  static func judge(
    _ claim: Claim, allowed: ClosedRange<Double>, computed: Double, range: ClosedRange<Double>,
    variants: [Finding.Variant]
  ) -> (Finding.Result, String) {
    let unit = claim.isShare ? " points" : " km2"
    let shown = number(computed, claim)
    if allowed.contains(computed) {
      return (.consistent, "\(shown) lies within what \(words(claim)) lets pass")
    }
    if let fitting = variants.first(where: { allowed.contains($0.value) }) {
      return (
        .dependsOnDefinition,
        "\(shown) by the default, but \(number(fitting.value, claim)) \(fitting.definition)"
          + " (\(fitting.outline), map of \(fitting.mapDate))"
      )
    }
    if range.lowerBound < allowed.lowerBound, range.upperBound > allowed.upperBound {
      return (
        .dependsOnDefinition,
        "\(shown) by the default, \(number(range.lowerBound, claim)) to "
          + "\(number(range.upperBound, claim)) by outline, divisor and day"
      )
    }
    let isBelow = range.upperBound < allowed.lowerBound
    let gap =
      isBelow ? allowed.lowerBound - range.upperBound : range.lowerBound - allowed.upperBound
    let claimed = claim.value ?? computed
    let ends = [abs(claimed - range.lowerBound), abs(claimed - range.upperBound)].sorted()
    let places = claim.isShare ? 1 : 0
    let distance =
      "\(Decimals.grouped(ends[0], places)) to \(Decimals.grouped(ends[1], places))\(unit) "
      + (isBelow ? "below" : "above")
    if gap < range.upperBound - range.lowerBound {
      return (
        .dependsOnDefinition,
        "\(shown), by outline, divisor and day \(distance); definitions differ by more than what "
          + "is missing"
      )
    }
    return (.inconsistent, "\(shown); every definition tried lies \(distance)")
  }

  private static func words(_ claim: Claim) -> String {
    switch claim.amount {
    case .fraction: "the fraction, nearer than to its neighbours,"
    case .reference: "'the size of', a tenth either way,"
    default: claim.hedge.map { "'\($0.words)'" } ?? "the last digit given"
    }
  }

  /// The value with its unit, as sentences show it.
  static func number(_ value: Double, _ claim: Claim) -> String {
    claim.isShare ? "\(Decimals.grouped(value, 1))%" : "\(Decimals.grouped(value, 0)) km2"
  }
}
