public import ParleyModel

extension ClaimParser {
  /// Returns the claim that a figure of a reading makes, or `nil` if it measures no ground (its unit
  /// is neither percent, fraction nor km2).
  ///
  /// The words of the figure tell how exactly it is given; where they hold no number that can be
  /// read, its value is taken to the last digit that it has. A range lets pass what lies in it.
  ///
  /// - Parameter words: the words of a span of the article.
  public func claim(of figure: Figure, words: (ByteRange) -> String) -> Claim? {
    let hedge = figure.hedge.map(words) ?? ""
    let text = words(figure.evidence)
    let read = parse(hedge.isEmpty || text.contains(hedge) ? text : hedge + " " + text)
    let ground =
      figure.of.isEmpty ? read.ground : figure.of.map(words).joined(separator: " and ")
    guard let amount = amount(of: figure, read: read) else { return nil }
    return Claim(text: text, amount: amount, hedge: read.hedge, ground: ground)
  }

  private func amount(of figure: Figure, read: Claim) -> Claim.Amount? {
    let scale: Double
    let isShare: Bool
    switch figure.unit {
    case "percent": (scale, isShare) = (1, true)
    case "fraction": (scale, isShare) = (100, true)
    case "km2": (scale, isShare) = (1, false)
    default: return nil
    }
    let value: Double
    var digit = 1.0
    switch figure.value {
    case .range(let low, let high):
      value = (low + high) / 2 * scale
      digit = abs(high - low) * scale
    case .exact(let exact):
      value = exact * scale
      // The words say more than the value: "26,000" is not given to the square kilometre.
      if read.isShare == isShare, let said = read.value, abs(said - value) <= 0.01 * abs(value) {
        return read.amount
      }
      if case .reference = read.amount { return read.amount }
    }
    return isShare ? .percent(value, lastDigit: digit) : .area(value, lastDigit: digit)
  }
}
