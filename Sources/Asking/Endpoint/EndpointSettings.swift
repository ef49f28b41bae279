/// How a service is asked over the network.
public struct EndpointSettings: Sendable {
  /// The key; `nil` where the service asks for none.
  public var key: ModelKey?
  /// How long one answer may take in all.
  public var timeout = Duration.seconds(300)
  /// How often a request is sent again after a failure that may pass.
  public var retries = 4
  /// How long is waited before the first new try; twice as long before each one after it.
  public var backoff = Duration.seconds(1)
  /// The longest wait that a service may ask for (`Retry-After`).
  public var longestWait = Duration.seconds(120)
  /// The longest answer, in bytes.
  public var mostBytes = 4 << 20
  /// After how many failures in a row the service is not asked any more.
  public var mostFailures = 3
  /// After how long a service that failed so often is asked again; `nil` for never.
  public var rest: Duration?

  /// Makes the usual settings.
  public init() {}
}
