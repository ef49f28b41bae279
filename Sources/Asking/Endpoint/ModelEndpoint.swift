public import Assist
public import Fetching
internal import Synchronization

/// A service that speaks OpenAI's protocol for chat completions.
///
/// Nothing but requests of Parley's own making is sent to it, and to nobody else: redirects are not
/// followed. Where it does not take a JSON Schema, the form of the answer is asked for in the next
/// weaker way.
///
/// - Source: OpenAI API reference, "Create chat completion".
public final class ModelEndpoint: Sendable {
  /// What a service answered.
  public struct Reply: Sendable {
    /// The answer as it came.
    public let body: [UInt8]
    /// How the request was made that was answered.
    public let settings: AssistSettings
  }

  private struct State {
    var format: AnswerFormat
    /// Whether an answer came to this form.
    var isFormatKnown = false
    var failures = 0
    var isStopped = false
    /// Until when the service is left alone; `nil` where it is not.
    var restsUntil: Duration?
  }

  private let address: ModelAddress
  private let asking: AssistSettings
  private let settings: EndpointSettings
  private let spending: Spending
  private let fetcher: Fetcher
  private let clock: FetchClock
  private let state: Mutex<State>

  /// Takes the service at `address`. Nothing is sent yet.
  ///
  /// - Parameters:
  ///   - asking: the model, and how it is asked.
  ///   - spending: counts what is taken; may be shared.
  ///   - clock: the clock for new tries; not for timeouts.
  public init(
    _ address: ModelAddress, asking: AssistSettings, settings: EndpointSettings,
    spending: Spending, clock: FetchClock = .machine
  ) {
    self.address = address
    self.asking = asking
    self.settings = settings
    self.spending = spending
    self.clock = clock
    state = Mutex(State(format: asking.format))
    var fetching = FetchSettings(contact: "a person's own request")
    // A person named this address, and a model on this machine is the usual case.
    fetching.allowsPrivateAddresses = true
    fetching.keepsToRobots = false
    fetching.delay = .zero
    fetching.timeout = settings.timeout
    // A model is silent until its answer is whole.
    fetching.silenceTimeout = settings.timeout
    fetching.retries = settings.retries
    fetching.backoff = settings.backoff
    fetching.longestWait = settings.longestWait
    fetching.mostBytes = settings.mostBytes
    fetcher = Fetcher(fetching, clock: clock)
  }

  /// Asks for the answer to `request`.
  ///
  /// - Throws: ``AskingError``, `CancellationError`.
  public func ask(_ request: AssistRequest) async throws -> Reply {
    let now = clock.now()
    let isStopped = state.withLock { state in
      if let end = state.restsUntil, end <= now {
        state.restsUntil = nil
        state.failures = 0
      }
      return state.isStopped || state.restsUntil != nil
    }
    guard !isStopped else { throw error(.stopped) }
    do {
      let reply = try await answer(to: request)
      state.withLock { state in
        state.failures = 0
        state.isFormatKnown = true
        state.format = reply.settings.format
      }
      return reply
    } catch let error as AskingError {
      let failures = state.withLock { state in
        state.failures = error.isFailureOfService ? state.failures + 1 : 0
        if error.endsAll { state.isStopped = true }
        if state.failures >= settings.mostFailures {
          if let rest = settings.rest {
            state.restsUntil = clock.now() + rest
          } else {
            state.isStopped = true
          }
        }
        return state.failures
      }
      guard failures >= settings.mostFailures, !error.endsAll else { throw error }
      throw self.error(.gone(failures: failures))
    }
  }

  /// Asks in the form that is known to be taken, else in weaker and weaker ones.
  private func answer(to request: AssistRequest) async throws -> Reply {
    var (format, isKnown) = state.withLock { ($0.format, $0.isFormatKnown) }
    while true {
      var asking = asking
      asking.format = format
      let answer = try await send(request, asking)
      switch answer.status {
      case 200..<300:
        if settings.key?.stands(in: answer.body) == true { throw error(.tellsKey) }
        return Reply(body: answer.body, settings: asking)
      case 300..<400: throw error(.leadsOn(status: answer.status))
      case 401, 403: throw error(.noRight(status: answer.status))
      case 400, 422, 501:
        guard !isKnown, let weaker = format.weaker else { throw refusal(answer) }
        format = weaker
        isKnown = state.withLock { $0.isFormatKnown && $0.format == weaker }
      default: throw refusal(answer)
      }
    }
  }

  /// Sends a request, and counts what it takes.
  private func send(_ request: AssistRequest, _ asking: AssistSettings) async throws
    -> ServiceAnswer
  {
    let most = Spending.Amount(request: request.tokens, answer: asking.answerTokens)
    let nothing = Spending.Amount(request: 0, answer: 0)
    do {
      let answer = try await fetcher.post(
        request.body(asking), to: address.completions, key: settings.key?.text
      ) { failure in
        if let failure, Self.tookNothing(failure.kind) { spending.settle(most, used: nothing) }
        try spending.reserve(most)
      }
      if (200..<300).contains(answer.status) {
        if let usage = Completion.usage(answer.body) {
          spending.settle(most, used: .init(request: usage.request, answer: usage.answer))
        }
      } else {
        spending.settle(most, used: nothing)
      }
      return answer
    } catch let limit as Spending.PassedLimit {
      throw error(.limit(limit.words))
    } catch let failure as FetchError {
      if Self.tookNothing(failure.kind) { spending.settle(most, used: nothing) }
      throw error(.fetch(failure.kind))
    }
  }

  /// Whether a request that failed so was read by no model: what was cut off later may have been.
  private static func tookNothing(_ kind: FetchError.Kind) -> Bool {
    switch kind {
    case .status, .unknownHost, .connection: true
    default: false
    }
  }

  private func error(_ kind: AskingError.Kind) -> AskingError {
    AskingError(kind: kind, endpoint: address.description)
  }

  private func refusal(_ answer: ServiceAnswer) -> AskingError {
    let isSafe = settings.key?.stands(in: answer.body) != true
    return error(
      .refused(
        status: answer.status, words: isSafe ? ServiceWords.of(answer.body) : nil))
  }
}

extension AnswerFormat {
  /// The next weaker way to ask for the form of the answer; `nil` where there is none.
  fileprivate var weaker: AnswerFormat? {
    switch self {
    case .jsonSchema: .jsonObject
    case .jsonObject: .text
    case .text: nil
    }
  }
}
