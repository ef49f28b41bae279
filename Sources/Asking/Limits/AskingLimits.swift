public import Assist

/// How much a run may take at most; `nil` where there is no limit.
public struct AskingLimits: Sendable, Hashable {
  /// The requests sent, new tries included.
  public var requests: Int?
  /// The tokens of requests and answers together.
  public var tokens: Int?
  /// What the tokens cost, in the currency of the prices.
  public var cost: Double?
  /// The prices by which cost is reckoned.
  public var prices: Prices

  /// Makes limits; without any, all may be asked.
  public init(
    requests: Int? = nil, tokens: Int? = nil, cost: Double? = nil,
    prices: Prices = Prices(requests: 0, answers: 0)
  ) {
    self.requests = requests
    self.tokens = tokens
    self.cost = cost
    self.prices = prices
  }
}
