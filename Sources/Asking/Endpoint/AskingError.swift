public import Fetching

/// Why a model gave no answer to a request.
public struct AskingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// A limit would be passed: which, in words.
    case limit(String)
    /// The service cannot be reached, or its answer was cut, too long or too late.
    case fetch(FetchError.Kind)
    /// The service wants a key, or another one.
    case noRight(status: Int)
    /// The service answered with an error: its status, and its words where it has any.
    case refused(status: Int, words: String?)
    /// The service leads elsewhere.
    case leadsOn(status: Int)
    /// The service gives back the key.
    case tellsKey
    /// The service failed so often in a row that it is not asked any more.
    case gone(failures: Int)
    /// Nothing is asked any more, for a reason that was told before.
    case stopped
  }

  /// What went wrong.
  public let kind: Kind
  /// Where the model was asked: scheme, host and port.
  public let endpoint: String

  /// Whether it was told before.
  public var isTold: Bool { kind == .stopped }

  /// Whether asking on makes no sense.
  var endsAll: Bool {
    switch kind {
    case .limit, .noRight, .leadsOn, .tellsKey, .gone, .stopped: true
    case .fetch, .refused: false
    }
  }

  /// Whether the service failed, not one request.
  var isFailureOfService: Bool {
    switch kind {
    case .fetch(.tooLong): false
    case .fetch: true
    case .refused(let status, _): status == 404 || status == 429 || status >= 500
    default: false
    }
  }

  /// The message: what was being done, what was wrong, what to do next.
  public var description: String {
    let (found, advice): (String, String) =
      switch kind {
      case .limit(let limit):
        (
          "the limit of \(limit) is reached",
          "what was answered is kept; raise the limit and run the command again"
        )
      case .fetch(let kind): (Self.words(kind), "run the command again; answers that came are kept")
      case .noRight(let status):
        (
          "it answered with status \(status)",
          "give its key by PARLEY_ASSIST_KEY or --assist-key-file"
        )
      case .refused(let status, let words):
        (
          "it answered with status \(status)" + (words.map { ": \($0)" } ?? ""),
          status == 404
            ? "check the address and --model" : "see what the service's log says of the request"
        )
      case .leadsOn(let status):
        (
          "it leads elsewhere (status \(status)), which is not followed",
          "give the address that it leads to"
        )
      case .tellsKey:
        ("its answer holds the key, and was not kept", "ask another service, and change the key")
      case .gone(let failures):
        (
          "it failed \(failures) times in a row, and is not asked any more",
          "see that it runs, then run the command again"
        )
      case .stopped: ("it is not asked any more", "see the message before")
      }
    return "asking the model at \(endpoint): \(found)\n  \(advice)"
  }

  private static func words(_ kind: FetchError.Kind) -> String {
    switch kind {
    case .timeout: "it took too long"
    case .cutOff: "the connection was cut before the end of the answer"
    case .tooLong(let limit): "its answer is longer than \(limit) bytes"
    case .unknownHost(let host): "there is no host '\(host)'"
    case .connection(let reason): reason
    default: "the request failed"
    }
  }
}
