internal import Assist
internal import Synchronization

/// Counts what a run takes, and stops it before a limit is passed.
///
/// Before a request is sent, the most that it may take is set aside: its estimated tokens and the
/// longest answer. Once answered, what the service says that it took is counted instead.
public final class Spending: Sendable {
  /// What was taken.
  public struct Total: Sendable, Hashable {
    /// The requests sent, new tries included.
    public var requests = 0
    /// The tokens of requests: as counted by the service, else estimated.
    public var requestTokens = 0
    /// The tokens of answers: as counted by the service, else the most that they may have.
    public var answerTokens = 0
  }

  /// The tokens of one request and its answer.
  struct Amount: Sendable, Hashable {
    var request: Int
    var answer: Int
  }

  /// A limit that would be passed.
  struct PassedLimit: Error {
    /// The limit in words: "3 requests".
    let words: String
  }

  private let limits: AskingLimits
  private let state = Mutex(Total())

  /// Starts with nothing spent.
  public init(_ limits: AskingLimits) { self.limits = limits }

  /// What was taken so far.
  public var total: Total { state.withLock { $0 } }

  /// Sets aside what a request may take.
  ///
  /// - Throws: which limit it may pass; then nothing is set aside.
  func reserve(_ amount: Amount) throws(PassedLimit) {
    let passed: String? = state.withLock { total in
      var next = total
      next.requests += 1
      next.requestTokens += amount.request
      next.answerTokens += amount.answer
      if let limit = limits.requests, next.requests > limit { return "\(limit) requests" }
      if let limit = limits.tokens, next.requestTokens + next.answerTokens > limit {
        return "\(limit) tokens"
      }
      if let limit = limits.cost, cost(next) > limit { return "a cost of \(limit)" }
      total = next
      return nil
    }
    if let passed { throw PassedLimit(words: passed) }
  }

  /// Counts `used` in place of what was set aside.
  func settle(_ reserved: Amount, used: Amount) {
    state.withLock { total in
      total.requestTokens += used.request - reserved.request
      total.answerTokens += used.answer - reserved.answer
    }
  }

  private func cost(_ total: Total) -> Double {
    limits.prices.cost(requestTokens: total.requestTokens, answerTokens: total.answerTokens)
  }

  /// What was taken, as a line for people; `nil` where nothing was.
  public var summary: String? {
    let total = self.total
    guard total.requests > 0 else { return nil }
    let price =
      limits.prices.words(requestTokens: total.requestTokens, answerTokens: total.answerTokens)
      .map { "; \($0)" } ?? ""
    return "\(total.requests) \(total.requests == 1 ? "request" : "requests") sent with "
      + "\(total.requestTokens) tokens, answered with \(total.answerTokens)\(price)"
  }
}
