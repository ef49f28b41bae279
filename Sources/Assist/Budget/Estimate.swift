/// What a set of requests would take, counted without asking anybody.
public struct Estimate: Sendable, Hashable {
  /// The number of requests.
  public private(set) var requests = 0
  /// The estimated tokens of the requests, meant to be too high rather than too low.
  public private(set) var requestTokens = 0
  /// The most tokens that the answers may have.
  public private(set) var answerTokens = 0

  /// Starts with nothing.
  public init() {}

  /// Adds a request.
  public mutating func add(_ request: AssistRequest, _ settings: AssistSettings) {
    requests += 1
    requestTokens += request.tokens
    answerTokens += settings.answerTokens
  }

  /// Returns what it would cost at most, as a line for people.
  public func summary(_ prices: Prices) -> String {
    let price =
      prices.words(requestTokens: requestTokens, answerTokens: answerTokens)
      .map { "; at most \($0)" } ?? ""
    return "\(requests) requests with about \(requestTokens) tokens; answers of at most "
      + "\(answerTokens) tokens\(price)"
  }
}
