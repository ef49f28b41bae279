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

  /// Whether no price is given.
  public var isEmpty: Bool { requests <= 0 && answers <= 0 }

  /// Returns what so many tokens cost.
  public func cost(requestTokens: Int, answerTokens: Int) -> Double {
    (Double(requestTokens) * requests + Double(answerTokens) * answers) / 1_000_000
  }

  /// Returns what so many tokens cost as words for people, to the next hundredth above; `nil` where no
  /// price is given.
  public func words(requestTokens: Int, answerTokens: Int) -> String? {
    guard !isEmpty else { return nil }
    let cost = cost(requestTokens: requestTokens, answerTokens: answerTokens)
    let cents = Int((cost * 100).rounded(.up))
    return
      "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100) in the currency of the prices"
  }
}
