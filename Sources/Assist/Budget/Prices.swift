/// What tokens cost, in any one currency.
public struct Prices: Sendable, Hashable {
  /// The price of a million tokens of requests.
  public var requests: Double
  /// The price of a million tokens of answers.
  public var answers: Double

  /// Makes prices.
  public init(requests: Double, answers: Double) {
    self.requests = requests
    self.answers = answers
  }

  /// Returns what so many tokens cost.
  public func cost(requestTokens: Int, answerTokens: Int) -> Double {
    (Double(requestTokens) * requests + Double(answerTokens) * answers) / 1_000_000
  }
}
